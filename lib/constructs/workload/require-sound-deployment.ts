import type { Construct } from 'constructs';
import { requestAboveLimit } from '../../kubernetes/container-size';
import { nameProblem, portNameProblem } from '../../kubernetes/names';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import { InvalidProp, type InvalidPropDetails } from '../invalid-prop';
import { type ProbeRole, probeMistake } from './probe-mistake';
import type { ResolvedDeploymentProps } from './probed-deployment-props';
import { wholeSecondsMistake } from './whole-seconds-mistake';

/**
 * Holds the props of a Deployment against what Kubernetes accepts and what works together.
 *
 * @throws InvalidProp for the first that does not
 */
export function requireSoundDeployment(scope: Construct, props: ResolvedDeploymentProps): void {
  for (const check of [names, counts, sizes, probes, variables, wholeSeconds, timings, paths]) {
    const wrong = check(props);
    if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
  }
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
  const between = (prop: string, got: number, least: number, most: number, mend: string) => {
    const rule = wholeNumberProblem(got, least, most);
    return rule === undefined ? undefined : { code: 'OutOfRange', prop, got, rule, mend };
  };
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

const probes: Check = ({ readiness, liveness, startup, portName }) => {
  for (const [role, probe] of Object.entries({ readiness, liveness, startup })) {
    const wrong = probe && probeMistake(role as ProbeRole, probe, portName);
    if (wrong) return { code: 'InvalidProbe', ...wrong };
  }
  return undefined;
};

const variables: Check = ({ env = {} }) => {
  const got = Object.keys(env).find((name) => !/^[A-Za-z_.-][\w.-]*$/.test(name));
  if (got === undefined) return undefined;
  const rule = 'must be letters, digits, "_", "." and "-", not beginning with a digit';
  return { code: 'InvalidVariable', prop: 'env', got, rule, mend: 'rename the variable' };
};

const wholeSeconds: Check = ({ drainDelay, gracePeriod, minReady, progressDeadline }) => {
  const wrong = wholeSecondsMistake({ drainDelay, gracePeriod, minReady, progressDeadline });
  return wrong && { code: 'OutOfRange', ...wrong };
};

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
    const rule = !/^(\/[^:/]+)+$/.test(folder)
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
