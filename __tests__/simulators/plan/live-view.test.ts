import type { Manifest } from '../../../lib/kubernetes/manifest';
import { changedFields } from '../../../lib/simulators/plan/changed-fields';
import { completed } from '../../../lib/simulators/plan/completed';
import { isStrayObject } from '../../../lib/simulators/plan/is-stray-object';
import type { LiveObject } from '../../../lib/simulators/plan/live-object';
import { liveView } from '../../../lib/simulators/plan/live-view';
import { NEWEST, objectOf, web } from './api';

/** A Deployment as the API server gives it, with what it filled in, and what others wrote. */
const LIVE = objectOf(`
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  uid: abc
  generation: 3
  labels: { environment: test, team: added-by-hand }
  annotations: { deployment.kubernetes.io/revision: "1" }
spec:
  replicas: 5
  minReadySeconds: 9
  progressDeadlineSeconds: 600
  revisionHistoryLimit: 10
  selector: { matchLabels: { app: web } }
  strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 25%, maxUnavailable: 25% } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - { name: web, image: "web:v1", imagePullPolicy: IfNotPresent, terminationMessagePath: /dev/termination-log, resources: {} }
        - { name: injected, image: "proxy:1" }
status: { replicas: 5 }
`) as LiveObject;

const fields = (manager: string, operation: string, fieldsV1: Manifest['spec'], subresource?: string) =>
  ({ manager, operation, subresource, fieldsV1 }) as NonNullable<LiveObject['metadata']['managedFields']>[number];
const withFields = (...managedFields: NonNullable<LiveObject['metadata']['managedFields']>): LiveObject => ({
  ...LIVE,
  metadata: { ...LIVE.metadata, managedFields },
});

/** Paths in which what is to be applied differs from what is live. */
function differences(live: LiveObject, wanted: Manifest): string[] {
  const view = liveView(live, wanted, NEWEST);
  return changedFields(completed(view, NEWEST), completed(wanted, NEWEST), NEWEST).map(({ path }) => path);
}

const WANTED = objectOf(web());

test('what others wrote, and what the API server filled in, is no difference: replicas, labels, containers, defaults', () => {
  expect(differences(LIVE, WANTED)).toEqual([]);
});

test('what was changed by hand is one', () => {
  expect(differences(LIVE, objectOf(web('image: web:v2')))).toEqual(['spec.template.spec.containers[web].image']);
});

test('what was applied before and is wanted no more is taken away: by the client', () => {
  const before = JSON.stringify(objectOf(web('image: web:v1', 'minReadySeconds: 9')));
  const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': before };
  const live = { ...LIVE, metadata: { ...LIVE.metadata, annotations } };
  expect(differences(live, WANTED)).toEqual(['spec.minReadySeconds']);
});

test.each`
  manager                | operation   | subresource  | paths
  ${'kubectl'}           | ${'Apply'}  | ${undefined} | ${['spec.minReadySeconds']}
  ${'argocd-controller'} | ${'Apply'}  | ${undefined} | ${['spec.minReadySeconds']}
  ${'somebody-else'}     | ${'Apply'}  | ${undefined} | ${[]}
  ${'kubectl-edit'}      | ${'Update'} | ${undefined} | ${[]}
  ${'kubectl'}           | ${'Apply'}  | ${'scale'}   | ${[]}
`('and by the server, where $manager $operation it: $paths', ({ manager, operation, subresource, paths }) => {
  const live = withFields(fields(manager, operation, { 'f:spec': { 'f:minReadySeconds': {} } }, subresource));
  expect(differences(live, WANTED)).toEqual(paths);
});

test('items of a list that were applied are told by their keys', () => {
  const containers = { 'k:{"name":"injected"}': { '.': {}, 'f:image': {}, 'f:name': {} } };
  const applied = { 'f:spec': { 'f:template': { 'f:spec': { 'f:containers': containers } } } };
  expect(differences(withFields(fields('kubectl', 'Apply', applied)), WANTED)).toEqual([
    'spec.template.spec.containers[injected]',
  ]);
});

test('tolerations that admission gives every Pod are no difference', () => {
  const pod = (tolerations: string) =>
    objectOf(
      `apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: b }\nspec: { tolerations: [${tolerations}], containers: [{ name: c, image: x:1 }] }`,
    );
  const own = '{ key: a, operator: Exists }';
  const given = '{ key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 300 }';
  expect(differences(pod(`${own}, ${given}`) as LiveObject, pod(own))).toEqual([]);
});

test('what a Secret says as text is compared with what is kept', () => {
  const secret = (rest: string) => objectOf(`apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n${rest}`);
  const live = secret('type: Opaque\ndata: { a: Yg==, other: Yw== }') as LiveObject;
  expect(differences(live, secret('stringData: { a: b }'))).toEqual([]);
  expect(differences(live, secret('stringData: { a: c }'))).toEqual(['data.a']);
});

test.each`
  metadata                                                                                    | kind           | stray    | because
  ${{ name: 'a' }}                                                                            | ${'ConfigMap'} | ${true}  | ${'somebody applied it'}
  ${{ name: 'a', ownerReferences: [{ kind: 'ReplicaSet' }] }}                                 | ${'Pod'}       | ${false} | ${'a controller made it'}
  ${{ name: 'a', annotations: { 'argocd.argoproj.io/compare-options': 'IgnoreExtraneous' } }} | ${'ConfigMap'} | ${false} | ${'it is an old version, kept for a rollback'}
  ${{ name: 'a', deletionTimestamp: '2026-01-01T00:00:00Z' }}                                 | ${'ConfigMap'} | ${false} | ${'it is on its way out'}
  ${{ name: 'a' }}                                                                            | ${'Endpoints'} | ${false} | ${'the cluster writes it'}
`('$kind counts as left over, $stray: $because', ({ metadata, kind, stray }) => {
  expect(isStrayObject({ apiVersion: 'v1', kind, metadata })).toBe(stray);
});
