import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** A peer of a NetworkPolicy is a block of addresses, or Pods and namespaces by their labels. */
export const networkPolicyPeer = celRule({
  id: 'network-policy-peer',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses a peer that is both, and one that is nothing',
  mend: 'write ipBlock as an entry of its own: entries of the list are alternatives',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  misconceptions: [
    {
      claim: 'The three kinds of peers may be combined at will, and all must hold.',
      truth:
        'podSelector and namespaceSelector of one entry must both hold; ipBlock goes with neither; entries of the list are alternatives',
      source:
        'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
    },
    {
      claim: 'Ports of a NetworkPolicy are of TCP or UDP.',
      truth: 'SCTP may be named too, where the network plugin knows it',
      source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#sctp-support',
    },
  ],
  about: [SUBJECT_KINDS.NetworkPolicy],
  expression: `
    object.spec.?ingress.orValue([]).all(rule, rule.?from.orValue([]).all(peer,
      has(peer.ipBlock) != (has(peer.podSelector) || has(peer.namespaceSelector))))
    && object.spec.?egress.orValue([]).all(rule, rule.?to.orValue([]).all(peer,
      has(peer.ipBlock) != (has(peer.podSelector) || has(peer.namespaceSelector))))`,
  field: 'spec',
  must: 'must have peers that are either an ipBlock or selectors',
  examples: {
    bad: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: {}
  ingress: [{ from: [{ ipBlock: { cidr: 192.0.2.0/24 }, podSelector: {} }] }]
`,
    good: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: {}
  ingress: [{ from: [{ ipBlock: { cidr: 192.0.2.0/24 } }, { podSelector: {} }] }]
`,
  },
});
