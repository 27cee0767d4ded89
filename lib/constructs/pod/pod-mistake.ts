import { nameProblem } from '../../kubernetes/names';
import { containerMistake } from '../container/container-mistake';
import { DEFAULTS } from '../container/container-port';
import type { NamedContainer } from '../container/named-container';
import { wholeSecondsMistake } from '../container/whole-seconds-mistake';
import type { Mistake } from '../mistake';
import { dnsConfigProblem } from './dns-config';
import { hookUseMistake } from './hook-use-mistake';
import { hostPortMistake } from './host-port-mistake';
import { labelMistake } from './label-mistake';
import { lostDownloadMistake } from './lost-download-mistake';
import type { Pod } from './pod-template';
import { type VolumeUse, volumeMistake } from './volume-mistake';

/** What is known of a Pod beside its props. */
export interface PodUse extends VolumeUse {
  /** Whether a container is started again when it ends. */
  readonly restarts: 'always' | 'onFailure' | 'never';
  /**
   * Variables that its owner gives every container.
   *
   * @default - none
   */
  readonly variables?: readonly string[];
}

type Check = (pod: Pod, use: PodUse) => Mistake | undefined;

/** What Kubernetes would refuse of a Pod, or what in it does not fit together; nothing where it is sound. */
export function podMistake(pod: Pod, use: PodUse): Mistake | undefined {
  for (const check of CHECKS) {
    const wrong = check(pod, use);
    if (wrong) return wrong;
  }
  return undefined;
}

const main: Check = (pod, use) => containerMistake(pod, { ...use, user: pod.user });

const others: Check = ({ initContainers = [], sidecars = [], containers = [] }, use) => {
  const lists = [
    ['initContainers', initContainers, 'onFailure'],
    ['sidecars', sidecars, 'always'],
    ['containers', containers, use.restarts],
  ] as const;
  for (const [prop, list, each] of lists) {
    for (const [index, container] of list.entries()) {
      const wrong = containerMistake(container, { ...use, user: container.user, restarts: each });
      if (wrong) return { ...wrong, prop: `${prop}[${index}].${wrong.prop}` };
    }
  }
  const probed = initContainers.findIndex(({ readiness, liveness, startup }) => readiness ?? liveness ?? startup);
  if (probed < 0) return undefined;
  const mend = 'make it a sidecar, or take the probe out';
  const rule = 'must have no probe: it runs to its end before anybody asks';
  return { code: 'InvalidProbe', prop: `initContainers[${probed}]`, got: initContainers[probed]?.name, rule, mend };
};

const names: Check = ({ application, initContainers = [], sidecars = [], containers = [] }) => {
  const all = [application, ...[...containers, ...sidecars, ...initContainers].map(({ name }) => name)];
  for (const [index, got] of all.entries()) {
    const rule =
      nameProblem('Namespace', got) ??
      (all.indexOf(got) < index ? 'must not be the name of two containers' : undefined);
    if (rule)
      return {
        code: 'InvalidName',
        prop: index === 0 ? 'application' : 'name',
        got,
        rule,
        mend: 'choose another name',
      };
  }
  return undefined;
};

/** Containers of a Pod share its network: the second to listen on a port fails, and is restarted for ever. */
const sharedPorts: Check = (pod) => {
  const { application, sidecars = [], containers = [] } = pod;
  const running: readonly NamedContainer[] = [
    { ...pod, name: application } as NamedContainer,
    ...containers,
    ...sidecars,
  ];
  const seen = new Map<string, string>();
  for (const { name, port, extraPorts = [] } of running) {
    const own = port === undefined ? extraPorts : [{ port, protocol: DEFAULTS.protocol }, ...extraPorts];
    for (const { port: got, protocol = DEFAULTS.protocol } of own) {
      const other = seen.get(`${got}/${protocol}`);
      const rule = `must not be that of ${other} in the same Pod, which shares its network`;
      if (other) return { code: 'DuplicatePort', prop: `port of ${name}`, got, rule, mend: 'give each its own port' };
      seen.set(`${got}/${protocol}`, name);
    }
  }
  return undefined;
};

const volumes: Check = (pod, use) => volumeMistake(pod, use);

const wholeSeconds: Check = ({ drainDelay, gracePeriod }) => {
  const wrong = wholeSecondsMistake({ drainDelay, gracePeriod });
  return wrong && { code: 'OutOfRange', ...wrong };
};

const drain: Check = ({ port, preStop, drainDelay, gracePeriod }) => {
  const [drainSeconds, graceSeconds] = [drainDelay.toSeconds(), gracePeriod.toSeconds()];
  const sleeps = preStop?.question.time?.toSeconds();
  const waits = sleeps ?? (preStop || port === undefined ? 0 : drainSeconds);
  if (drainSeconds < 1) {
    const mend = 'requests sent before the proxies know would be refused';
    return { code: 'NoDrain', prop: 'drainDelay', got: `${drainSeconds}s`, rule: 'must be at least 1s', mend };
  }
  if (waits < graceSeconds) return undefined;
  const rule = `must be more than ${sleeps === undefined ? 'drainDelay' : 'preStop'} (${waits}s)`;
  const mend = 'the program needs time to finish after it: raise gracePeriod or wait for less';
  return { code: 'GraceTooShort', prop: 'gracePeriod', got: `${graceSeconds}s`, rule, mend };
};

const places: Check = ({ placement = [] }) => {
  for (const [index, place] of placement.entries()) {
    const wrong = place.problem();
    if (wrong) return { code: 'InvalidPlacement', prop: `placement[${index}]`, ...wrong };
  }
  for (const field of ['nodeName', 'priorityClassName', 'schedulerName'] as const) {
    const given = placement.flatMap(({ parts }) => parts[field] ?? []);
    const rule = 'must be said once';
    if (given.length > 1)
      return { code: 'InvalidPlacement', prop: 'placement', got: given, rule, mend: `keep one ${field}` };
  }
  const wanted = placement.flatMap(({ parts }) => Object.entries(parts.nodeSelector ?? {}));
  const [key, got] =
    wanted.find(([key, value]) => wanted.some((other) => other[0] === key && other[1] !== value)) ?? [];
  if (key !== undefined) {
    const rule = `must not ask for another value of ${key}: no node has two`;
    const mend = 'keep one, or take requireNodes with LabelExpression.in(...)';
    return { code: 'InvalidPlacement', prop: 'placement', got, rule, mend };
  }
  return undefined;
};

const dns: Check = (pod) => {
  const wrong = pod.dns && dnsConfigProblem(pod.dns);
  return wrong && { code: 'InvalidDns', ...wrong, prop: `dns.${wrong.prop}` };
};

const labels: Check = (pod) => labelMistake(pod);

const CHECKS: readonly Check[] = [
  main,
  others,
  names,
  sharedPorts,
  hostPortMistake,
  volumes,
  lostDownloadMistake,
  wholeSeconds,
  drain,
  hookUseMistake,
  places,
  dns,
  labels,
];
