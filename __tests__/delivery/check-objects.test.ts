import { App, Chart } from 'cdk8s';
import { type CheckedObjects, checkObjects } from '../../lib/delivery/check-objects';
import { dev } from '../../lib/environments/dev';
import type { EnvironmentPolicies } from '../../lib/environments/environment-policies';
import { prod } from '../../lib/environments/prod';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { bundledContext } from '../support/rule-context';

const BASELINE: EnvironmentPolicies = { level: 'baseline', failOn: 'error', enforcement: 'deny' };
const ENVIRONMENTS = { dev, prod };

/** A Pod with one container. */
const pod = (
  container: object,
  annotations?: Record<string, string>,
  environment: 'dev' | 'prod' = 'dev',
): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: environment, labels: { environment }, annotations },
  spec: { containers: [{ name: 'web', image: 'nginx', ...container }] },
});

/** What becomes of some objects, each of the environment that its label names. */
function checked(policies: Partial<EnvironmentPolicies>, ...manifests: readonly Manifest[]): CheckedObjects {
  const chart = new Chart(new App(), 'dev');
  const objects = manifests.map((manifest) => {
    const environment = manifest.metadata.labels?.environment ?? '';
    const from = { chart, file: `${environment}.web.k8s.yaml`, cluster: dev.cluster, environment };
    return { path: `${environment}/${manifest.kind}-${manifest.metadata.name}`, manifest, from };
  });
  const environments = Object.values(ENVIRONMENTS).map((values) => ({
    ...values,
    policies: { ...BASELINE, ...policies },
  }));
  return checkObjects(objects, environments, bundledContext.schemas);
}

const problemsOf = (container: object, annotations?: Record<string, string>) =>
  checked({}, pod(container, annotations)).problems;

const toldIn = ({ verdicts }: CheckedObjects) => verdicts.flatMap(({ told }) => told.map(({ rule }) => rule));
const privileged = { securityContext: { privileged: true } };

test('what nobody may do stops a synthesis, with the construct that does it', () => {
  expect(problemsOf(privileged)).toEqual([
    '[dev/Pod-web] spec.containers[0].securityContext.privileged: invalid value true: must not be true; take privileged out, and add the one capability that the program needs',
  ]);
});

test.each`
  annotation                                                               | problems
  ${{ 'policy.exception/privileged-container': 'storage team: a driver' }} | ${[]}
  ${{ 'policy.exception/privileged-container': 'true' }}                   | ${['securityContext.privileged: invalid value true', 'must say who allows it and why']}
  ${{ 'policy.exception/host-network': 'storage team: another rule' }}     | ${['securityContext.privileged: invalid value true', 'must excuse something, and the object keeps to host-network; take it out']}
  ${{ 'policy.exception/privileged': 'storage team: no rule' }}            | ${['securityContext.privileged: invalid value true', 'must name a rule, and there is no "privileged"']}
`('$annotation: $problems', ({ annotation, problems }) => {
  const found = problemsOf(privileged, annotation);
  expect(found).toEqual(problems.map((words: string) => expect.stringContaining(words)));
});

test.each`
  what                                    | container
  ${'a warning, even of level baseline'}  | ${{ ports: [{ containerPort: 80, hostPort: 80 }] }}
  ${'an error of level production'}       | ${{ env: [{ name: 'PASSWORD', value: 'hunter2' }] }}
  ${'no resources, no probes, no digest'} | ${{}}
`('where baseline holds, a synthesis goes on after $what', ({ container }) => {
  expect(problemsOf(container)).toEqual([]);
});

test.each`
  level           | failOn       | problems                             | told
  ${'baseline'}   | ${'error'}   | ${[]}                                | ${['host-port']}
  ${'baseline'}   | ${'warning'} | ${['must not be ports of the host']} | ${[]}
  ${'production'} | ${'error'}   | ${['must not hold what looks like']} | ${['host-port', 'latest-tag']}
`('level $level and failOn $failOn: $problems stops it, $told is told', ({ problems, told, ...policies }) => {
  const container = { env: [{ name: 'PASSWORD', value: 'hunter2' }], ports: [{ containerPort: 80, hostPort: 80 }] };
  const result = checked(policies, pod(container));
  expect(result.problems).toEqual(problems.map((words: string) => expect.stringContaining(words)));
  expect(toldIn(result)).toEqual(expect.arrayContaining(told));
});

test('each environment is held to its own level and parameters', () => {
  const container = { env: [{ name: 'PASSWORD', value: 'hunter2' }] };
  const chart = new Chart(new App(), 'any');
  const from = { chart, file: '', cluster: dev.cluster };
  const objects = (['dev', 'prod'] as const).map((environment) => {
    return { path: environment, manifest: pod(container, undefined, environment), from: { ...from, environment } };
  });
  const environments = [
    { ...dev, policies: BASELINE },
    { ...prod, policies: { ...BASELINE, level: 'production' as const } },
  ];
  const { problems } = checkObjects(objects, environments, bundledContext.schemas);
  expect(problems).toEqual([expect.stringMatching(/^\[prod\] spec\.containers\[0\]\.env: /)]);
});

test('a rule of several objects sees the whole cluster, and is told where the object is', () => {
  const claim = (environment: 'dev' | 'prod') => ({
    ...pod({}, undefined, environment),
    metadata: { name: 'web', namespace: 'shared', labels: { environment } },
  });
  const { problems } = checked({}, claim('dev'), claim('prod'));
  expect(problems).toEqual([
    expect.stringContaining(
      '[dev/Pod-web] and [prod/Pod-web] metadata.name: invalid value "web": must be the only Pod shared/web',
    ),
  ]);
});

describe('a line in the values of an environment', () => {
  const line = { rule: 'privileged-container', objects: ['Pod/web'], owner: 'storage team', reason: 'a driver' };
  const withLine = (...exceptions: readonly (typeof line)[]) => checked({ exceptions }, pod(privileged));

  test.each([['Pod/web'], ['Pod/*']])('excuses %s, and is written on it for the API server', (name) => {
    const { problems, verdicts, objects } = withLine({ ...line, objects: [name] });
    expect(problems).toEqual([]);
    expect(verdicts[0]?.excused).toEqual([expect.objectContaining({ owner: 'storage team', reason: 'a driver' })]);
    expect(objects[0]?.manifest.metadata.annotations).toEqual({
      'policy.exception/privileged-container': 'storage team: a driver',
    });
  });

  test('waits where there is nothing of its kind, if it names them all', () => {
    const withLines = (...objects: string[]) => checked({ exceptions: [{ ...line, objects }] }, pod({})).problems;
    expect(withLines('Ingress/*')).toEqual([]);
    expect(withLines('Pod/*', 'Ingress/web')).toEqual([
      expect.stringContaining('objects[0]: invalid value "Pod/*": must break privileged-container'),
      expect.stringContaining('objects[1]: invalid value "Ingress/web": must break privileged-container'),
    ]);
  });

  test.each`
    changed                            | problem
    ${{ rule: 'privileged-contaner' }} | ${'environment dev: policies.exceptions[0].rule: invalid value "privileged-contaner": must name a rule; write privileged-container'}
    ${{ rule: 'host-network' }}        | ${'environment dev: policies.exceptions[0].objects[0]: invalid value "Pod/web": must break host-network, and no object of that name does; take it out, or mend its name'}
    ${{ objects: ['Pod/api'] }}        | ${'environment dev: policies.exceptions[0].objects[0]: invalid value "Pod/api": must break privileged-container, and no object of that name does; take it out, or mend its name'}
    ${{ objects: ['Job/web'] }}        | ${'environment dev: policies.exceptions[0].objects[0]: invalid value "Job/web": must break privileged-container, and no object of that name does; take it out, or mend its name'}
    ${{ owner: ' ' }}                  | ${'environment dev: policies.exceptions[0].owner: invalid value " ": must say who allows it, without a colon; name a team'}
    ${{ owner: 'team: storage' }}      | ${'environment dev: policies.exceptions[0].owner: invalid value "team: storage": must say who allows it, without a colon; name a team'}
    ${{ reason: '' }}                  | ${'environment dev: policies.exceptions[0].reason: invalid value "": must say why; say it in a few words'}
  `('$changed is told: $problem', ({ changed, problem }) => {
    expect(withLine({ ...line, ...changed }).problems).toContain(problem);
  });
});

test.each`
  parameters                         | problem
  ${{ allowedSysctl: [] }}           | ${'policies.parameters.allowedSysctl: invalid value []: must be a parameter of a rule; write allowedSysctls'}
  ${{ hpaMinimumReplicas: 'three' }} | ${'policies.parameters.hpaMinimumReplicas: invalid value "three": must be of the form of its standard, 2; Fewest replicas'}
`('$parameters is told', ({ parameters, problem }) => {
  expect(checked({ parameters }, pod({})).problems[0]).toContain(`environment dev: ${problem}`);
});
