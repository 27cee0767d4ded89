import type { Construct } from 'constructs';
import { nameProblem } from '../../kubernetes/names';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import { InvalidProp } from '../invalid-prop';
import type { Mistake } from '../mistake';
import { podMistake } from '../pod/pod-mistake';
import { DEFAULTS as CLAIM_DEFAULTS, claimTemplateMistake } from './claim-template';
import type { ResolvedStatefulSetProps } from './probed-stateful-set-props';
import { workloadMistake } from './workload-mistake';

/**
 * Holds the props of a StatefulSet against what Kubernetes accepts and what works together.
 *
 * @throws InvalidProp for the first that does not
 */
export function requireSoundStatefulSet(scope: Construct, props: ResolvedStatefulSetProps): void {
  for (const check of [workload, service, ordinals, claims, retention, pod, claimForms]) {
    const wrong = check(props);
    if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
  }
}

type Check = (props: ResolvedStatefulSetProps) => Mistake | undefined;

const workload: Check = (props) => workloadMistake('StatefulSet', props);

const service: Check = ({ serviceName: got }) => {
  const rule = nameProblem('Service', got);
  return rule ? { code: 'InvalidName', prop: 'serviceName', got, rule, mend: 'choose another name' } : undefined;
};

const ordinals: Check = ({ startOrdinal: got, replicas }) => {
  const most = 2 ** 31 - 1 - (replicas === 'autoscaled' ? 0 : replicas);
  const rule = wholeNumberProblem(got, 0, most);
  return rule ? { code: 'OutOfRange', prop: 'startOrdinal', got, rule, mend: 'give 0 or more' } : undefined;
};

const claims: Check = ({ claims = [] }) => claimTemplateMistake(claims);

const retention: Check = ({ claims = [], claimsWhenDeleted, claimsWhenScaled }) => {
  if (claims.length > 0) return undefined;
  const [prop, got] =
    claimsWhenDeleted === 'Delete' ? ['claimsWhenDeleted', 'Delete'] : ['claimsWhenScaled', claimsWhenScaled];
  if (got !== 'Delete') return undefined;
  const mend = 'add claims, or leave it out';
  return { code: 'NoClaims', prop, got, rule: 'must not be given without claims', mend };
};

const pod: Check = (props) =>
  podMistake(props, { restarts: 'always', claims: (props.claims ?? []).map(({ name }) => name) });

/** The kubelet mounts no files of a raw device, and shows no raw device of files: the Pod would never start. */
const claimForms: Check = ({ claims = [], mounts = [], initContainers = [], sidecars = [], containers = [] }) => {
  const all = [...mounts, ...[...containers, ...sidecars, ...initContainers].flatMap((one) => one.mounts ?? [])];
  for (const { volume, as = 'files' } of all.filter((mount) => mount.volume.traits.template)) {
    const mode = claims.find(({ name }) => name === volume.name)?.volumeMode ?? CLAIM_DEFAULTS.volumeMode;
    if ((mode === 'Block') === (as === 'device')) continue;
    const rule = `must be mounted as its volume mode (${mode}) is`;
    const mend = mode === 'Block' ? 'mount it by asDevice()' : 'mount it by at(), or set volumeMode to "Block"';
    return { code: 'InvalidDevice', prop: 'mounts', got: volume.name, rule, mend };
  }
  return undefined;
};
