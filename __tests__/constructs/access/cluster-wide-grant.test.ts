import { ClusterWideGrant, type ClusterWideGrantProps } from '../../../lib/constructs/access/cluster-wide-grant';
import { NamespaceRole } from '../../../lib/constructs/access/namespace-role';
import { roleReferenceTo } from '../../../lib/constructs/access/role-reference';
import { Subject } from '../../../lib/constructs/access/subject';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

function bindingOf(props: Partial<ClusterWideGrantProps> = {}) {
  const chart = testChart();
  new ClusterWideGrant(chart, 'NodeScrapers', {
    role: roleReferenceTo('scraper'),
    to: [Subject.group('ops')],
    ...props,
  });
  return objectOf(chart, 'ClusterRoleBinding');
}

test('all defaults: a ClusterRoleBinding named after the construct', () => {
  const { metadata, roleRef, subjects } = bindingOf();
  expect(metadata).toMatchObject({ name: 'node-scrapers', labels: { environment: 'rehearsal' } });
  expect(roleRef).toEqual({ apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'scraper' });
  expect(subjects).toEqual([{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'ops' }]);
});

test('name and labels', () => {
  expect(bindingOf({ name: 'scrapers', labels: { owner: 'ops' } }).metadata).toMatchObject({
    name: 'scrapers',
    labels: { owner: 'ops' },
  });
});

test('fails when the role of a namespace is granted in the whole cluster', () => {
  const { reference } = new NamespaceRole(testChart(), 'Reader', { rules: [] });
  expect(refusalOf(() => bindingOf({ role: reference }))).toBe(
    'RoleOfNamespace [test/NodeScrapers] role: invalid value "reader": must not be the role of a namespace',
  );
});

test.each([{ to: [] }, { to: [Subject.user('')] }, { name: 'a/b' }])('fails for %j', (props) => {
  expect(refusalOf(() => bindingOf(props))).toMatch(
    /^(GrantedToNobody|InvalidSubject|InvalidName) \[test\/NodeScrapers\] (to|name): /,
  );
});
