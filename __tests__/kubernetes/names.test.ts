import fc from 'fast-check';
import {
  dnsNameProblem,
  driverNameProblem,
  kebabCase,
  nameProblem,
  portNameProblem,
  servicePortNameProblem,
} from '../../lib/kubernetes/names';

test.each`
  kind               | most   | because
  ${'Secret'}        | ${253} | ${'as Kubernetes has it for most kinds'}
  ${'GitRepository'} | ${253} | ${'a custom resource is one of most kinds'}
  ${'Namespace'}     | ${63}  | ${'it is a label of a DNS name'}
  ${'Service'}       | ${63}  | ${'it is a label of a DNS name'}
  ${'Deployment'}    | ${46}  | ${'a Pod name of 63 holds a hash of 10, 5 random ones and two hyphens besides'}
  ${'ReplicaSet'}    | ${57}  | ${'a Pod name of 63 holds 5 random ones and a hyphen besides'}
  ${'DaemonSet'}     | ${57}  | ${'a Pod name of 63 holds 5 random ones and a hyphen besides'}
  ${'Job'}           | ${57}  | ${'a Pod name of 63 holds 5 random ones and a hyphen besides'}
  ${'StatefulSet'}   | ${52}  | ${'a label value of 63 holds a hash of 10 and a hyphen besides'}
  ${'Pod'}           | ${63}  | ${'its containers are given it as the name of their host'}
  ${'CronJob'}       | ${52}  | ${'a Job name of 63 holds the time, 10 digits, and a hyphen besides'}
`('the name of a $kind has at most $most characters: $because', ({ kind, most }) => {
  expect(nameProblem(kind, 'a'.repeat(most))).toBeUndefined();
  expect(nameProblem(kind, 'a'.repeat(most + 1))).toBe(
    `must be at most ${most} characters for a ${kind}, has ${most + 1}`,
  );
});

test.each`
  kind                    | name              | because
  ${'ConfigMap'}          | ${'a'}            | ${'one character is enough'}
  ${'ConfigMap'}          | ${'9.example-1'}  | ${'a digit may come first, and dots join labels'}
  ${'Namespace'}          | ${'2nd-team'}     | ${'a namespace may begin with a digit'}
  ${'Service'}            | ${'team-2'}       | ${'a service may end with one'}
  ${'ClusterRole'}        | ${'system:Nodes'} | ${'RBAC takes any segment of a path'}
  ${'ClusterRoleBinding'} | ${'a b'}          | ${'RBAC takes any segment of a path'}
`('a $kind may be called "$name": $because', ({ kind, name }) => {
  expect(nameProblem(kind, name)).toBeUndefined();
});

const AS_MOST = 'must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit';
const AS_NAMESPACE = 'must be lower case letters, digits and "-", beginning and ending with a letter or digit';
const AS_SERVICE = 'must be lower case letters, digits and "-", beginning with a letter, ending with a letter or digit';
const AS_ROLE = 'must not be "." or ".." and must not contain "/" or "%"';

test.each`
  kind                    | name        | rule
  ${'ConfigMap'}          | ${''}       | ${AS_MOST}
  ${'ConfigMap'}          | ${'Web'}    | ${AS_MOST}
  ${'ConfigMap'}          | ${'web_1'}  | ${AS_MOST}
  ${'ConfigMap'}          | ${'-web'}   | ${AS_MOST}
  ${'ConfigMap'}          | ${'web-'}   | ${AS_MOST}
  ${'ConfigMap'}          | ${'a..b'}   | ${AS_MOST}
  ${'ConfigMap'}          | ${'a.-b'}   | ${AS_MOST}
  ${'Deployment'}         | ${'web '}   | ${AS_MOST}
  ${'Namespace'}          | ${'a.b'}    | ${AS_NAMESPACE}
  ${'StatefulSet'}        | ${'a.b'}    | ${AS_NAMESPACE}
  ${'Service'}            | ${'9lives'} | ${AS_SERVICE}
  ${'Service'}            | ${'a.b'}    | ${AS_SERVICE}
  ${'Role'}               | ${'a/b'}    | ${AS_ROLE}
  ${'RoleBinding'}        | ${'50%'}    | ${AS_ROLE}
  ${'ClusterRole'}        | ${'a/b'}    | ${AS_ROLE}
  ${'ClusterRoleBinding'} | ${'a/b'}    | ${AS_ROLE}
`('a $kind may not be called "$name"', ({ kind, name, rule }) => {
  expect(nameProblem(kind, name)).toBe(rule);
});

test('a line break at the end of a name is not overlooked', () => {
  expect(nameProblem('ConfigMap', 'web\n')).toBe(AS_MOST);
});

test('a kind that is called as a property of every object is a kind like any other', () => {
  expect(nameProblem('constructor', 'web')).toBeUndefined();
});

test.each(['.', '..'])('a Role may not be called "%s", which a path takes for a folder', (name) => {
  expect(nameProblem('Role', name)).toContain('must not be "." or ".."');
});

// the API server takes it (1.30 and 1.36): RBAC names have no length of their own
test('the name of a Role may be longer than that of most kinds', () => {
  expect(nameProblem('ClusterRole', 'a'.repeat(300))).toBeUndefined();
});

test('names of most kinds agree with the words of Kubernetes: labels joined by dots, none empty, no hyphen at an end', () => {
  const allowed = 'abcdefghijklmnopqrstuvwxyz0123456789-';
  const isLabel = (label: string) =>
    label.length > 0 && [...label].every((c) => allowed.includes(c)) && !label.startsWith('-') && !label.endsWith('-');
  const name = fc.string({ unit: fc.constantFrom(...'ab0-.A_'), maxLength: 12 });
  fc.assert(
    fc.property(name, (text) => {
      expect(nameProblem('Secret', text) === undefined).toBe(text.split('.').every(isLabel));
      expect(nameProblem('Namespace', text) === undefined).toBe(isLabel(text));
      expect(nameProblem('Service', text) === undefined).toBe(isLabel(text) && /^[a-z]/.test(text));
    }),
    { numRuns: 1000 },
  );
});

test.each`
  name                  | problem
  ${'http'}             | ${false}
  ${'h2'}               | ${false}
  ${'2h'}               | ${false}
  ${'grpc-web'}         | ${false}
  ${'abcdefghijklmno'}  | ${false}
  ${'abcdefghijklmnop'} | ${true}
  ${'8080'}             | ${true}
  ${'a--b'}             | ${true}
  ${'-a'}               | ${true}
  ${'a-'}               | ${true}
  ${'HTTP'}             | ${true}
  ${'a_b'}              | ${true}
  ${''}                 | ${true}
`('"$name" is refused as the name of a port: $problem', ({ name, problem }) => {
  const rule = 'must be at most 15 lower case letters, digits and single "-", with a letter among them';
  expect(portNameProblem(name)).toBe(problem ? rule : undefined);
});

// the API server takes all of them
test.each(['a', '8080', 'a--b', 'a'.repeat(63)])('the port of a Service may be called "%s"', (name) => {
  expect(servicePortNameProblem(name)).toBeUndefined();
});

test.each`
  name              | rule
  ${''}             | ${AS_NAMESPACE}
  ${'Http'}         | ${AS_NAMESPACE}
  ${'a.b'}          | ${AS_NAMESPACE}
  ${'a-'}           | ${AS_NAMESPACE}
  ${'a'.repeat(64)} | ${'must be at most 63 characters, has 64'}
`('the port of a Service may not be called "$name"', ({ name, rule }) => {
  expect(servicePortNameProblem(name)).toBe(rule);
});

test.each(['db.example.com', 'db.example.com.', '1.example', `${'a'.repeat(63)}.b`])('"%s" is a DNS name', (name) => {
  expect(dnsNameProblem(name)).toBeUndefined();
});

const LONG = 'must be at most 253 characters, and 63 between two dots';

test.each`
  name                        | rule
  ${''}                       | ${AS_MOST}
  ${'db_1.example.com'}       | ${AS_MOST}
  ${'DB.example.com'}         | ${AS_MOST}
  ${'a..b'}                   | ${AS_MOST}
  ${'10.0.0.1'}               | ${'must be a DNS name, not an address'}
  ${'db'}                     | ${'must be a DNS name in full, with a dot'}
  ${`${'a'.repeat(64)}.b`}    | ${LONG}
  ${`${'a.'.repeat(127)}com`} | ${LONG}
`('"$name" is no DNS name: $rule', ({ name, rule }) => {
  expect(dnsNameProblem(name)).toBe(rule);
});

test.each`
  id                 | name
  ${'Web'}           | ${'web'}
  ${'HelloCanary'}   | ${'hello-canary'}
  ${'HTTPRoute'}     | ${'http-route'}
  ${'MyHTTPServer'}  | ${'my-http-server'}
  ${'TeamAPI'}       | ${'team-api'}
  ${'V2Api'}         | ${'v2-api'}
  ${'Hello World'}   | ${'hello-world'}
  ${'hello_world'}   | ${'hello-world'}
  ${'already-kebab'} | ${'already-kebab'}
`('the id $id becomes the name $name', ({ id, name }) => {
  expect(kebabCase(id)).toBe(name);
});

test('a PascalCase id becomes a valid name that keeps its letters, and is a name already the second time', () => {
  const word = fc.stringMatching(/^[A-Z][a-z0-9]{0,6}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const name = kebabCase(words.join(''));
      expect(nameProblem('Service', name)).toBeUndefined();
      expect(name.replaceAll('-', '')).toBe(words.join('').toLowerCase());
      expect(kebabCase(name)).toBe(name);
    }),
  );
});

test('words of two letters and more are told apart: each begins after a hyphen', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{1,6}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      expect(kebabCase(words.join(''))).toBe(words.join('-').toLowerCase());
    }),
  );
});

test.each(['ebs.csi.aws.com', 'x', 'Secrets-Store.csi.k8s.io', 'a'.repeat(63)])(
  'a CSI driver may be called "%s"',
  (name) => {
    expect(driverNameProblem(name)).toBeUndefined();
  },
);

test.each`
  name                       | problem
  ${''}                      | ${AS_MOST}
  ${'a_b'}                   | ${AS_MOST}
  ${'kubernetes.io/aws-ebs'} | ${AS_MOST}
  ${'a'.repeat(64)}          | ${'must be at most 63 characters, has 64'}
`('a CSI driver may not be called "$name"', ({ name, problem }) => {
  expect(driverNameProblem(name)).toBe(problem);
});
