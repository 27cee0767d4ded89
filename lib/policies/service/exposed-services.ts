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
  misconceptions: [
    {
      claim: 'Requests to a node port go to the address of the Service, and from there to a Pod.',
      truth: 'the node sends them to a Pod at once',
      source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/',
    },
    {
      claim: 'A load balancer sends to the node ports of all nodes.',
      truth: 'most do; some send to the Pods, and then allocateLoadBalancerNodePorts: false needs no node ports',
      source: 'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-nodeport-allocation',
    },
  ],
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
