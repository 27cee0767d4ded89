import { cidrProblem } from '../../kubernetes/cidr';
import { ipAddressProblem } from '../../kubernetes/ip-address';
import { labelKeyProblem } from '../../kubernetes/labels';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import { wholeSecondsMistake } from '../container/whole-seconds-mistake';
import type { Mistake } from '../mistake';
import type { Exposure } from './exposure';
import type { ResolvedPort } from './service-port';

type Check = (exposure: Exposure, ports: readonly ResolvedPort[]) => Mistake | undefined;

/** Ports of nodes that are kept for Services, where the API server was told no other by `--service-node-port-range`. */
const NODE_PORTS = [30000, 32767] as const;
const MAX_AFFINITY_SECONDS = 86_400;

/** What Kubernetes would refuse of an exposure, alone or with the ports of its Service; nothing where it is sound. */
export function exposureMistake(exposure: Exposure, ports: readonly ResolvedPort[]): Mistake | undefined {
  for (const check of [address, affinity, nodePorts, healthCheck, loadBalancer]) {
    const wrong = check(exposure, ports);
    if (wrong) return { ...wrong, prop: `exposure.${wrong.prop}` };
  }
  return undefined;
}

const address: Check = ({ options: { ip: got } }) => {
  const rule = got === undefined ? undefined : ipAddressProblem(got);
  const mend = 'give an address of the range for Services, or leave it out';
  return rule ? { code: 'InvalidAddress', prop: 'ip', got, rule, mend } : undefined;
};

const affinity: Check = ({ options: { sessionAffinity } }) => {
  if (!sessionAffinity) return undefined;
  const time = sessionAffinity.clientIp;
  const prop = 'sessionAffinity.clientIp';
  const fraction = wholeSecondsMistake({ [prop]: time });
  if (fraction) return { code: 'OutOfRange', ...fraction };
  const got = time.toSeconds();
  const rule = wholeNumberProblem(got, 1, MAX_AFFINITY_SECONDS);
  return rule
    ? { code: 'OutOfRange', prop, got, rule: `${rule} seconds`, mend: 'leave it out for no affinity' }
    : undefined;
};

const nodePorts: Check = (exposure, ports) => {
  const { nodePort: asked = {} } = exposure.options;
  const given = typeof asked === 'number' ? { nodePort: asked } : asked;
  for (const [name, got] of Object.entries(given)) {
    const prop = typeof asked === 'number' ? 'nodePort' : `nodePort.${name}`;
    const rule = wholeNumberProblem(got, ...NODE_PORTS);
    if (rule) return { code: 'OutOfRange', prop, got, rule, mend: 'choose one in that range, or leave it out' };
    const known = typeof asked === 'number' ? ports.length === 1 : ports.some((port) => port.name === name);
    if (known) continue;
    const mend = `say for which: { ${ports.map((port) => `${port.name}: ...`).join(', ')} }`;
    return { code: 'UnknownPort', prop, got, rule: 'must be for a port that the Service has', mend };
  }
  return sharedNodePort(exposure, ports);
};

/** A port of the nodes is for one number of the Service, whatever the protocols: 53 by TCP and by UDP may share one. */
function sharedNodePort(exposure: Exposure, ports: readonly ResolvedPort[]): Mistake | undefined {
  const seen = new Map<number, number>();
  for (const { name, port } of ports) {
    const got = exposure.nodePortOf(name);
    if (got === undefined) continue;
    const rule = 'must not be that of two ports with different numbers';
    if ((seen.get(got) ?? port) !== port)
      return { code: 'DuplicatePort', prop: `nodePort.${name}`, got, rule, mend: 'choose another' };
    seen.set(got, port);
  }
  return undefined;
}

const healthCheck: Check = (exposure, ports) => {
  const { healthCheckNodePort: got, externalTrafficPolicy } = exposure.options;
  if (got === undefined) return undefined;
  const prop = 'healthCheckNodePort';
  if (externalTrafficPolicy !== 'Local') {
    const mend = 'set externalTrafficPolicy to "Local", or leave it out: any node will do for "Cluster"';
    return { code: 'HealthCheckWithoutLocal', prop, got, rule: 'must be given for "Local" alone', mend };
  }
  const rule = wholeNumberProblem(got, ...NODE_PORTS);
  if (rule) return { code: 'OutOfRange', prop, got, rule, mend: 'choose one in that range, or leave it out' };
  if (ports.every(({ name }) => exposure.nodePortOf(name) !== got)) return undefined;
  return { code: 'DuplicatePort', prop, got, rule: 'must not be a nodePort', mend: 'choose another' };
};

const loadBalancer: Check = ({ options: { className, sourceRanges } }) => {
  const wrongClass = className === undefined ? undefined : labelKeyProblem(className);
  if (wrongClass) {
    const mend = 'write a name such as "internal-vip", or with a prefix "example.com/internal-vip"';
    return { code: 'InvalidName', prop: 'className', got: className, rule: wrongClass, mend };
  }
  if (sourceRanges?.length === 0) {
    const mend = 'leave it out to let everybody in';
    return { code: 'InvalidCidr', prop: 'sourceRanges', got: sourceRanges, rule: 'must name one', mend };
  }
  const got = sourceRanges?.find((range) => cidrProblem(range));
  const rule = got === undefined ? undefined : cidrProblem(got);
  const mend = 'write the first address of the block and its prefix length, such as "10.0.0.0/24"';
  return rule ? { code: 'InvalidCidr', prop: 'sourceRanges', got, rule, mend } : undefined;
};
