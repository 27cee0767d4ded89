import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** Ports of a Service that has several are told apart by their names. */
export const servicePortNames = celRule({
  id: 'service-port-names',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses a second port without a name, and two of one name',
  mend: 'give each port a name of its own: http, metrics',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
  about: [SUBJECT_KINDS.Service],
  expression: `
    [object.spec.?ports.orValue([])].all(ports, size(ports) < 2
      || ports.all(port, ports.filter(other, other.?name.orValue("") == port.?name.orValue("")).size() == 1
        && port.?name.orValue("") != ""))`,
  field: 'spec.ports',
  must: 'must have names, each another one, where there are several',
  examples: {
    bad: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }, { port: 9090 }] }
`,
    good: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }, { name: metrics, port: 9090 }] }
`,
  },
});
