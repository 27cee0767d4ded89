import { App, Chart } from 'cdk8s';
import { ownNamespace } from '../../../lib/charts/tutorials/own-namespace';
import type { PodSecurityLevel } from '../../../lib/constructs/tenancy/tenancy-props';
import { tutorial } from '../../../lib/environments/tutorial';
import { withReleases } from '../../../lib/environments/with-releases';

const env = withReleases(tutorial, {});
const level = 'pod-security.kubernetes.io/enforce';

test.each<[PodSecurityLevel | undefined, string]>([
  [undefined, 'restricted'],
  ['privileged', 'privileged'],
])("of a chapter that asks for %s it is the chart's, of the environment, and %s", (podSecurity, enforced) => {
  const chart = new Chart(new App(), 'chapter', { namespace: 'tutorial-chapter' });
  const { metadata } = ownNamespace(chart, env, podSecurity).namespace.toJson();
  expect(metadata).toMatchObject({
    name: 'tutorial-chapter',
    labels: { environment: 'tutorial', [level]: enforced },
  });
});

test('it has room for thirty Pods', () => {
  const chart = new Chart(new App(), 'chapter', { namespace: 'tutorial-chapter' });
  expect(ownNamespace(chart, env).quota.toJson().spec.hard).toMatchObject({ pods: '30', 'limits.cpu': '12' });
});

test('fails for a chart without a namespace', () => {
  const chart = new Chart(new App(), 'chapter');
  expect(() => ownNamespace(chart, env)).toThrow('[chapter] namespace: is required; give the chart one');
});
