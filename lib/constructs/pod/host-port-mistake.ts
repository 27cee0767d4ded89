import { DEFAULTS } from '../container/container-port';
import type { Mistake } from '../mistake';
import type { Pod } from './pod-template';

/**
 * A port of the node that two ports of a Pod would take, or another than the container's on the network of the node, which
 * has no others; nothing where there is none.
 *
 * @source kubernetes@1.36 pkg/apis/core/validation/validation.go checkHostPortConflicts, validateHostNetwork
 */
export function hostPortMistake(pod: Pod): Mistake | undefined {
  const { application, sidecars = [], containers = [] } = pod;
  const running = [{ name: application, extraPorts: pod.extraPorts }, ...containers, ...sidecars];
  const ports = running.flatMap(({ name, extraPorts = [] }) => extraPorts.map((port) => ({ ...port, owner: name })));
  const seen = new Set<string>();
  for (const { owner, port, hostPort: got, protocol = DEFAULTS.protocol } of ports) {
    if (got === undefined) continue;
    const prop = `hostPort of ${owner}`;
    if (pod.network === 'host' && got !== port) {
      const rule = `must be the container's port (${port}) on the network of the node`;
      return { code: 'InvalidHostPort', prop, got, rule, mend: 'leave it out' };
    }
    const rule = 'must not be taken twice in one Pod';
    if (seen.has(`${got}/${protocol}`)) {
      return { code: 'InvalidHostPort', prop, got, rule, mend: 'give each its own, or leave it out' };
    }
    seen.add(`${got}/${protocol}`);
  }
  return undefined;
}
