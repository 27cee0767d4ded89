import { labelKeyProblem } from '../../kubernetes/labels';
import { portNameProblem, servicePortNameProblem } from '../../kubernetes/names';
import { portProblem } from '../../kubernetes/whole-number';
import type { Mistake } from '../mistake';
import type { ResolvedPort } from './service-port';

type Check = (port: ResolvedPort, all: readonly ResolvedPort[]) => Mistake | undefined;

/** What Kubernetes would refuse of the ports of a Service, by their place; nothing where they are sound. */
export function portsMistake(ports: readonly ResolvedPort[]): Mistake | undefined {
  for (const [index, port] of ports.entries()) {
    for (const check of [numbers, names, application, twins]) {
      const wrong = check(port, ports.slice(0, index));
      if (wrong) return { ...wrong, prop: `ports[${index}].${wrong.prop}` };
    }
  }
  const unnamed = ports.length > 1 ? ports.findIndex(({ name }) => name === undefined) : -1;
  const rule = 'must be given where there are several ports';
  if (unnamed < 0) return undefined;
  return { code: 'InvalidName', prop: `ports[${unnamed}].name`, got: undefined, rule, mend: 'say what it is for' };
}

const numbers: Check = ({ port, targetPort }) => {
  const all = [
    ['port', port] as const,
    ...(typeof targetPort === 'number' ? [['targetPort', targetPort] as const] : []),
  ];
  for (const [prop, got] of all) {
    const rule = portProblem(got);
    if (rule) return { code: 'OutOfRange', prop, got, rule, mend: 'choose one in that range' };
  }
  return undefined;
};

const names: Check = ({ name, targetPort }) => {
  const wrongTarget = typeof targetPort === 'string' ? portNameProblem(targetPort) : undefined;
  if (wrongTarget) {
    const mend = 'give the name of a container port, or its number as a number';
    return { code: 'InvalidName', prop: 'targetPort', got: targetPort, rule: wrongTarget, mend };
  }
  const rule = name === undefined ? undefined : servicePortNameProblem(name);
  return rule ? { code: 'InvalidName', prop: 'name', got: name, rule, mend: 'choose another name' } : undefined;
};

const application: Check = ({ appProtocol: got }) => {
  const rule = got === undefined ? undefined : labelKeyProblem(got);
  const mend = 'write "http", or a prefix and a name such as "kubernetes.io/h2c"';
  return rule ? { code: 'InvalidName', prop: 'appProtocol', got, rule, mend } : undefined;
};

const twins: Check = ({ name, port, protocol }, before) => {
  if (name !== undefined && before.some((other) => other.name === name)) {
    const rule = 'must not name two ports';
    return { code: 'DuplicatePort', prop: 'name', got: name, rule, mend: 'choose another name' };
  }
  if (!before.some((other) => other.port === port && other.protocol === protocol)) return undefined;
  const rule = `must not be given twice for ${protocol}`;
  return { code: 'DuplicatePort', prop: 'port', got: port, rule, mend: 'choose another port, or another protocol' };
};
