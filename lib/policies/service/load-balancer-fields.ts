import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** What is said to a load balancer is said of a Service that has one. */
export const loadBalancerFields = celRule({
  id: 'load-balancer-fields',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses these fields on a Service of another type',
  mend: 'set type to LoadBalancer, or take the fields out',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  misconceptions: [
    {
      claim: 'A Service can give its Pods weights, by the field or annotation loadBalancerBackendWeights.',
      truth:
        'there is no such field or annotation: a Service spreads evenly; weights are had by a canary Ingress, or by backendRefs of an HTTPRoute',
      source: 'https://gateway-api.sigs.k8s.io/guides/traffic-splitting/',
    },
  ],
  about: [SUBJECT_KINDS.Service],
  expression: `
    object.spec.?type.orValue("ClusterIP") == "LoadBalancer"
    || (size(object.spec.?loadBalancerSourceRanges.orValue([])) == 0
      && !has(object.spec.loadBalancerClass)
      && !has(object.spec.allocateLoadBalancerNodePorts))`,
  field: 'spec.type',
  must: 'must be LoadBalancer, with loadBalancerSourceRanges, loadBalancerClass or allocateLoadBalancerNodePorts',
  examples: {
    bad: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, loadBalancerSourceRanges: [192.0.2.0/24], ports: [{ port: 80 }] }
`,
    good: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: LoadBalancer, selector: { app: web }, loadBalancerSourceRanges: [192.0.2.0/24], ports: [{ port: 80 }] }
`,
  },
});
