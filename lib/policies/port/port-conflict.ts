import { celRule } from '../cel/cel-rule';

/**
 * Containers of a Pod listen on ports of their own: they have one network together. Told is a port that two of them
 * declare, and one image twice, run as it comes.
 */
export const portConflict = celRule({
  id: 'port-conflict',
  severity: 'warning',
  level: 'baseline',
  why: 'the second one cannot bind the port, exits, and is restarted for ever',
  mend: 'give one of them another port, or another image or command where it is no server',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking',
  about: 'pod',
  expression: `
    [variables.podSpec.?containers.orValue([])].all(containers, containers.all(one, containers.all(other,
      one.?name.orValue("") == other.?name.orValue("")
      || (!one.?ports.orValue([]).exists(port, other.?ports.orValue([]).exists(taken,
          port.?containerPort.orValue(0) == taken.?containerPort.orValue(0)
          && port.?protocol.orValue("TCP") == taken.?protocol.orValue("TCP")))
        && (one.?image.orValue("") != other.?image.orValue("")
          || size(one.?command.orValue([])) + size(one.?args.orValue([])) + size(one.?env.orValue([]))
            + size(one.?envFrom.orValue([])) + size(other.?command.orValue([])) + size(other.?args.orValue([]))
            + size(other.?env.orValue([])) + size(other.?envFrom.orValue([])) > 0)))))`,
  field: 'containers',
  must: 'must have no two that listen on one port',
  examples: {
    bad: 'containers: [{ name: web, image: "nginx:1.27" }, { name: copy, image: "nginx:1.27" }]',
    good: 'containers: [{ name: web, image: "nginx:1.27" }, { name: agent, image: "agent:1" }]',
  },
});
