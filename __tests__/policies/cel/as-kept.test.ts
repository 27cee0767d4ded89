import type { Manifest } from '../../../lib/kubernetes/manifest';
import { asKept } from '../../../lib/policies/cel/as-kept';
import { bundledContext } from '../../support/rule-context';

const mounts = [{ name: 'data', mountPath: '/data', readOnly: true, recursiveReadOnly: 'Enabled' }];
const pod: Manifest = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: { hostUsers: false, containers: [{ name: 'web', image: 'web:1', volumeMounts: mounts }] },
};

/** What of the two fields is left. */
function kept(kubernetesVersion: string, enabledFeatureGates: readonly string[] = []): string[] {
  const words = JSON.stringify(
    asKept(pod, { ...bundledContext, kubernetesVersion, parameters: { enabledFeatureGates } }),
  );
  return ['hostUsers', 'recursiveReadOnly'].filter((field) => words.includes(field));
}

test('an object is without what the Kubernetes at hand drops, whichever was asked before', () => {
  expect(kept('1.30')).toEqual([]);
  expect(kept('1.31')).toEqual(['recursiveReadOnly']);
  expect(kept('1.30', ['UserNamespacesSupport'])).toEqual(['hostUsers']);
  expect(kept('1.36')).toEqual(['hostUsers', 'recursiveReadOnly']);
  expect(kept('1.30')).toEqual([]);
});

test('a copy is made once, and none of what loses nothing', () => {
  const oldest = { ...bundledContext, kubernetesVersion: '1.30' };
  expect(asKept(pod, oldest)).toBe(asKept(pod, oldest));
  expect(asKept(pod, bundledContext)).toBe(pod);
});
