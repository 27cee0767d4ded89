import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** Requests from outside come by an Ingress or a Gateway. */
export const exposedServices = celRule({
  id: 'exposed-services',
  severity: 'info',
  level: 'strict',
  why: 'each such Service is a door of its own, without TLS, and a node port opens on every node',
  mend: 'make it a ClusterIP Service behind an Ingress, or allow the type',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
  about: [SUBJECT_KINDS.Service],
  parameters: {
    allowedServiceTypes: { meaning: 'Types that a Service may have.', standard: ['ClusterIP', 'ExternalName'] },
  },
  expression: `
    object.spec.?type.orValue("ClusterIP") in variables.allowedServiceTypes`,
  field: 'spec.type',
  must: 'must be one of allowedServiceTypes',
  examples: {
    bad: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: NodePort, ports: [{ port: 80 }] }
`,
    good: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ port: 80 }] }
`,
  },
});
