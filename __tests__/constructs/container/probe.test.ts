import { Duration } from 'cdk8s';
import { DEFAULTS, Probe } from '../../../lib/constructs/container/probe';
import { ProbedDeployment } from '../../../lib/constructs/workload/probed-deployment';
import { objectOf, testChart } from '../../support/chart';
import { image, size } from '../../support/samples';

/** The probe as it is written, of a container whose port is called `api`. */
function manifestOf(probe: Probe) {
  const chart = testChart();
  new ProbedDeployment(chart, 'Web', {
    image,
    size,
    port: 8080,
    portName: 'api',
    readiness: probe,
    liveness: Probe.tcp(),
  });
  return objectOf(chart, 'Deployment').spec.template.spec.containers[0].readinessProbe;
}

test("all defaults: Kubernetes' own timings are written out, but the 0 that the API would drop", () => {
  expect(manifestOf(Probe.http('/ready'))).toEqual({
    httpGet: { path: '/ready', port: 'api', scheme: 'HTTP' },
    periodSeconds: 10,
    timeoutSeconds: 1,
    failureThreshold: 3,
    successThreshold: 1,
  });
  expect(DEFAULTS.initialDelay.toSeconds()).toBe(0);
});

test.each`
  timing                                   | field                    | value
  ${{ initialDelay: Duration.seconds(7) }} | ${'initialDelaySeconds'} | ${7}
  ${{ period: Duration.minutes(2) }}       | ${'periodSeconds'}       | ${120}
  ${{ timeout: Duration.seconds(4) }}      | ${'timeoutSeconds'}      | ${4}
  ${{ failureThreshold: 9 }}               | ${'failureThreshold'}    | ${9}
  ${{ successThreshold: 2 }}               | ${'successThreshold'}    | ${2}
`('$field is $value where it is given, for every kind of question', ({ timing, field, value }) => {
  const probes = [Probe.http('/', timing), Probe.tcp(timing), Probe.exec(['true'], timing), Probe.grpc(9000, timing)];
  expect(probes.map((probe) => manifestOf(probe)[field])).toEqual([value, value, value, value]);
});

test('HTTP: path, port, scheme and headers are asked for as they were given', () => {
  const probe = Probe.http('/live?full=1', { port: 9090, scheme: 'HTTPS', headers: { Host: 'orders', Accept: '*/*' } });
  expect(manifestOf(probe).httpGet).toEqual({
    path: '/live?full=1',
    port: 9090,
    scheme: 'HTTPS',
    httpHeaders: [
      { name: 'Host', value: 'orders' },
      { name: 'Accept', value: '*/*' },
    ],
  });
});

test.each`
  port         | asked
  ${undefined} | ${'api'}
  ${'api'}     | ${'api'}
  ${9090}      | ${9090}
`('a probe with the port $port asks $asked', ({ port, asked }) => {
  expect(manifestOf(Probe.http('/', { port })).httpGet.port).toBe(asked);
  expect(manifestOf(Probe.tcp({ port })).tcpSocket).toEqual({ port: asked });
});

test('a command is run word by word, without a shell', () => {
  expect(manifestOf(Probe.exec(['cat', '/tmp/ready file'])).exec).toEqual({ command: ['cat', '/tmp/ready file'] });
});

test('gRPC asks the service that is named, or the server as a whole', () => {
  expect(manifestOf(Probe.grpc(9000, { service: 'orders' })).grpc).toEqual({ port: 9000, service: 'orders' });
  expect(manifestOf(Probe.grpc(9000)).grpc).toEqual({ port: 9000, service: '' });
});

test('each probe asks one question', () => {
  const kinds = ['httpGet', 'tcpSocket', 'exec', 'grpc'];
  for (const probe of [Probe.http('/'), Probe.tcp(), Probe.exec(['true']), Probe.grpc(9000)]) {
    expect(Object.keys(manifestOf(probe)).filter((field) => kinds.includes(field))).toHaveLength(1);
  }
});

test.each`
  timing                                                                                      | seconds | because
  ${{}}                                                                                       | ${30}   | ${'three failures, 10 s apart'}
  ${{ initialDelay: Duration.seconds(20), period: Duration.seconds(5), failureThreshold: 7 }} | ${55}   | ${'20 s, then seven failures, 5 s apart'}
  ${{ timeout: Duration.seconds(60), successThreshold: 5 }}                                   | ${30}   | ${'neither the timeout nor successes count'}
`('the allowance of $timing is $seconds s: $because', ({ timing, seconds }) => {
  expect(Probe.http('/', timing).allowance.toSeconds()).toBe(seconds);
});
