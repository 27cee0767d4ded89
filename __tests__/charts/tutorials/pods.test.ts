import { PodsChart } from '../../../lib/charts/tutorials/pods';
import { chapterOf } from '../../support/chapter';

const { of, problems } = chapterOf(PodsChart);
const containerOf = (name: string) => of(`Pod/${name}`).spec.containers[0];

test('it has a namespace of its own, which lets Pods have something of their node', () => {
  expect(problems).toEqual([]);
  expect(of('Namespace/tutorial-pods').metadata.labels).toMatchObject({
    environment: 'tutorial',
    'pod-security.kubernetes.io/enforce': 'privileged',
  });
});

test.each`
  pod                | lesson                                         | has
  ${'hellok8s-pod'}  | ${'an image with a version'}                   | ${{ image: expect.stringMatching(/\/hellok8s:v1$/) }}
  ${'web-pod'}       | ${'a port of the node leads to the container'} | ${{ ports: [{ name: 'web', containerPort: 8080, hostPort: 18080 }] }}
  ${'nginx'}         | ${'a container port alone leads nowhere'}      | ${{ ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }] }}
  ${'named-port'}    | ${'a port has a name'}                         | ${{ ports: [{ name: 'nginx-port' }] }}
  ${'always-pulled'} | ${'the registry is asked each time'}           | ${{ imagePullPolicy: 'Always' }}
  ${'sized'}         | ${'what it asks for, and may take'}            | ${{ resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' } } }}
  ${'local-time'}    | ${'the time zone of the node'}                 | ${{ volumeMounts: expect.arrayContaining([{ name: 'localtime', mountPath: '/etc/localtime', readOnly: true }]) }}
`('$pod: $lesson', ({ pod, has }) => {
  expect(containerOf(pod)).toMatchObject(has);
});

test('a private image has its tag behind a colon, and is pulled with a Secret', () => {
  const { spec, metadata } = of('Pod/private-image');
  expect(spec.imagePullSecrets).toEqual([{ name: 'aliyun' }]);
  expect(spec.containers[1].image).toBe('registry.cn-shanghai.aliyuncs.com/xudaxian/arcgis:v1.0');
  expect(metadata.annotations).toHaveProperty('tutorial/needs');
});

test('labels of their own stand beside the environment', () => {
  expect(of('Pod/frontend').metadata.labels).toMatchObject({ app: 'frontend', environment: 'tutorial' });
  expect(of('Pod/my-pod').metadata.labels).toMatchObject({ app: 'my-app', tier: 'backend' });
});

test('a Pod is found by its hostname under a headless Service that selects it', () => {
  const { spec, metadata } = of('Pod/subdomain');
  const service = of('Service/my-subdomain');
  expect([spec.hostname, spec.subdomain, service.spec.clusterIP]).toEqual(['my-pod', 'my-subdomain', 'None']);
  expect(metadata.labels).toMatchObject(service.spec.selector);
  expect(of('Pod/hostname').spec.hostname).toBe('my-pod-hostname');
});

test('a Service is called by its DNS name, once, and both sides are let through', () => {
  const host = 'myapp-service.tutorial-pods.svc.cluster.local';
  expect(of('Service/myapp-service').spec.ports).toMatchObject([{ port: 8080 }]);
  expect(containerOf('myapp-pod').env).toEqual([
    { name: 'DATABASE_HOST', value: host },
    { name: 'DATABASE_PORT', value: '8080' },
  ]);
  const { spec, metadata } = of('Pod/call-once');
  expect([spec.restartPolicy, spec.containers[0].command[2]]).toEqual(['OnFailure', `curl --fail http://${host}:8080`]);
  const to = of('NetworkPolicy/call-once-to-server').spec;
  const from = of('NetworkPolicy/myapp-server-from-caller').spec;
  expect(metadata.labels).toMatchObject(to.podSelector.matchLabels);
  expect(metadata.labels).toMatchObject(from.ingress[0].from[0].podSelector.matchLabels);
  expect(of('Pod/myapp-server').metadata.labels).toMatchObject(to.egress[0].to[0].podSelector.matchLabels);
});
