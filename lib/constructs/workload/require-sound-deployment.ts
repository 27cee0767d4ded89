import type { Construct } from 'constructs';
import { requestAboveLimit } from '../../kubernetes/container-size';
import { nameProblem, portNameProblem } from '../../kubernetes/names';
import { InvalidProp, type InvalidPropDetails } from '../invalid-prop';

import type { Probe } from './probe';
import type { ResolvedDeploymentProps } from './probed-deployment-props';

/**
 * Holds the props of a Deployment against what Kubernetes accepts and what works together.
 *
 * @throws InvalidProp for the first that does not
 */
export function requireSoundDeployment(scope: Construct, props: ResolvedDeploymentProps): void {
  const wrong = [names, counts, sizes, probes, timings, paths]
    .map((check) => check(props))
    .find((found) => found !== undefined);
  if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
}

type Mistake = InvalidPropDetails & { readonly code: string };
type Check = (props: ResolvedDeploymentProps) => Mistake | undefined;

const names: Check = ({ name, application, portName }) => {
  for (const [prop, got, rule] of [
    ['name', name, nameProblem('Deployment', name)],
    ['application', application, nameProblem('Namespace', application)],
    ['portName', portName, portNameProblem(portName)],
  ] as const) {
    if (rule) return { code: 'InvalidName', prop, got, rule, mend: `choose another ${prop}` };
  }
  return undefined;
};

const counts: Check = ({ port, replicas, revisionHistoryLimit, user, rollout }) => {
  const between = (prop: string, got: number, least: number, most: number, mend: string) =>
    Number.isInteger(got) && got >= least && got <= most
      ? undefined
      : { code: 'OutOfRange', prop, got, rule: `must be a whole number from ${least} to ${most}`, mend };
  const bounds = rollout.problem();
  return (
    between('port', port, 1, 65535, 'give the port that the program listens on') ??
    (replicas === 'autoscaled'
      ? undefined
      : between('replicas', replicas, 0, 2 ** 31 - 1, 'give a count, or "autoscaled"')) ??
    between('revisionHistoryLimit', revisionHistoryLimit, 0, 2 ** 31 - 1, 'give a count') ??
    between('user', user, 1, 2 ** 31 - 1, 'give the id of the user that the image is made for, not root') ??
    (bounds && {
      code: 'InvalidRollout',
      ...bounds,
      prop: `rollout.${bounds.prop}`,
      mend: 'give a count such as 1 or a share such as "25%"',
    })
  );
};

const sizes: Check = ({ size }) => {
  const above = requestAboveLimit(size);
  return (
    above && {
      code: 'RequestAboveLimit',
      ...above,
      rule: `must be at most its limit (${above.limit})`,
      mend: 'lower the request or raise the limit',
    }
  );
};

const probes: Check = ({ readiness, liveness, startup }) => {
  for (const [prop, probe] of [
    ['readiness', readiness],
    ['liveness', liveness],
    ['startup', startup],
  ] as const) {
    const wrong = probe && timingProblem(prop, probe);
    if (wrong) return wrong;
  }
  return undefined;
};

function timingProblem(prop: string, { timing }: Probe): Mistake | undefined {
  const { successThreshold, failureThreshold, period, timeout } = timing;
  const least = { period: period.toSeconds(), timeout: timeout.toSeconds(), failureThreshold, successThreshold };
  for (const [field, got] of Object.entries(least)) {
    if (got < 1 || !Number.isInteger(got))
      return {
        code: 'OutOfRange',
        prop: `${prop}.${field}`,
        got,
        rule: 'must be a whole number, 1 or more',
        mend: 'give 1 or more',
      };
  }
  if (prop !== 'readiness' && successThreshold !== 1) {
    return {
      code: 'SuccessThreshold',
      prop: `${prop}.successThreshold`,
      got: successThreshold,
      rule: 'must be 1',
      mend: 'only readiness can ask for more',
    };
  }
  return undefined;
}

const timings: Check = ({ drainDelay, gracePeriod, minReady, progressDeadline, startup, liveness }) => {
  const [drain, grace, ready, deadline] = [drainDelay, gracePeriod, minReady, progressDeadline].map((time) =>
    time.toSeconds(),
  ) as [number, number, number, number];
  if (drain < 1)
    return {
      code: 'NoDrain',
      prop: 'drainDelay',
      got: `${drain}s`,
      rule: 'must be at least 1s',
      mend: 'requests sent before the proxies know would be refused',
    };
  if (drain >= grace) {
    return {
      code: 'GraceTooShort',
      prop: 'gracePeriod',
      got: `${grace}s`,
      rule: `must be more than drainDelay (${drain}s)`,
      mend: 'the program needs time to finish after it: raise gracePeriod or lower drainDelay',
    };
  }
  const start = (startup ?? liveness).allowance.toSeconds() + ready;
  if (start >= deadline) {
    return {
      code: 'DeadlineTooShort',
      prop: 'progressDeadline',
      got: `${deadline}s`,
      rule: `must be more than what starting may take (${start}s: the probe's allowance and minReady)`,
      mend: 'raise it, or a slow start is reported as a failed rollout',
    };
  }
  return undefined;
};

const paths: Check = ({ writablePaths, config = [] }) => {
  const folders = [...writablePaths, ...config.flatMap((source) => (source.as === 'files' ? [source.folder] : []))];
  for (const [index, folder] of folders.entries()) {
    const rule = !/^\/[^:]+$/.test(folder)
      ? 'must be an absolute path'
      : folders.indexOf(folder) < index
        ? 'must not be mounted twice'
        : undefined;
    if (rule)
      return {
        code: 'InvalidPath',
        prop: index < writablePaths.length ? 'writablePaths' : 'config',
        got: folder,
        rule,
        mend: 'give each folder once, beginning with "/"',
      };
  }
  return undefined;
};
