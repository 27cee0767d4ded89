import { celRule } from '../cel/cel-rule';

/** Ports of containers are ports. */
export const portNumber = celRule({
  id: 'port-number',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses any other number',
  mend: 'write a number from 1 to 65535',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports',
  about: 'container',
  expression: `
    container.?ports.orValue([]).all(port, port.?containerPort.orValue(1) >= 1 && port.?containerPort.orValue(1) <= 65535
      && port.?hostPort.orValue(0) >= 0 && port.?hostPort.orValue(0) <= 65535)`,
  field: 'ports',
  must: 'must be from 1 to 65535',
  examples: {
    bad: 'ports: [{ containerPort: 80800 }]',
    good: 'ports: [{ containerPort: 8080 }]',
  },
});
