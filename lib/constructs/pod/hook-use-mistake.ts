import type { Mistake } from '../mistake';
import type { Pod } from './pod-template';

/**
 * A hook where Kubernetes takes none, or one that would sleep for longer than the Pod is given to end; nothing where there
 * is none. The main container's time to end is held against its hook elsewhere.
 *
 * @source kubernetes@1.36 pkg/apis/core/validation/validation.go validateInitContainers, validateSleepAction
 */
export function hookUseMistake(pod: Pod): Mistake | undefined {
  const { initContainers = [], sidecars = [], containers = [], gracePeriod } = pod;
  const hooked = initContainers.findIndex(({ postStart, preStop }) => postStart ?? preStop);
  if (hooked >= 0) {
    const rule = 'must have no hook: it runs to its end before the others start';
    const mend = 'make it a sidecar, or take the hook out';
    return { code: 'InvalidHook', prop: `initContainers[${hooked}]`, got: initContainers[hooked]?.name, rule, mend };
  }
  const hooks = [
    { prop: 'postStart', hook: pod.postStart },
    ...Object.entries({ sidecars, containers }).flatMap(([list, each]) =>
      each.flatMap(({ postStart, preStop }, index) => [
        { prop: `${list}[${index}].postStart`, hook: postStart },
        { prop: `${list}[${index}].preStop`, hook: preStop },
      ]),
    ),
  ];
  for (const { prop, hook } of hooks) {
    const time = hook?.question.time;
    if (!time || time.toSeconds() <= gracePeriod.toSeconds()) continue;
    const rule = `must be at most gracePeriod (${gracePeriod.toSeconds()}s)`;
    const mend = 'raise gracePeriod or sleep for less';
    return { code: 'InvalidHook', prop: `${prop}.time`, got: `${time.toSeconds()}s`, rule, mend };
  }
  return undefined;
}
