import type { Construct } from 'constructs';
import { InvalidProp } from '../invalid-prop';
import type { Mistake } from '../mistake';
import { podMistake } from '../pod/pod-mistake';
import type { ResolvedDaemonSetProps } from './probed-daemon-set-props';
import { workloadMistake } from './workload-mistake';

/**
 * Holds the props of a DaemonSet against what Kubernetes accepts and what works together.
 *
 * @throws InvalidProp for the first that does not
 */
export function requireSoundDaemonSet(scope: Construct, props: ResolvedDaemonSetProps): void {
  for (const check of [workload, pod, probes, surge]) {
    const wrong = check(props);
    if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
  }
}

type Check = (props: ResolvedDaemonSetProps) => Mistake | undefined;

const workload: Check = (props) => workloadMistake('DaemonSet', props);

const pod: Check = (props) => podMistake(props, { restarts: 'always' });

/** The types say it too, but not where props come from elsewhere. */
const probes: Check = ({ port, readiness, liveness }) => {
  const missing = Object.entries({ readiness, liveness }).find(([, probe]) => probe === undefined);
  if (port === undefined || !missing) return undefined;
  const mend = 'give a Probe, or leave port out where nobody connects';
  return { code: 'NoProbe', prop: missing[0], got: undefined, rule: 'must be given beside a port', mend };
};

/** Two Pods of one node cannot hold one of its ports: the new one would stay Pending, and the old one would never end. */
const surge: Check = ({ rollout, network, port, extraPorts = [], containers = [], sidecars = [] }) => {
  if (!rollout.surges) return undefined;
  const ports = [{ port, extraPorts }, ...containers, ...sidecars].flatMap((one) => [
    ...(one.port === undefined || network === 'pod' ? [] : [one.port]),
    ...(one.extraPorts ?? []).map((extra) => (network === 'pod' ? extra.hostPort : extra.port)),
  ]);
  const taken = ports.find((one) => one !== undefined);
  if (taken === undefined) return undefined;
  const rule = `must not let two Pods run on a node whose port ${taken} they take`;
  const mend = 'take DaemonSetRollout.maxUnavailable(...)';
  return { code: 'PortTaken', prop: 'rollout.maxSurge', got: rollout.bounds?.maxSurge, rule, mend };
};
