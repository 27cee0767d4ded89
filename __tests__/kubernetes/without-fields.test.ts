import type { Manifest } from '../../lib/kubernetes/manifest';
import { withoutFields } from '../../lib/kubernetes/without-fields';

const containers = [{ name: 'web' }, { name: 'log', image: 'log:1', command: ['log'] }];

const pod: Manifest = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', labels: { 'example.com/a': 'b' } },
  spec: { hostUsers: false, containers },
};

test('takes out fields, wherever they stand, and leaves the object as it is', () => {
  const before = JSON.stringify(pod);
  const left = withoutFields(pod, ['spec.hostUsers', 'spec.containers[1].image', 'metadata.labels[example.com/a]']);
  expect(left).toEqual({
    ...pod,
    metadata: { name: 'web', labels: {} },
    spec: { containers: [{ name: 'web' }, { name: 'log', command: ['log'] }] },
  });
  expect(JSON.stringify(pod)).toBe(before);
});

test('what is not there is not missed, and what nothing was taken from is shared', () => {
  const left = withoutFields(pod, ['spec.hostUsers', 'spec.containers[7].image', 'spec.volumes.web', 'status.phase.a']);
  expect(left.spec).toEqual({ containers });
  expect(Object(left.spec).containers[1]).toBe(containers[1]);
});
