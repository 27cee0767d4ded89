import { capabilityProblem } from '../../kubernetes/capability';
import { imageProblem } from '../../kubernetes/container-image';
import { requestAboveLimit } from '../../kubernetes/container-size';
import { portNameProblem } from '../../kubernetes/names';
import { portProblem } from '../../kubernetes/whole-number';
import type { Mistake } from '../mistake';
import { commandMistake } from './command-mistake';
import { type ContainerProps, DEFAULTS } from './container-props';
import type { ContainerUse } from './container-use';
import { folderMistake } from './folder-mistake';
import { hookMistake } from './hook-mistake';
import { mountMistake } from './mount-mistake';
import { type ProbeRole, probeMistake } from './probe-mistake';
import { referenceMistake } from './reference-mistake';
import { variableMistake } from './variable-mistake';

type Check = (props: ContainerProps, use: ContainerUse) => Mistake | undefined;

/** What Kubernetes would refuse of a container, or could not run; nothing where it is sound. */
export function containerMistake(props: ContainerProps, use: ContainerUse): Mistake | undefined {
  for (const check of CHECKS) {
    const wrong = check(props, use);
    if (wrong) return wrong;
  }
  return undefined;
}

const image: Check = ({ image: { reference: got } }) => {
  const rule = imageProblem(got);
  return rule
    ? { code: 'InvalidImage', prop: 'image', got, rule, mend: 'name the version to run, such as "app:v4"' }
    : undefined;
};

const ports: Check = ({ port, portName = DEFAULTS.portName, extraPorts = [] }) => {
  const all = [
    ...(port === undefined ? [] : [{ prop: 'port', name: portName, port }]),
    ...extraPorts.map((extra, index) => ({ prop: `extraPorts[${index}]`, ...extra })),
  ];
  for (const [index, { prop, name, port: got, ...extra }] of all.entries()) {
    const wrongName = portNameProblem(name);
    const nameProp = prop === 'port' ? 'portName' : `${prop}.name`;
    if (wrongName)
      return { code: 'InvalidName', prop: nameProp, got: name, rule: wrongName, mend: 'choose another name' };
    const numbers = [
      [prop, got],
      [`${prop}.hostPort`, 'hostPort' in extra ? extra.hostPort : undefined],
    ] as const;
    for (const [which, number] of numbers) {
      const rule = number === undefined ? undefined : portProblem(number);
      const mend = 'give the port that the program listens on';
      if (rule) return { code: 'OutOfRange', prop: which, got: number, rule, mend };
    }
    if (all.findIndex((other) => other.name === name) < index) {
      return {
        code: 'DuplicatePort',
        prop: nameProp,
        got: name,
        rule: 'must not name two ports',
        mend: 'choose another name',
      };
    }
  }
  return undefined;
};

const user: Check = (_, { user: got }) => {
  if (got === undefined || got === 'root') return undefined;
  const rule =
    Number.isInteger(got) && got >= 1 && got < 2 ** 31 ? undefined : `must be a whole number from 1 to ${2 ** 31 - 1}`;
  const mend = 'give the id of the user that the image is made for, not root';
  return rule ? { code: 'OutOfRange', prop: 'user', got, rule, mend } : undefined;
};

const sizes: Check = ({ size }) => {
  const { cpuRequest, cpuLimit } = size;
  for (const [prop, { amount: got }] of Object.entries({ cpuRequest, cpuLimit })) {
    const rule = 'must be 0 or more';
    if (got.startsWith('-')) return { code: 'OutOfRange', prop: `size.${prop}`, got, rule, mend: 'give what it takes' };
  }
  const above = requestAboveLimit(size);
  if (!above) return undefined;
  const rule = `must be at most its limit (${above.limit})`;
  return { code: 'RequestAboveLimit', ...above, rule, mend: 'lower the request or raise the limit' };
};

const probes: Check = ({ readiness, liveness, startup, port, portName = DEFAULTS.portName, extraPorts = [] }) => {
  const names = [...(port === undefined ? [] : [portName]), ...extraPorts.map(({ name }) => name)];
  for (const [role, probe] of Object.entries({ readiness, liveness, startup })) {
    const wrong = probe && probeMistake(role as ProbeRole, probe, names);
    if (wrong) return { code: 'InvalidProbe', ...wrong };
  }
  return undefined;
};

const capabilities: Check = ({ addCapabilities = [] }) => {
  for (const [index, got] of addCapabilities.entries()) {
    const wrong = capabilityProblem(got);
    if (wrong) return { code: 'InvalidCapability', prop: `addCapabilities[${index}]`, got, ...wrong };
  }
  return undefined;
};

const CHECKS: readonly Check[] = [
  image,
  ports,
  user,
  sizes,
  capabilities,
  probes,
  variableMistake,
  referenceMistake,
  hookMistake,
  commandMistake,
  folderMistake,
  mountMistake,
];
