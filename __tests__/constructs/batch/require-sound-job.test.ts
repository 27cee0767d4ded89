import { Duration } from 'cdk8s';
import { BatchJob } from '../../../lib/constructs/batch/batch-job';
import type { BatchJobProps } from '../../../lib/constructs/batch/batch-job-props';
import { PodFailureRule } from '../../../lib/constructs/batch/pod-failure-rule';
import { Probe } from '../../../lib/constructs/container/probe';
import { Volume } from '../../../lib/constructs/storage/volume';
import { testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { image, size } from '../../support/samples';

const refused = (props: Partial<BatchJobProps>) =>
  refusalOf(() => new BatchJob(testChart(), 'Migrate', { image, size, ...props }));

const a = (length: number) => 'a'.repeat(length);
const [disrupted, failIndex] = [
  PodFailureRule.podCondition('DisruptionTarget', 'Ignore'),
  PodFailureRule.exitCodeIn([1], 'FailIndex'),
];
const ofContainer = (container: string) => [PodFailureRule.exitCodeIn([1], 'FailJob', { container })];
const indexed = { completionMode: 'Indexed', completions: 10 } as const;
const many = {
  completionMode: 'Indexed',
  completions: 100_001,
  backoffLimitPerIndex: 1,
  maxFailedIndexes: 10_000,
} as const;
const MOST = 2 ** 31 - 1;

test.each`
  props                                                                             | refusal
  ${{ name: 'Migrate' }}                                                            | ${'InvalidName [test/Migrate] name: invalid value "Migrate": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit'}
  ${{ name: a(58) }}                                                                | ${`InvalidName [test/Migrate] name: invalid value "${a(58)}": must be at most 57 characters for a Job, has 58`}
  ${{ name: a(47), naming: 'byContent' }}                                           | ${`InvalidName [test/Migrate] name: invalid value "${a(47)}": must be at most 57 characters for a Job, has 58`}
  ${{ name: a(57), ...indexed, completions: 1_000_001 }}                            | ${`InvalidName [test/Migrate] name: invalid value "${a(57)}": must be at most 55 characters with 1000001 indexes, has 57`}
  ${{ name: 'a.b', application: 'ab', ...indexed }}                                 | ${'InvalidName [test/Migrate] name: invalid value "a.b": must have no ".", as the Pods of an Indexed Job have it for a host name'}
  ${{ application: 'a.b' }}                                                         | ${'InvalidName [test/Migrate] application: invalid value "a.b": must be lower case letters, digits and "-", beginning and ending with a letter or digit'}
  ${{ ttlAfterFinished: Duration.millis(1500) }}                                    | ${'OutOfRange [test/Migrate] ttlAfterFinished: invalid value "1500ms": must be whole seconds'}
  ${{ activeDeadline: Duration.millis(1500) }}                                      | ${'OutOfRange [test/Migrate] activeDeadline: invalid value "1500ms": must be whole seconds'}
  ${{ activeDeadline: Duration.seconds(0) }}                                        | ${'OutOfRange [test/Migrate] activeDeadline: invalid value "0s": must be at least 1s'}
  ${{ completions: 0 }}                                                             | ${`OutOfRange [test/Migrate] completions: invalid value 0: must be a whole number from 1 to ${MOST}`}
  ${{ parallelism: 0 }}                                                             | ${`OutOfRange [test/Migrate] parallelism: invalid value 0: must be a whole number from 1 to ${MOST}`}
  ${{ parallelism: 1.5 }}                                                           | ${`OutOfRange [test/Migrate] parallelism: invalid value 1.5: must be a whole number from 1 to ${MOST}`}
  ${{ backoffLimit: -1 }}                                                           | ${`OutOfRange [test/Migrate] backoffLimit: invalid value -1: must be a whole number from 0 to ${MOST}`}
  ${{ ...indexed, backoffLimitPerIndex: -1 }}                                       | ${`OutOfRange [test/Migrate] backoffLimitPerIndex: invalid value -1: must be a whole number from 0 to ${MOST}`}
  ${{ ...indexed, maxFailedIndexes: -1 }}                                           | ${`OutOfRange [test/Migrate] maxFailedIndexes: invalid value -1: must be a whole number from 0 to ${MOST}`}
  ${{ backoffLimitPerIndex: 1 }}                                                    | ${'InvalidIndexes [test/Migrate] backoffLimitPerIndex: invalid value 1: must not be given without indexes'}
  ${{ maxFailedIndexes: 1 }}                                                        | ${'InvalidIndexes [test/Migrate] maxFailedIndexes: invalid value 1: must not be given without indexes'}
  ${{ ...indexed, completions: 'workQueue' }}                                       | ${'InvalidIndexes [test/Migrate] completions: invalid value "workQueue": must be a count where each index has its part'}
  ${{ ...indexed, maxFailedIndexes: 1 }}                                            | ${'InvalidIndexes [test/Migrate] maxFailedIndexes: invalid value 1: must not be given without backoffLimitPerIndex'}
  ${{ ...indexed, backoffLimitPerIndex: 1, restartPolicy: 'OnFailure' }}            | ${'InvalidIndexes [test/Migrate] backoffLimitPerIndex: invalid value 1: must not be given with restartPolicy "OnFailure": restarts within a Pod are not counted'}
  ${{ ...indexed, backoffLimitPerIndex: 1, maxFailedIndexes: 11 }}                  | ${'InvalidIndexes [test/Migrate] maxFailedIndexes: invalid value 11: must be at most completions (10)'}
  ${{ ...indexed, parallelism: 100_001 }}                                           | ${'InvalidIndexes [test/Migrate] parallelism: invalid value 100001: must be at most 100000'}
  ${{ ...many, parallelism: 10_001 }}                                               | ${'InvalidIndexes [test/Migrate] parallelism: invalid value 10001: must be at most 10000 where completions are above 100000'}
  ${{ ...many, maxFailedIndexes: 10_001 }}                                          | ${'InvalidIndexes [test/Migrate] maxFailedIndexes: invalid value 10001: must be at most 10000 where completions are above 100000'}
  ${{ ...many, maxFailedIndexes: undefined }}                                       | ${'InvalidIndexes [test/Migrate] maxFailedIndexes: must be given where completions are above 100000'}
  ${{ podFailurePolicy: [disrupted], restartPolicy: 'OnFailure' }}                  | ${'InvalidFailurePolicy [test/Migrate] podFailurePolicy: invalid value 1: must not be given with restartPolicy "OnFailure": the Pod does not fail then'}
  ${{ podFailurePolicy: [disrupted], podReplacementPolicy: 'TerminatingOrFailed' }} | ${'InvalidFailurePolicy [test/Migrate] podFailurePolicy: invalid value 1: must not be given with podReplacementPolicy "TerminatingOrFailed"'}
  ${{ podFailurePolicy: Array(21).fill(disrupted) }}                                | ${'InvalidFailurePolicy [test/Migrate] podFailurePolicy: invalid value 21: must have at most 20 rules'}
  ${{ podFailurePolicy: [disrupted, PodFailureRule.exitCodeIn([0], 'Count')] }}     | ${'InvalidFailurePolicy [test/Migrate] podFailurePolicy[1]: invalid value [0]: must be one to 255 exit codes from 1 to 255'}
  ${{ podFailurePolicy: ofContainer('web') }}                                       | ${'InvalidFailurePolicy [test/Migrate] podFailurePolicy[0]: invalid value "web": must be about a container of the Pod: "migrate"'}
  ${{ podFailurePolicy: [failIndex] }}                                              | ${'InvalidFailurePolicy [test/Migrate] podFailurePolicy[0]: invalid value "FailIndex": must not be given without backoffLimitPerIndex'}
  ${{ args: ['$(JOB_COMPLETION_INDEX)'] }}                                          | ${'UnknownVariable [test/Migrate] args: invalid value "$(JOB_COMPLETION_INDEX)": must not use $(JOB_COMPLETION_INDEX), which no variable before it is called: it would stay as it is'}
  ${{ ...indexed, env: { PART: '$(JOB_COMPLETION_INDEX)' } }}                       | ${'UnknownVariable [test/Migrate] env.PART: invalid value "$(JOB_COMPLETION_INDEX)": must not use $(JOB_COMPLETION_INDEX), which no variable before it is called: it would stay as it is'}
  ${{ mounts: [Volume.claimTemplate('data').at('/data')] }}                         | ${'InvalidVolume [test/Migrate] mounts: invalid value "data": must not be a claim template, which only a StatefulSet has'}
  ${{ image: { ...image, reference: 'my-image' } }}                                 | ${'InvalidImage [test/Migrate] image: invalid value "my-image": must have a tag or a digest: without one it means "latest"'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refused(props)).toBe(refusal);
});

test.each`
  because                                           | props
  ${'the longest name'}                             | ${{ name: a(57) }}
  ${'the longest name with a version'}              | ${{ name: a(46), naming: 'byContent' }}
  ${'a host name that just fits'}                   | ${{ name: a(55), ...indexed, completions: 1_000_001 }}
  ${'as many completions as Kubernetes counts'}     | ${{ completions: MOST }}
  ${'a Pod for each index at once, and to spare'}   | ${{ ...indexed, parallelism: 100_000 }}
  ${'all indexes given up'}                         | ${{ ...indexed, backoffLimitPerIndex: 0, maxFailedIndexes: 10 }}
  ${'many indexes'}                                 | ${{ ...many, parallelism: 10_000 }}
  ${'as many indexes as need no bound'}             | ${{ ...indexed, completions: 100_000, backoffLimitPerIndex: 1, parallelism: 100_000 }}
  ${'many indexes without a limit for each'}        | ${{ ...indexed, completions: 100_001, parallelism: 100_000 }}
  ${'twenty rules'}                                 | ${{ podFailurePolicy: Array(20).fill(disrupted) }}
  ${'a rule that gives up an index'}                | ${{ ...indexed, backoffLimitPerIndex: 1, podFailurePolicy: [failIndex] }}
  ${'a rule about a container beside'}              | ${{ podFailurePolicy: ofContainer('init'), initContainers: [{ name: 'init', image, size }] }}
  ${'a program that ends at once: that is its end'} | ${{ command: ['echo', 'Hello, world!'] }}
  ${'the same that is started again on failure'}    | ${{ command: ['echo', 'Hello'], restartPolicy: 'OnFailure' }}
  ${'a port, and the probes that ask it'}           | ${{ port: 8080, readiness: Probe.tcp() }}
`('takes $because', ({ props }) => {
  expect(refused(props)).toBe('nothing refused');
});
