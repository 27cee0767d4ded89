import { celRule } from '../cel/cel-rule';

/** Pods that are sent to nodes of their own are let in by a taint there, which keeps others out. */
export const dedicatedNodes = celRule({
  id: 'dedicated-nodes',
  severity: 'info',
  level: 'baseline',
  why: 'an affinity or a nodeSelector draws this Pod to the nodes, and keeps no other Pod away from them',
  mend: 'where the nodes are to be its own, taint them (kubectl taint nodes NODE KEY=VALUE:NoSchedule) and tolerate the taint here',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#example-use-cases',
  misconceptions: [
    {
      claim: 'Node affinity keeps a sensitive program on its nodes, and other programs off them.',
      truth: 'it does the first; others are kept off by a taint alone',
      source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#example-use-cases',
    },
    {
      claim: 'The weight of a preferred node affinity makes the scheduler choose nodes with less load.',
      truth: 'it weighs how much the match of labels counts beside other scores, from 1 to 100; load is another score',
      source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity-weight',
    },
    {
      claim: 'kubectl patch with an empty list takes the tolerations off a running Pod.',
      truth: 'tolerations of a Pod may be added, never changed or taken away',
      source: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-update-and-replacement',
    },
  ],
  about: 'pod',
  parameters: {
    dedicatedNodeLabels: {
      meaning: 'Keys of node labels that say whom a node is for, not what it has; empty for none.',
      standard: [
        'app',
        'customer',
        'dedicated',
        'owner',
        'project',
        'purpose',
        'reserved',
        'team',
        'tenant',
        'workload',
      ],
    },
  },
  // an API server lets every Pod tolerate for a while that its node is lost: those are of no dedicated nodes
  expression: `
    variables.podSpec.?tolerations.orValue([]).exists(one, !one.?key.orValue("").startsWith("node.kubernetes.io/"))
    || (!variables.podSpec.?nodeSelector.orValue({}).exists(key, key in variables.dedicatedNodeLabels)
      && !variables.podSpec.?affinity.?nodeAffinity.?requiredDuringSchedulingIgnoredDuringExecution.?nodeSelectorTerms
        .orValue([]).exists(term, term.?matchExpressions.orValue([]).exists(one,
          one.operator in ["In", "Exists"] && one.key in variables.dedicatedNodeLabels)))`,
  field: 'tolerations',
  must: 'must tolerate the taint of the nodes that it is sent to by a label such as app or dedicated',
  examples: {
    bad: 'nodeSelector: { dedicated: payments }',
    good: `
nodeSelector: { dedicated: payments }
tolerations: [{ key: dedicated, operator: Equal, value: payments, effect: NoSchedule }]`,
  },
});
