import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** How traffic from outside is spread is said only of a Service that gets some. */
export const externalTrafficPolicy = celRule({
  id: 'external-traffic-policy',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses it on a Service that nothing outside the cluster can reach',
  mend: 'set type to NodePort or LoadBalancer, or take externalTrafficPolicy out',
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy',
  misconceptions: [
    {
      claim: 'externalTrafficPolicy: Local balances by the address of the client.',
      truth:
        'it sends to Pods of the node that got the request, which keeps the address of the client to be seen; sessionAffinity: ClientIP sends a client to the same Pod again',
      source: 'https://kubernetes.io/docs/tutorials/services/source-ip/',
    },
  ],
  about: [SUBJECT_KINDS.Service],
  expression: `
    object.spec.?externalTrafficPolicy.orValue("") == ""
    || object.spec.?type.orValue("ClusterIP") in ["NodePort", "LoadBalancer"]
    || (object.spec.?type.orValue("ClusterIP") == "ClusterIP" && size(object.spec.?externalIPs.orValue([])) > 0)`,
  field: 'spec.externalTrafficPolicy',
  must: 'must be left out of a Service that is not of type NodePort or LoadBalancer',
  examples: {
    bad: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, externalTrafficPolicy: Local, ports: [{ port: 80 }] }
`,
    good: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: NodePort, selector: { app: web }, externalTrafficPolicy: Local, ports: [{ port: 80 }] }
`,
  },
});
