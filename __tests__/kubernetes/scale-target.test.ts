import { fewestReplicas } from '../../lib/kubernetes/fewest-replicas';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { isScaleTarget, scaleTargetOf } from '../../lib/kubernetes/scale-target';

const metadata = { name: 'web', namespace: 'shop' };
const web = (spec: object = {}, kind = 'Deployment'): Manifest => ({ apiVersion: 'apps/v1', kind, metadata, spec });
const hpa = (ref: object, spec: object = {}): Manifest => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata,
  spec: { scaleTargetRef: { kind: 'Deployment', name: 'web', ...ref }, ...spec },
});
const keda = (spec: object): Manifest => ({
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  metadata,
  spec: { scaleTargetRef: { name: 'web' }, ...spec },
});

test.each`
  scaler                                                       | is
  ${hpa({ apiVersion: 'apps/v1' })}                            | ${true}
  ${hpa({})}                                                   | ${true}
  ${hpa({ apiVersion: 'v1' })}                                 | ${false}
  ${hpa({ kind: 'StatefulSet' })}                              | ${false}
  ${hpa({ name: 'api' })}                                      | ${false}
  ${{ ...hpa({}), metadata: { name: 'web', namespace: 'b' } }} | ${false}
  ${keda({})}                                                  | ${true}
  ${web()}                                                     | ${undefined}
`('$scaler.kind $scaler.spec.scaleTargetRef scales the Deployment: $is', ({ scaler, is }) => {
  const target = scaleTargetOf(scaler);
  expect(target && isScaleTarget(target, web())).toBe(is);
});

test.each`
  object                  | others                            | replicas     | because
  ${web()}                | ${[]}                             | ${1}         | ${'one is what the API makes of it'}
  ${web({ replicas: 0 })} | ${[]}                             | ${0}         | ${'none is a number'}
  ${web({ replicas: 3 })} | ${[hpa({}, { minReplicas: 2 })]}  | ${2}         | ${'the autoscaler has the say'}
  ${web({ replicas: 3 })} | ${[hpa({})]}                      | ${1}         | ${'an autoscaler goes down to one unless it says'}
  ${web()}                | ${[keda({ minReplicaCount: 0 })]} | ${1}         | ${'of none, none can be evicted'}
  ${web({}, 'DaemonSet')} | ${[]}                             | ${undefined} | ${'nodes say how many'}
`('fewest are $replicas: $because', ({ object, others, replicas }) => {
  expect(fewestReplicas(object, [object, ...others])).toBe(replicas);
});
