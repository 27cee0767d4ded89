import { celRule } from '../cel/cel-rule';

/** No container takes a port of its node. */
export const hostPort = celRule({
  id: 'host-port',
  severity: 'warning',
  level: 'baseline',
  why: 'one Pod a node can have it, so a second one does not start, and it is open past every Service',
  mend: 'take it out, and expose the port by a Service',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  misconceptions: [
    {
      claim: 'containerPort 80 maps the port of the container to port 80 of the host.',
      truth: 'containerPort opens and maps nothing: it tells readers and Services by name; hostPort maps',
      source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports',
    },
  ],
  about: 'container',
  // in the network of the host every port is one of the host's: of a Pod the API server fills that in
  expression: `
    container.?ports.orValue([]).all(port,
      port.?hostPort.orValue(0) == 0 && !variables.podSpec.?hostNetwork.orValue(false))`,
  field: 'ports',
  must: 'must not be ports of the host, by hostPort or by hostNetwork',
  examples: {
    bad: 'ports: [{ containerPort: 80, hostPort: 80 }]',
    good: 'ports: [{ containerPort: 80 }]',
  },
});
