import { DeploymentsChart } from '../../../lib/charts/tutorials/deployments';
import { chapterOf } from '../../support/chapter';

const { of, problems } = chapterOf(DeploymentsChart);

test.each`
  deployment               | lesson                                    | has
  ${'hellok8s'}            | ${'three copies'}                         | ${{ replicas: 3, template: { spec: { containers: [{ livenessProbe: { httpGet: { path: '/healthz' } } }] } } }}
  ${'nginx'}               | ${'three copies'}                         | ${{ replicas: 3 }}
  ${'tutorial-deployment'} | ${"name and count are the environment's"} | ${{ replicas: 2 }}
  ${'recreated'}           | ${'all old Pods go before the first new'} | ${{ strategy: { type: 'Recreate' } }}
  ${'metrics-server'}      | ${'whole, with an account of its own'}    | ${{ replicas: 1, template: { spec: { serviceAccountName: 'metrics-server', automountServiceAccountToken: true } } }}
`('$deployment: $lesson', ({ deployment, has }) => {
  const { spec } = of(`Deployment/${deployment}`);
  expect(problems).toEqual([]);
  expect(spec).toMatchObject(has);
  expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
});

test.each(['v1', 'v2'])('the page of %s is written where nginx looks for it, and says so', (version) => {
  const { initContainers, containers } = of(`Deployment/page-${version}`).spec.template.spec;
  expect(initContainers[0]).toMatchObject({ command: ['/bin/sh', '-c', `echo ${version}-pod > /app/index.html`] });
  expect(initContainers[0].volumeMounts).toContainEqual({ name: 'app', mountPath: '/app' });
  const mount = { name: 'app', mountPath: '/usr/share/nginx/html', readOnly: true };
  expect(containers[0].volumeMounts).toContainEqual(mount);
});

test('both versions of the page are one application, each with Pods of its own', () => {
  const [v1, v2] = ['v1', 'v2'].map((version) => of(`Deployment/page-${version}`).spec.selector.matchLabels);
  expect(v1).toEqual({ 'app.kubernetes.io/name': 'page', 'app.kubernetes.io/instance': 'page-v1' });
  expect(v2).toEqual({ 'app.kubernetes.io/name': 'page', 'app.kubernetes.io/instance': 'page-v2' });
});

test('the metrics server has its account', () => {
  expect(of('ServiceAccount/metrics-server').automountServiceAccountToken).toBe(true);
});
