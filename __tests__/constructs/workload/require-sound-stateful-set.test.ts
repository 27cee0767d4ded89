import { Duration, Size } from 'cdk8s';
import { Probe } from '../../../lib/constructs/container/probe';
import { Volume } from '../../../lib/constructs/storage/volume';
import { ProbedStatefulSet } from '../../../lib/constructs/workload/probed-stateful-set';
import type { ProbedStatefulSetProps } from '../../../lib/constructs/workload/probed-stateful-set-props';
import { StatefulSetRollout } from '../../../lib/constructs/workload/stateful-set-rollout';
import { testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { image, size } from '../../support/samples';

const required = { image, size, port: 5432, readiness: Probe.tcp(), liveness: Probe.tcp() };
const refused = (props: Partial<ProbedStatefulSetProps>) =>
  refusalOf(() => new ProbedStatefulSet(testChart(), 'Db', { ...required, ...props }));

const at = (name: string) => Volume.claimTemplate(name).at(`/mnt/${name}`);
const claim = (name: string, rest: object = {}) => ({ name, size: Size.gibibytes(1), ...rest });
const claimed = (rest: object) => ({ claims: [claim('data', rest)], mounts: [at('data')] });
const LONG = 'a'.repeat(53);
const DEVICE = Volume.claimTemplate('data').asDevice('/dev/data');
const rollout = (partition: number) => StatefulSetRollout.rollingUpdate({ partition });

// what Kubernetes 1.36 refuses, or warns of, and what would leave a Pod waiting
test.each`
  props                                                             | refusal
  ${{ name: LONG }}                                                 | ${`InvalidName [test/Db] name: invalid value "${LONG}": must be at most 52 characters for a StatefulSet, has 53`}
  ${{ name: 'a.b' }}                                                | ${'InvalidName [test/Db] name: invalid value "a.b": must be lower case letters, digits and "-", beginning and ending with a letter or digit'}
  ${{ application: 'a_b' }}                                         | ${'InvalidName [test/Db] application: invalid value "a_b": must be lower case letters, digits and "-", beginning and ending with a letter or digit'}
  ${{ serviceName: '1st' }}                                         | ${'InvalidName [test/Db] serviceName: invalid value "1st": must be lower case letters, digits and "-", beginning with a letter, ending with a letter or digit'}
  ${{ replicas: -1 }}                                               | ${'OutOfRange [test/Db] replicas: invalid value -1: must be a whole number from 0 to 2147483647'}
  ${{ revisionHistoryLimit: -1 }}                                   | ${'OutOfRange [test/Db] revisionHistoryLimit: invalid value -1: must be a whole number from 0 to 2147483647'}
  ${{ startOrdinal: -1, replicas: 3 }}                              | ${'OutOfRange [test/Db] startOrdinal: invalid value -1: must be a whole number from 0 to 2147483644'}
  ${{ startOrdinal: 1.5, replicas: 'autoscaled' }}                  | ${'OutOfRange [test/Db] startOrdinal: invalid value 1.5: must be a whole number from 0 to 2147483647'}
  ${{ rollout: rollout(-1) }}                                       | ${'InvalidRollout [test/Db] rollout.partition: invalid value -1: must be a whole number from 0 to 2147483647'}
  ${{ minReady: Duration.millis(1500) }}                            | ${'OutOfRange [test/Db] minReady: invalid value "1500ms": must be whole seconds'}
  ${{ spread: [{ topologyKey: 'zone', maxSkew: 0 }] }}              | ${'InvalidSpread [test/Db] spread.maxSkew: invalid value 0: must be a whole number, 1 or more'}
  ${{ command: ['echo', 'hi'] }}                                    | ${'EndsAtOnce [test/Db] command: invalid value ["echo","hi"]: must not end at once in a container that is always restarted: echo does'}
  ${{ claims: [claim('data')] }}                                    | ${'UnmountedClaim [test/Db] claims: invalid value "data": must be mounted by a container'}
  ${{ mounts: [at('data')] }}                                       | ${'UnknownClaim [test/Db] mounts: invalid value "data": must be the name of a claim template: there are none'}
  ${{ claims: [claim('a'), claim('b')], mounts: [at('c')] }}        | ${'UnknownClaim [test/Db] mounts: invalid value "c": must be the name of a claim template: "a", "b"'}
  ${{ claims: [claim('D_')], mounts: [at('D_')] }}                  | ${'InvalidName [test/Db] claims[0].name: invalid value "D_": must be lower case letters, digits and "-", beginning and ending with a letter or digit'}
  ${{ claims: [claim('a'), claim('a')], mounts: [at('a')] }}        | ${'InvalidName [test/Db] claims[1].name: invalid value "a": must not be the name of two claims'}
  ${claimed({ size: Size.gibibytes(0) })}                           | ${'OutOfRange [test/Db] claims[0].size: invalid value "0Gi": must be more than nothing'}
  ${claimed({ storageClass: 'A' })}                                 | ${'InvalidName [test/Db] claims[0].storageClass: invalid value "A": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit'}
  ${claimed({ accessModes: [] })}                                   | ${'InvalidAccess [test/Db] claims[0].accessModes: invalid value []: must have one'}
  ${claimed({ accessModes: ['ReadOnlyMany', 'ReadWriteOncePod'] })} | ${'InvalidAccess [test/Db] claims[0].accessModes: invalid value ["ReadOnlyMany","ReadWriteOncePod"]: must not have others beside ReadWriteOncePod'}
  ${claimed({ volumeMode: 'Block' })}                               | ${'InvalidDevice [test/Db] mounts: invalid value "data": must be mounted as its volume mode (Block) is'}
  ${{ claims: [claim('data')], mounts: [DEVICE] }}                  | ${'InvalidDevice [test/Db] mounts: invalid value "data": must be mounted as its volume mode (Filesystem) is'}
  ${{ claimsWhenDeleted: 'Delete' }}                                | ${'NoClaims [test/Db] claimsWhenDeleted: invalid value "Delete": must not be given without claims'}
  ${{ claimsWhenScaled: 'Delete' }}                                 | ${'NoClaims [test/Db] claimsWhenScaled: invalid value "Delete": must not be given without claims'}
  ${{ ...claimed({}), writablePaths: ['/data'] }}                   | ${'InvalidName [test/Db] mounts: invalid value "data": must not be the name of two volumes'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refused(props)).toBe(refusal);
});

test.each`
  because                                              | props
  ${'an empty class: a disk that is there already'}    | ${claimed({ storageClass: '' })}
  ${'several ways to be mounted'}                      | ${claimed({ accessModes: ['ReadWriteOnce', 'ReadOnlyMany'] })}
  ${'a partition above the count: nothing is updated'} | ${{ replicas: 1, rollout: rollout(9) }}
  ${'a claim that only a sidecar mounts'}              | ${{ claims: [claim('data')], sidecars: [{ name: 'side', image, size, mounts: [at('data')] }] }}
  ${'no Pod at all'}                                   | ${{ replicas: 0 }}
  ${'the longest name'}                                | ${{ name: 'a'.repeat(52) }}
`('takes $because', ({ props }) => {
  expect(refused(props)).toBe('nothing refused');
});
