import { ClusterWideRole, type ClusterWideRoleProps } from '../../../lib/constructs/access/cluster-wide-role';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

function roleOf(props: ClusterWideRoleProps) {
  const chart = testChart();
  new ClusterWideRole(chart, 'NodeScraper', props);
  return objectOf(chart, 'ClusterRole');
}

test('all defaults: a ClusterRole named after the construct; also of the cluster’s resources', () => {
  const { metadata, rules } = roleOf({ rules: [{ resources: ['nodes/metrics'], verbs: ['get'] }] });
  expect(metadata).toMatchObject({ name: 'node-scraper', labels: { environment: 'rehearsal' } });
  expect(metadata).not.toHaveProperty('annotations');
  expect(rules).toEqual([{ apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] }]);
});

test('name and labels', () => {
  const { metadata } = roleOf({ rules: [], name: 'scraper', labels: { owner: 'ops' } });
  expect(metadata).toMatchObject({ name: 'scraper', labels: { owner: 'ops' } });
});

test('rules: paths that are no objects', () => {
  expect(roleOf({ rules: [{ paths: ['/metrics', '/healthz/*'], verbs: ['get'] }] }).rules).toEqual([
    { nonResourceURLs: ['/metrics', '/healthz/*'], verbs: ['get'] },
  ]);
});

test('aggregateTo: the rules become part of Kubernetes’ own roles', () => {
  const { labels } = roleOf({ rules: [], aggregateTo: ['view', 'admin'] }).metadata;
  expect(labels).toMatchObject({
    'rbac.authorization.k8s.io/aggregate-to-view': 'true',
    'rbac.authorization.k8s.io/aggregate-to-admin': 'true',
  });
  expect(labels).not.toHaveProperty('rbac.authorization.k8s.io/aggregate-to-edit');
});

test.each(['metrics', '/a*b', ''])('fails for the path "%s"', (path) => {
  const refusal = refusalOf(() => roleOf({ rules: [{ paths: [path], verbs: ['get'] }] }));
  expect(refusal).toMatch(/^(InvalidPath|EmptyRule) \[test\/NodeScraper\] rules\[0\]\.paths: /);
});

test('fails for a resource that is none', () => {
  expect(refusalOf(() => roleOf({ rules: [{ resources: ['node'], verbs: ['get'] }] }))).toMatch(/^UnknownResource /);
});
