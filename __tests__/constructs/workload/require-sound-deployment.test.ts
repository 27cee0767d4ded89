import { Duration, Size } from 'cdk8s';
import { Probe } from '../../../lib/constructs/container/probe';
import { ProbedDeployment } from '../../../lib/constructs/workload/probed-deployment';
import type { ProbedDeploymentProps } from '../../../lib/constructs/workload/probed-deployment-props';
import { Rollout } from '../../../lib/constructs/workload/rollout';
import { Cpu } from '../../../lib/kubernetes/k8s';
import { testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { image, size } from '../../support/samples';

const required = { image, size, port: 8080, readiness: Probe.http('/ready'), liveness: Probe.http('/live') };

const refused = (props: Partial<ProbedDeploymentProps>, id = 'Web') =>
  refusalOf(() => new ProbedDeployment(testChart(), id, { ...required, ...props }));

const [second, minute] = [Duration.seconds(1), Duration.minutes(1)];
const files = (folder: string) => ({ as: 'files', configMap: 'orders', folder }) as const;
const rolling = (maxSurge: number | `${number}%`, maxUnavailable: number | `${number}%`) =>
  Rollout.rollingUpdate({ maxSurge, maxUnavailable });
const LONG = 'a'.repeat(47);

test.each`
  props                                                       | refusal
  ${{ name: 'Web' }}                                          | ${'InvalidName [test/Web] name: invalid value "Web": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit'}
  ${{ name: LONG }}                                           | ${`InvalidName [test/Web] name: invalid value "${LONG}": must be at most 46 characters for a Deployment, has 47`}
  ${{ application: 'a.b' }}                                   | ${'InvalidName [test/Web] application: invalid value "a.b": must be lower case letters, digits and "-", beginning and ending with a letter or digit'}
  ${{ portName: '8080' }}                                     | ${'InvalidName [test/Web] portName: invalid value "8080": must be at most 15 lower case letters, digits and single "-", with a letter among them'}
  ${{ port: 0 }}                                              | ${'OutOfRange [test/Web] port: invalid value 0: must be a whole number from 1 to 65535'}
  ${{ port: 65536 }}                                          | ${'OutOfRange [test/Web] port: invalid value 65536: must be a whole number from 1 to 65535'}
  ${{ port: 80.5 }}                                           | ${'OutOfRange [test/Web] port: invalid value 80.5: must be a whole number from 1 to 65535'}
  ${{ replicas: -1 }}                                         | ${'OutOfRange [test/Web] replicas: invalid value -1: must be a whole number from 0 to 2147483647'}
  ${{ replicas: 1.5 }}                                        | ${'OutOfRange [test/Web] replicas: invalid value 1.5: must be a whole number from 0 to 2147483647'}
  ${{ revisionHistoryLimit: -1 }}                             | ${'OutOfRange [test/Web] revisionHistoryLimit: invalid value -1: must be a whole number from 0 to 2147483647'}
  ${{ user: 0 }}                                              | ${'OutOfRange [test/Web] user: invalid value 0: must be a whole number from 1 to 2147483647'}
  ${{ rollout: rolling(-1, 0) }}                              | ${'InvalidRollout [test/Web] rollout.maxSurge: invalid value -1: must be a whole number, 0 or more'}
  ${{ rollout: rolling(1, '101%') }}                          | ${'InvalidRollout [test/Web] rollout.maxUnavailable: invalid value "101%": must be at most 100%'}
  ${{ rollout: rolling('0%', 0) }}                            | ${'InvalidRollout [test/Web] rollout.maxUnavailable: invalid value 0: must not be 0 when maxSurge is 0: no Pod could ever be replaced'}
  ${{ size: { ...size, cpuRequest: Cpu.units(1) } }}          | ${'RequestAboveLimit [test/Web] size.cpuRequest: invalid value "1": must be at most its limit (770m)'}
  ${{ size: { ...size, memoryLimit: Size.mebibytes(1) } }}    | ${'RequestAboveLimit [test/Web] size.memoryRequest: invalid value "96Mi": must be at most its limit (1Mi)'}
  ${{ readiness: Probe.tcp({ failureThreshold: 0 }) }}        | ${'InvalidProbe [test/Web] readiness.failureThreshold: invalid value 0: must be a whole number, 1 or more'}
  ${{ readiness: Probe.tcp({ successThreshold: 1.5 }) }}      | ${'InvalidProbe [test/Web] readiness.successThreshold: invalid value 1.5: must be a whole number, 1 or more'}
  ${{ liveness: Probe.tcp({ period: Duration.seconds(0) }) }} | ${'InvalidProbe [test/Web] liveness.period: invalid value 0: must be a whole number, 1 or more'}
  ${{ startup: Probe.tcp({ timeout: Duration.seconds(0) }) }} | ${'InvalidProbe [test/Web] startup.timeout: invalid value 0: must be a whole number, 1 or more'}
  ${{ liveness: Probe.tcp({ successThreshold: 2 }) }}         | ${'InvalidProbe [test/Web] liveness.successThreshold: invalid value 2: must be 1'}
  ${{ startup: Probe.tcp({ successThreshold: 3 }) }}          | ${'InvalidProbe [test/Web] startup.successThreshold: invalid value 3: must be 1'}
  ${{ drainDelay: Duration.seconds(0) }}                      | ${'NoDrain [test/Web] drainDelay: invalid value "0s": must be at least 1s'}
  ${{ drainDelay: minute, gracePeriod: minute }}              | ${'GraceTooShort [test/Web] gracePeriod: invalid value "60s": must be more than drainDelay (60s)'}
  ${{ progressDeadline: Duration.seconds(35) }}               | ${'DeadlineTooShort [test/Web] progressDeadline: invalid value "35s": must be more than what starting may take (35s: the probe\'s allowance and minReady)'}
  ${{ writablePaths: ['tmp'] }}                               | ${'InvalidPath [test/Web] writablePaths: invalid value "tmp": must be an absolute path'}
  ${{ writablePaths: ['/a:b'] }}                              | ${'InvalidPath [test/Web] writablePaths: invalid value "/a:b": must be an absolute path'}
  ${{ writablePaths: ['/a', '/b', '/a'] }}                    | ${'InvalidPath [test/Web] writablePaths: invalid value "/a": must not be mounted twice'}
  ${{ config: [files('etc')] }}                               | ${'InvalidPath [test/Web] config: invalid value "etc": must be an absolute path'}
  ${{ config: [files('/tmp')] }}                              | ${'InvalidPath [test/Web] config: invalid value "/tmp": must not be mounted twice'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refused(props)).toBe(refusal);
});

test('fails by the name that the id makes, where no other is given', () => {
  expect(refused({}, 'Web!')).toMatch(/^InvalidName \[test\/Web!\] name: invalid value "web!": must be lower case/);
});

test.each`
  because                                         | props
  ${'the outermost ports'}                        | ${{ port: 1 }}
  ${'the outermost ports'}                        | ${{ port: 65535 }}
  ${'one Pod more and none less'}                 | ${{ rollout: rolling(1, 0) }}
  ${'none more and one less'}                     | ${{ rollout: rolling(0, 1) }}
  ${'a request that is its limit'}                | ${{ size: { ...size, cpuRequest: Cpu.millis(770) } }}
  ${'readiness that asks for two successes'}      | ${{ readiness: Probe.tcp({ successThreshold: 2 }) }}
  ${'a drain of a second less than the grace'}    | ${{ drainDelay: second, gracePeriod: Duration.seconds(2) }}
  ${'a deadline of a second more than the start'} | ${{ progressDeadline: Duration.seconds(36) }}
  ${'a startup probe decides, not liveness'}      | ${{ progressDeadline: Duration.seconds(8), startup: Probe.tcp({ period: second, failureThreshold: 2 }) }}
  ${'config and folders beside each other'}       | ${{ writablePaths: ['/tmp', '/var/cache'], config: [files('/etc/a'), files('/etc/b')] }}
`('takes $because', ({ props }) => {
  expect(refused(props)).toBe('nothing refused');
});

test.each(['drainDelay', 'gracePeriod', 'minReady', 'progressDeadline'])(
  'fails when %s is not in whole seconds',
  (prop) => {
    expect(refused({ [prop]: Duration.millis(20_500) })).toMatch(
      new RegExp(`^\\w+ \\[test/Web\\] ${prop}: invalid value `),
    );
  },
);

test.each(['initialDelay', 'period', 'timeout'])('fails when the %s of a probe is not in whole seconds', (timing) => {
  const liveness = Probe.tcp({ [timing]: Duration.millis(1500) });
  expect(refused({ liveness })).toMatch(new RegExp(`^\\w+ \\[test/Web\\] liveness.${timing}: invalid value `));
});

// Kubernetes: "livenessProbe.grpc.port: Invalid value: 0: must be between 1 and 65535", "exec.command: Required value"
test.each`
  mistake                     | probe
  ${'a port of 0'}            | ${Probe.http('/', { port: 0 })}
  ${'a port of 65536'}        | ${Probe.tcp({ port: 65536 })}
  ${'a gRPC port of 0'}       | ${Probe.grpc(0)}
  ${'a name that is no port'} | ${Probe.http('/', { port: 'No Port' })}
  ${'no command'}             | ${Probe.exec([])}
`('fails when a probe asks $mistake', ({ probe }) => {
  expect(refused({ liveness: probe })).toMatch(/^\w+ \[test\/Web\] liveness/);
});

// the API server takes it and the kubelet never finds the port: the Pod is restarted for ever
test('fails when a probe asks a named port that the container does not have', () => {
  expect(refused({ liveness: Probe.http('/', { port: 'admin' }) })).toMatch(/^\w+ \[test\/Web\] liveness/);
});

// Kubernetes 1.30: "env[0].name: Invalid value: a valid environment variable name must consist of alphabetic ..."
test.each(['', '1ST', 'A B', 'a=b'])('fails when a variable is called "%s"', (name) => {
  expect(refused({ env: { [name]: 'x' } })).toMatch(/^\w+ \[test\/Web\] env: invalid value /);
});

// "spec.template.spec.volumes[1].name: Duplicate value", "volumes[0].name: Required value" or longer than 63
test.each`
  because                                   | writablePaths
  ${'differ in a hyphen and a slash'}       | ${['/var/cache', '/var-cache']}
  ${'differ in the case of a letter'}       | ${['/data', '/Data']}
  ${'have no letter that a name can have'}  | ${['/_']}
  ${'are the root'}                         | ${['//']}
  ${'are longer than the name of a volume'} | ${[`/${'a'.repeat(64)}`]}
`('folders that $because get volumes that Kubernetes takes, or are refused', ({ writablePaths }) => {
  const chart = testChart();
  const refusal = refusalOf(() => new ProbedDeployment(chart, 'Web', { ...required, writablePaths }));
  const volumes: { name: string }[] = chart.toJson()[0]?.spec.template.spec.volumes ?? [];
  const names = volumes.map(({ name }) => name);
  const sound = new Set(names).size === names.length && names.every((name) => /^[a-z0-9][-a-z0-9]{0,62}$/.test(name));
  expect(refusal !== 'nothing refused' || sound).toBe(true);
});
