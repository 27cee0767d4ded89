import { changedFields } from '../../../lib/simulators/plan/changed-fields';
import { completed } from '../../../lib/simulators/plan/completed';
import { NEWEST, objectOf, web } from './api';

/** Paths of the fields in which two objects differ for the API server. */
function differences(before: string, after: string): string[] {
  const [old, now] = [before, after].map((text) => completed(objectOf(text), NEWEST));
  if (!old || !now) throw new Error('no object');
  return changedFields(old, now, NEWEST).map(
    (field) => `${field.path}: ${JSON.stringify(field.before)} -> ${JSON.stringify(field.after)}`,
  );
}

const object = (kind: string, rest: string, apiVersion = 'v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a, namespace: shop }\n${rest}`;

test.each`
  said                                                                                                                                                                                                                                                                                          | left                                                                                                                                               | because
  ${web('image: a:v1', 'replicas: 1')}                                                                                                                                                                                                                                                          | ${web('image: a:v1')}                                                                                                                              | ${'one replica is the default'}
  ${web('image: a:v1\nimagePullPolicy: IfNotPresent')}                                                                                                                                                                                                                                          | ${web('image: a:v1')}                                                                                                                              | ${'a tag is pulled once'}
  ${web('image: a\nimagePullPolicy: Always')}                                                                                                                                                                                                                                                   | ${web('image: a')}                                                                                                                                 | ${'no tag is latest'}
  ${web('image: r:5000/a\nimagePullPolicy: Always')}                                                                                                                                                                                                                                            | ${web('image: r:5000/a')}                                                                                                                          | ${'a port is no tag'}
  ${web('image: a:1\nresources: {}\nenv: []')}                                                                                                                                                                                                                                                  | ${web('image: a:1')}                                                                                                                               | ${'what is empty says nothing'}
  ${web('image: a:1\nstdin: false')}                                                                                                                                                                                                                                                            | ${web('image: a:1')}                                                                                                                               | ${'false is nothing where Go holds a value'}
  ${web('image: a:1\nresources: { requests: { cpu: 1000m } }')}                                                                                                                                                                                                                                 | ${web('image: a:1\nresources: { requests: { cpu: 1 } }')}                                                                                          | ${'quantities have one form'}
  ${object('Service', 'spec: { ports: [{ port: 80, targetPort: 80, protocol: TCP }], sessionAffinity: None }')}                                                                                                                                                                                 | ${object('Service', 'spec: { ports: [{ port: 80 }] }')}                                                                                            | ${'the target is the port'}
  ${object('Secret', 'type: Opaque\ndata: { a: Yg== }')}                                                                                                                                                                                                                                        | ${object('Secret', 'stringData: { a: b }')}                                                                                                        | ${'text becomes data'}
  ${object('NetworkPolicy', 'spec: { podSelector: {}, policyTypes: [Ingress] }', 'networking.k8s.io/v1')}                                                                                                                                                                                       | ${object('NetworkPolicy', 'spec: { ingress: [] }', 'networking.k8s.io/v1')}                                                                        | ${'no rule is no rule'}
  ${object('Job', 'spec: { completions: 1, parallelism: 1, backoffLimit: 6, template: { spec: { containers: [] } } }', 'batch/v1')}                                                                                                                                                             | ${object('Job', 'spec: { template: { spec: { containers: [] } } }', 'batch/v1')}                                                                   | ${'a Job runs once'}
  ${object('LimitRange', 'spec: { limits: [{ type: Container, max: { cpu: 1 }, default: { cpu: 1 }, defaultRequest: { cpu: 1 } }] }')}                                                                                                                                                          | ${object('LimitRange', 'spec: { limits: [{ type: Container, max: { cpu: 1 } }] }')}                                                                | ${'the most is the default'}
  ${object('HTTPRoute', `spec: { parentRefs: [{ name: web, group: gateway.networking.k8s.io, kind: Gateway }], rules: [{ matches: [{ path: { type: PathPrefix, value: / } }], backendRefs: [{ group: '', kind: Service, name: a, port: 80, weight: 1 }] }] }`, 'gateway.networking.k8s.io/v1')} | ${object('HTTPRoute', 'spec: { parentRefs: [{ name: web }], rules: [{ backendRefs: [{ name: a, port: 80 }] }] }', 'gateway.networking.k8s.io/v1')} | ${'a route has every path, and a backend is a Service'}
  ${object('HTTPRoute', `spec: { parentRefs: [{ name: web, kind: null }], rules: [{ backendRefs: [{ name: a, port: 80, weight: null }] }] }`, 'gateway.networking.k8s.io/v1')}                                                                                                                  | ${object('HTTPRoute', 'spec: { parentRefs: [{ name: web }], rules: [{ backendRefs: [{ name: a, port: 80 }] }] }', 'gateway.networking.k8s.io/v1')} | ${'null is no value where there is a default'}
`('are the same to the API server: $because', ({ said, left }) => {
  expect(differences(said, left)).toEqual([]);
});

test.each`
  before                                                               | after                                          | changed
  ${web('image: a:1')}                                                 | ${web('image: a:1\nsecurityContext: {}')}      | ${'spec.template.spec.containers[web].securityContext: undefined -> {}'}
  ${web('image: a:1', 'replicas: 3')}                                  | ${web('image: a:1')}                           | ${'spec.replicas: 3 -> 1'}
  ${web('image: a:1')}                                                 | ${web('image: a:2')}                           | ${'spec.template.spec.containers[web].image: "a:1" -> "a:2"'}
  ${object('PersistentVolumeClaim', 'spec: { storageClassName: "" }')} | ${object('PersistentVolumeClaim', 'spec: {}')} | ${'spec.storageClassName: "" -> undefined'}
  ${object('ConfigMap', 'data: { a.b: "" }')}                          | ${object('ConfigMap', 'data: { a.b: c }')}     | ${'data["a.b"]: "" -> "c"'}
`('differ to the API server: $changed', ({ before, after, changed }) => {
  expect(differences(before, after)).toEqual([changed]);
});

test('items of a list are told apart by their keys, and their order is a difference of its own', () => {
  const ports = (...names: string[]) =>
    web(`image: a:1\nenv:\n${names.map((name) => `- { name: ${name}, value: "1" }`).join('\n')}`);
  expect(differences(ports('a', 'b'), ports('a', 'b', 'c'))).toEqual([
    'spec.template.spec.containers[web].env[c]: undefined -> {"name":"c","value":"1"}',
  ]);
  expect(differences(ports('a', 'b'), ports('b', 'a'))).toHaveLength(1);
});

test('of custom resources only the status is left out', () => {
  const custom = {
    apiVersion: 'x.io/v1',
    kind: 'X',
    metadata: { name: 'a' },
    spec: { a: null, b: '' },
    status: { c: 1 },
  };
  const { status, ...rest } = custom;
  expect(completed(custom, NEWEST)).toEqual(rest);
});
