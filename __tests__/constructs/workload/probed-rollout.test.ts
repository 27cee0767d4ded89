import { Duration } from 'cdk8s';
import { Probe } from '../../../lib/constructs/container/probe';
import type { RolloutRouting } from '../../../lib/constructs/traffic/rollout-routing';
import { ProbedDeployment } from '../../../lib/constructs/workload/probed-deployment';
import { ProbedRollout, type ProbedRolloutProps } from '../../../lib/constructs/workload/probed-rollout';
import { RolloutStep } from '../../../lib/constructs/workload/rollout-step';
import { objectOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { image, size } from '../../support/samples';

const pod = { image, size, port: 8080, readiness: Probe.http('/ready'), liveness: Probe.http('/healthz') };
const routing: RolloutRouting = {
  provider: 'sample',
  trafficRouting: { traefik: { weightedTraefikServiceName: 'orders' } },
  finerThanPercent: true,
  headerRoutes: 'expressions',
};

function rolloutOf(props: Partial<ProbedRolloutProps> = {}) {
  const chart = testChart();
  const steps = [RolloutStep.setWeight(20), RolloutStep.pause()];
  const services = { stableService: 'orders', canaryService: 'orders-canary' };
  const workload = new ProbedRollout(chart, 'Orders', { ...pod, steps, routing, ...services, ...props });
  return { chart, workload };
}

test('it is a Deployment in all but the strategy', () => {
  const chart = testChart();
  new ProbedDeployment(chart, 'Orders', pod);
  const deployment = objectOf(chart, 'Deployment');
  const { apiVersion, metadata, spec } = objectOf(rolloutOf().chart, 'Rollout');
  expect([apiVersion, metadata]).toEqual(['argoproj.io/v1alpha1', deployment.metadata]);
  const { strategy, progressDeadlineAbort, ...rest } = spec;
  const { strategy: _other, ...same } = deployment.spec;
  expect(rest).toEqual(same);
  expect(progressDeadlineAbort).toBe(true);
  expect(Object.keys(strategy)).toEqual(['canary']);
});

test('an autoscaler, a budget and a Service know it as any workload', () => {
  expect(rolloutOf().workload).toMatchObject({
    name: 'orders',
    selector: { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/instance': 'orders' },
    reference: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'orders' },
    replicas: 2,
    requested: ['cpu', 'memory'],
    containers: ['orders'],
    portName: 'http',
  });
});

test('replicas that nobody sets are told', () => {
  expect(problemsOf(rolloutOf({ replicas: 'autoscaled' }).chart)).toEqual([
    '[test/Orders] replicas: invalid value "autoscaled": must have an autoscaler; add an AutoscaledWorkload, or give a count',
  ]);
});

const { setWeight, pause, setHeaderRoute } = RolloutStep;

test.each`
  steps                                                        | refusal
  ${[]}                                                        | ${'NoSteps steps: invalid value []: must have at least one: a Rollout without steps gives every request to a new version at once'}
  ${[setWeight(101), pause()]}                                 | ${'InvalidStep steps[0].setWeight: invalid value 101: must be from 0 to 100, with at most 4 decimals'}
  ${[setWeight(-1), pause()]}                                  | ${'InvalidStep steps[0].setWeight: invalid value -1: must be from 0 to 100, with at most 4 decimals'}
  ${[setWeight(10), setWeight(50), pause()]}                   | ${'InvalidStep steps[0].setWeight: invalid value 10: must be followed by a pause: it would be passed as soon as the Pods are ready'}
  ${[setWeight(10)]}                                           | ${'InvalidStep steps[0].setWeight: invalid value 10: must be followed by a pause: it would be passed as soon as the Pods are ready'}
  ${[setWeight(50), pause(), setWeight(20), pause()]}          | ${'InvalidStep steps[2].setWeight: invalid value 20: must be more than the weight before it (50)'}
  ${[setWeight(50), pause(), setWeight(50), pause()]}          | ${'InvalidStep steps[2].setWeight: invalid value 50: must be more than the weight before it (50)'}
  ${[setWeight(50), pause(Duration.millis(500))]}              | ${'InvalidStep steps[1].pause: invalid value "500ms": must be a whole number from 1 to 2147483647 seconds'}
  ${[setWeight(50), pause(Duration.seconds(0))]}               | ${'InvalidStep steps[1].pause: invalid value "0ms": must be a whole number from 1 to 2147483647 seconds'}
  ${[setHeaderRoute({ header: 'X Group', value: 'b' })]}       | ${'InvalidStep steps[0].setHeaderRoute: invalid value "X Group": must name a header'}
  ${[setHeaderRoute({ header: 'X-Group', value: '' })]}        | ${'InvalidStep steps[0].setHeaderRoute: invalid value "": must not be empty'}
  ${[setHeaderRoute({ header: 'X-Group', pattern: '(?=b)' })]} | ${'InvalidStep steps[0].setHeaderRoute: invalid value "(?=b)": must be a regular expression'}
`('fails: $refusal', ({ steps, refusal }) => {
  const [code, ...rest] = refusal.split(' ');
  expect(refusalOf(() => rolloutOf({ steps }))).toBe(`${code} [test/Orders] ${rest.join(' ')}`);
});

test.each([
  ['a weight of nobody before a header route', [setWeight(0), setHeaderRoute({ header: 'X-A', value: 'b' }), pause()]],
  ['all requests without a pause', [setWeight(10), pause(Duration.seconds(1)), setWeight(100)]],
])('takes %s', (_, steps) => {
  expect(refusalOf(() => rolloutOf({ steps }))).toBe('nothing refused');
});

test('fails for what a Deployment is refused for', () => {
  expect(refusalOf(() => rolloutOf({ progressDeadline: Duration.seconds(10) }))).toMatch(/^DeadlineTooShort /);
  expect(refusalOf(() => rolloutOf({ replicas: -1 }))).toMatch(/^OutOfRange /);
});
