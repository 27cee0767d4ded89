import { NamespaceGrant, type NamespaceGrantProps } from '../../../lib/constructs/access/namespace-grant';
import { NamespaceRole } from '../../../lib/constructs/access/namespace-role';
import { roleReferenceTo } from '../../../lib/constructs/access/role-reference';
import { Subject } from '../../../lib/constructs/access/subject';
import { WorkloadAccount } from '../../../lib/constructs/access/workload-account';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

const view = roleReferenceTo('view');
const ann = Subject.user('ann@example.com');

function bindingOf(props: Partial<NamespaceGrantProps> = {}) {
  const chart = testChart();
  new NamespaceGrant(chart, 'OrderReaders', { role: view, to: [ann], ...props });
  return objectOf(chart, 'RoleBinding');
}

test('all defaults: a RoleBinding in the namespace of the chart, named after the construct', () => {
  const { metadata, roleRef, subjects } = bindingOf();
  expect(metadata).toMatchObject({ name: 'order-readers', namespace: 'shop', labels: { environment: 'rehearsal' } });
  expect(roleRef).toEqual({ apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' });
  expect(subjects).toEqual([{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'ann@example.com' }]);
});

test('to: users, groups and service accounts, each as Kubernetes names it', () => {
  const to = [Subject.group('backend'), Subject.serviceAccount('deployer', 'ci')];
  expect(bindingOf({ to }).subjects).toEqual([
    { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'backend' },
    { kind: 'ServiceAccount', name: 'deployer', namespace: 'ci' },
  ]);
});

test('name, namespace and labels', () => {
  const props = { name: 'readers', namespace: 'warehouse', labels: { environment: 'night-shift' } };
  expect(bindingOf(props).metadata).toMatchObject(props);
});

test('role: that of a namespace is granted in it, and to the account of a workload', () => {
  const chart = testChart();
  const role = new NamespaceRole(chart, 'Role', { rules: [], name: 'reader', namespace: 'warehouse' });
  const { subject } = new WorkloadAccount(chart, 'Controller');
  new NamespaceGrant(chart, 'Grant', { role: role.reference, to: [subject], namespace: 'warehouse' });
  const { roleRef, subjects } = objectOf(chart, 'RoleBinding');
  expect(roleRef).toMatchObject({ kind: 'Role', name: 'reader' });
  expect(subjects).toEqual([{ kind: 'ServiceAccount', name: 'controller', namespace: 'shop' }]);
});

// Kubernetes takes a binding whose Role is not there, and it allows nothing
test('fails when the role is of another namespace', () => {
  const chart = testChart();
  const { reference } = new NamespaceRole(chart, 'Reader', { rules: [] });
  expect(refusalOf(() => bindingOf({ role: reference, namespace: 'warehouse' }))).toBe(
    'RoleElsewhere [test/OrderReaders] role: invalid value "shop/reader": must be a role of the same namespace (warehouse)',
  );
});

test('fails when it is granted to nobody', () => {
  expect(refusalOf(() => bindingOf({ to: [] }))).toBe(
    'GrantedToNobody [test/OrderReaders] to: invalid value []: must name somebody',
  );
});

test.each([
  [Subject.user(''), 'invalid value "": must have a name'],
  [Subject.group(''), 'invalid value "": must have a name'],
  [Subject.serviceAccount('De_ployer', 'ci'), 'invalid value "De_ployer": must be lower case letters'],
  [Subject.serviceAccount('deployer', 'c.i'), 'invalid value "c.i": must be lower case letters'],
])('fails for a subject that cannot be: %j', (subject, sentence) => {
  expect(refusalOf(() => bindingOf({ to: [ann, subject] }))).toContain(
    `InvalidSubject [test/OrderReaders] to: ${sentence}`,
  );
});

test('fails when the name cannot be one', () => {
  expect(refusalOf(() => bindingOf({ name: '..' }))).toMatch(/^InvalidName \[test\/OrderReaders\] name: /);
});
