import { podFieldItems, podFieldsProblem } from '../../../lib/constructs/storage/pod-fields';

test('each file has its field', () => {
  expect(podFieldItems({ labels: 'metadata.labels', 'id/uid': 'metadata.uid' })).toEqual([
    { path: 'labels', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.labels' } },
    { path: 'id/uid', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.uid' } },
  ]);
});

test.each([
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.labels',
  'metadata.annotations',
  "metadata.labels['app.kubernetes.io/name']",
  "metadata.annotations['Example.com/Build']",
])('takes %s', (field) => {
  expect(podFieldsProblem({ file: field })).toBeUndefined();
});

// what kube-apiserver 1.30.14 and 1.36.3 refuse of a volume, also where they take it of a variable
test.each([
  'status.podIP',
  'spec.nodeName',
  'spec.serviceAccountName',
  'metadata.foo',
  '',
  "metadata.labels['']",
  "metadata.labels['A/b']",
  "metadata.uid['a']",
])('fails for %s', (field) => {
  expect(podFieldsProblem({ file: field })).toMatchObject({ prop: 'podFields', got: field });
});

test('fails for a file outside the volume', () => {
  const rule = 'must be a relative path';
  expect(podFieldsProblem({ '/file': 'metadata.name' })).toMatchObject({ prop: 'podFields', got: '/file', rule });
});
