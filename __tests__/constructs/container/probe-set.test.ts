import { Duration } from 'cdk8s';
import type { ProbeSet } from '../../../lib/constructs/container/probe-set';
import { healthzProbes, springActuatorProbes } from '../../../lib/constructs/container/probe-set';

const asked = (set: ProbeSet) =>
  Object.fromEntries(Object.entries(set).map(([role, probe]) => [role, probe.manifest('http').httpGet]));
const paths = (set: ProbeSet) =>
  Object.fromEntries(Object.entries(asked(set)).map(([role, question]) => [role, question?.path]));

test('healthz: all three ask one path, of the port of the container', () => {
  expect(paths(healthzProbes())).toEqual({ startup: '/healthz', readiness: '/healthz', liveness: '/healthz' });
  expect(Object.values(asked(healthzProbes())).map((question) => question?.port.value)).toEqual(Array(3).fill('http'));
});

test('Spring Boot: whether it started is asked of what must not depend on others', () => {
  expect(paths(springActuatorProbes())).toEqual({
    startup: '/actuator/health/liveness',
    readiness: '/actuator/health/readiness',
    liveness: '/actuator/health/liveness',
  });
});

test.each([healthzProbes, springActuatorProbes])('port: all three ask it', (make) => {
  const ports = Object.values(asked(make({ port: 8081 }))).map((question) => question?.port.value);
  expect(ports).toEqual([8081, 8081, 8081]);
});

test.each`
  startTime               | failures | allowance
  ${undefined}            | ${12}    | ${60}
  ${Duration.minutes(3)}  | ${36}    | ${180}
  ${Duration.seconds(12)} | ${3}     | ${15}
  ${Duration.seconds(0)}  | ${1}     | ${5}
`('startTime $startTime: $failures failures, 5 s apart', ({ startTime, failures, allowance }) => {
  const { startup } = healthzProbes({ startTime });
  expect(startup.manifest('http')).toMatchObject({ periodSeconds: 5, failureThreshold: failures });
  expect(startup.allowance.toSeconds()).toBe(allowance);
});

test('what runs is asked as any probe is', () => {
  const { readiness, liveness } = healthzProbes({ startTime: Duration.minutes(9) });
  for (const probe of [readiness, liveness]) {
    expect(probe.manifest('http')).toMatchObject({ periodSeconds: 10, failureThreshold: 3 });
  }
});
