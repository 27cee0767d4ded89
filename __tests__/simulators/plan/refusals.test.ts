import { IMMUTABLE_FIELDS } from '../../../lib/simulators/plan/immutable-fields';
import type { PlannedCluster } from '../../../lib/simulators/plan/plan';
import { updateChange } from '../../../lib/simulators/plan/update-change';
import { NEWEST, OLDEST, objectOf, objectsOf } from './api';

function verdictOf(before: string, after: string, cluster: PlannedCluster, others = ''): string {
  const objects = objectsOf(others);
  const pair = { before: objectOf(before), after: objectOf(after) };
  return updateChange(pair, { before: objects, after: objects }, cluster)?.verdict ?? 'nothing';
}

const object = (apiVersion: string, kind: string, fields: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a, namespace: shop }\n${fields}`;

const TEMPLATE = 'template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: c, image: x:1 }] } }';
const claim = (fields: string) =>
  object('v1', 'PersistentVolumeClaim', `spec: { accessModes: [ReadWriteOnce], ${fields} }`);
const size = (storage: string) => claim(`storageClassName: disk, resources: { requests: { storage: ${storage} } }`);
const storageClass = (grows: boolean) => `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: disk }
provisioner: d.io
allowVolumeExpansion: ${grows}`;
const service = (fields: string) => object('v1', 'Service', `spec: { ports: [{ port: 80 }], ${fields} }`);
const pod = (fields: string, image = 'x:1') =>
  object('v1', 'Pod', `spec: { containers: [{ name: c, image: "${image}" }], ${fields} }`);
const job = (fields: string, image = 'x:1') =>
  object(
    'batch/v1',
    'Job',
    `spec: { ${fields} template: { spec: { restartPolicy: Never, containers: [{ name: c, image: "${image}" }] } } }`,
  );
const set = (fields: string) =>
  object(
    'apps/v1',
    'StatefulSet',
    `spec: { serviceName: s, selector: { matchLabels: { a: b } }, ${fields} ${TEMPLATE} }`,
  );
const config = (fields: string) => object('v1', 'ConfigMap', fields);

test.each`
  before                                                                                       | after                                                                                                          | verdict      | because
  ${set('')}                                                                                   | ${set('podManagementPolicy: Parallel,')}                                                                       | ${'refused'} | ${'of a StatefulSet little may change'}
  ${set('')}                                                                                   | ${set('minReadySeconds: 5,')}                                                                                  | ${'changed'} | ${'this may'}
  ${size('1Gi')}                                                                               | ${size('500Mi')}                                                                                               | ${'refused'} | ${'volumes do not shrink'}
  ${claim('storageClassName: a')}                                                              | ${claim('storageClassName: b')}                                                                                | ${'refused'} | ${'a claim keeps its class'}
  ${claim('')}                                                                                 | ${claim('storageClassName: b')}                                                                                | ${'changed'} | ${'it may be given one'}
  ${service('type: ClusterIP')}                                                                | ${service('clusterIP: None')}                                                                                  | ${'refused'} | ${'it has an address'}
  ${service('clusterIP: None')}                                                                | ${service('type: ClusterIP')}                                                                                  | ${'nothing'} | ${'what is not said is kept'}
  ${service('clusterIP: None')}                                                                | ${service('type: NodePort')}                                                                                   | ${'refused'} | ${'no address, no port of a node'}
  ${service('type: ExternalName, externalName: a.b')}                                          | ${service('clusterIP: None')}                                                                                  | ${'changed'} | ${'it had no address'}
  ${service('type: LoadBalancer, loadBalancerClass: a.b/c')}                                   | ${service('type: LoadBalancer, loadBalancerClass: a.b/d')}                                                     | ${'refused'} | ${'the class stays'}
  ${pod('')}                                                                                   | ${pod('', 'x:2')}                                                                                              | ${'changed'} | ${'an image may change'}
  ${pod('')}                                                                                   | ${pod('hostNetwork: true')}                                                                                    | ${'refused'} | ${'little else may'}
  ${pod('activeDeadlineSeconds: 9')}                                                           | ${pod('activeDeadlineSeconds: 8')}                                                                             | ${'changed'} | ${'a deadline may come nearer'}
  ${pod('activeDeadlineSeconds: 9')}                                                           | ${pod('activeDeadlineSeconds: 10')}                                                                            | ${'refused'} | ${'and not go away'}
  ${pod('tolerations: [{ key: a, operator: Exists }]')}                                        | ${pod('tolerations: [{ key: a, operator: Exists }, { key: b, operator: Exists }]')}                            | ${'changed'} | ${'tolerations may be added'}
  ${pod('tolerations: [{ key: a, operator: Exists }]')}                                        | ${pod('')}                                                                                                     | ${'refused'} | ${'and not taken away'}
  ${job('')}                                                                                   | ${job('', 'x:2')}                                                                                              | ${'refused'} | ${'a Job keeps its template'}
  ${job('')}                                                                                   | ${job('ttlSecondsAfterFinished: 9,')}                                                                          | ${'changed'} | ${'and may be removed later'}
  ${job('parallelism: 2, completions: 2, completionMode: Indexed,')}                           | ${job('parallelism: 3, completions: 3, completionMode: Indexed,')}                                             | ${'changed'} | ${'an indexed Job may grow'}
  ${job('parallelism: 2, completions: 2, completionMode: Indexed,')}                           | ${job('parallelism: 2, completions: 3, completionMode: Indexed,')}                                             | ${'refused'} | ${'only both at once'}
  ${config('data: { a: b }')}                                                                  | ${config('data: { a: c }')}                                                                                    | ${'changed'} | ${'config may change'}
  ${config('immutable: true\ndata: { a: b }')}                                                 | ${config('immutable: true\ndata: { a: c }')}                                                                   | ${'refused'} | ${'but not when it says so'}
  ${config('immutable: true\ndata: { a: b }')}                                                 | ${config('data: { a: b }')}                                                                                    | ${'refused'} | ${'which it says for good'}
  ${config('data: { a: b }')}                                                                  | ${config('immutable: true\ndata: { a: b }')}                                                                   | ${'changed'} | ${'it may begin to'}
  ${object('v1', 'Secret', 'type: a')}                                                         | ${object('v1', 'Secret', 'type: b')}                                                                           | ${'refused'} | ${'a Secret keeps its type'}
  ${object('v1', 'ResourceQuota', 'spec: { scopes: [BestEffort] }')}                           | ${object('v1', 'ResourceQuota', 'spec: {}')}                                                                   | ${'refused'} | ${'scopes stay'}
  ${object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'roleRef: { kind: Role, name: a }')} | ${object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'roleRef: { kind: Role, name: b }')}                   | ${'refused'} | ${'a binding keeps its role'}
  ${object('storage.k8s.io/v1', 'StorageClass', 'provisioner: a')}                             | ${object('storage.k8s.io/v1', 'StorageClass', 'provisioner: a\nparameters: { b: c }')}                         | ${'refused'} | ${'a class keeps its parameters'}
  ${object('scheduling.k8s.io/v1', 'PriorityClass', 'value: 1')}                               | ${object('scheduling.k8s.io/v1', 'PriorityClass', 'value: 2')}                                                 | ${'refused'} | ${'a priority stays'}
  ${object('networking.k8s.io/v1', 'IngressClass', 'spec: { controller: a.b/c }')}             | ${object('networking.k8s.io/v1', 'IngressClass', 'spec: { controller: a.b/d }')}                               | ${'refused'} | ${'a controller stays'}
  ${object('v1', 'PersistentVolume', 'spec: { hostPath: { path: /a } }')}                      | ${object('v1', 'PersistentVolume', 'spec: { hostPath: { path: /b } }')}                                        | ${'refused'} | ${'a disk is a disk'}
  ${object('v1', 'PersistentVolume', 'spec: { hostPath: { path: /a } }')}                      | ${object('v1', 'PersistentVolume', 'spec: { persistentVolumeReclaimPolicy: Delete, hostPath: { path: /a } }')} | ${'changed'} | ${'what becomes of it may change'}
`('$verdict: $because', ({ before, after, verdict }) => {
  expect(verdictOf(before, after, NEWEST)).toBe(verdict);
});

test.each`
  grows    | verdict
  ${true}  | ${'changed'}
  ${false} | ${'refused'}
`('a claim grows where its class lets it: $grows', ({ grows, verdict }) => {
  expect(verdictOf(size('1Gi'), size('2Gi'), NEWEST, storageClass(grows))).toBe(verdict);
});

test('the history of a StatefulSet may be cut from 1.33 on', () => {
  const cut = [set(''), set('revisionHistoryLimit: 2,')] as const;
  expect(verdictOf(...cut, OLDEST)).toBe('refused');
  expect(verdictOf(...cut, NEWEST)).toBe('changed');
});

test('a suspended Job may be sent elsewhere; its requests may change from 1.36 on', () => {
  const suspended = (spec: string) =>
    object('batch/v1', 'Job', `spec: { suspend: true, template: { spec: { restartPolicy: Never, ${spec} } } }`);
  const plain = suspended('containers: [{ name: c, image: x:1 }]');
  const elsewhere = suspended('nodeSelector: { a: b }, containers: [{ name: c, image: x:1 }]');
  const larger = suspended('containers: [{ name: c, image: x:1, resources: { requests: { cpu: 2 } } }]');
  expect(verdictOf(plain, elsewhere, OLDEST)).toBe('changed');
  expect(verdictOf(plain, larger, OLDEST)).toBe('refused');
  expect(verdictOf(plain, larger, NEWEST)).toBe('changed');
});

test('says what to do: keep the selector, or delete the object and leave its Pods running', () => {
  const [before, after] = ['b', 'c'].map((label) =>
    objectOf(object('apps/v1', 'Deployment', `spec: { selector: { matchLabels: { a: ${label} } }, ${TEMPLATE} }`)),
  );
  if (!before || !after) throw new Error('no object');
  const change = updateChange({ before, after }, { before: [], after: [] }, NEWEST);
  expect(change?.because).toEqual([
    'spec.selector.matchLabels.a cannot be changed (b -> c), so nothing of the object is',
  ]);
  expect(change?.mend).toContain('kubectl delete deployment a -n shop --cascade=orphan');
});

test('every rule is of a kind that is served, or of a custom resource, and says where it comes from', () => {
  const served = new Set(
    [...NEWEST.schemas.kinds.values()].map(
      ({ apiVersion, kind }) => `${apiVersion.includes('/') ? apiVersion.split('/')[0] : ''}/${kind}`,
    ),
  );
  expect(
    IMMUTABLE_FIELDS.filter(({ kind, source }) => !served.has(kind) || source === '').map(({ kind }) => kind),
  ).toEqual([]);
});
