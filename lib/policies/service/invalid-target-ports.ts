import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** Ports that a Service leads to can be there. */
export const invalidTargetPorts = celRule({
  id: 'invalid-target-ports',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses the object, and nothing of it comes to be',
  mend: 'write a number from 1 to 65535, or the name that a container gives its port',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  about: [SUBJECT_KINDS.Service],
  expression: `
    object.?spec.?ports.orValue([]).all(port, !has(port.targetPort) || (type(port.targetPort) == int
      ? port.targetPort >= 1 && port.targetPort <= 65535
      : string(port.targetPort).matches("^[a-z0-9]+(-[a-z0-9]+)*$") && string(port.targetPort).matches("[a-z]")
        && size(string(port.targetPort)) <= 15))`,
  field: 'spec.ports',
  must: 'must lead to ports from 1 to 65535, or to names of at most 15 lower case letters, digits and single "-"',
  examples: {
    bad: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ port: 80, targetPort: web_http }] }
`,
    good: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ port: 80, targetPort: http }] }
`,
  },
});
