import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** A workload selects the Pods that it makes. */
export const mismatchingSelector = celRule({
  id: 'mismatching-selector',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses the object, and nothing of it comes to be',
  mend: 'give the template every label that the selector asks for',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  misconceptions: [
    {
      claim: 'NotIn and != pick what has the key with another value.',
      truth: 'they pick what has no such key as well',
      source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#set-based-requirement',
    },
    {
      claim: 'Operators of a selector are in, notin, exists and notexists.',
      truth:
        'in a manifest they are In, NotIn, Exists and DoesNotExist; on a command line KEY and !KEY ask whether the key is there',
      source:
        'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements',
    },
    {
      claim: 'The selector of a DaemonSet names the nodes that it runs on.',
      truth:
        'it names its own Pods, as every selector of a workload; nodes are chosen by nodeSelector and affinity of the template',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#pod-selector',
    },
  ],
  about: [SUBJECT_KINDS.Deployment, SUBJECT_KINDS.StatefulSet, SUBJECT_KINDS.DaemonSet, SUBJECT_KINDS.ReplicaSet],
  expression: `
    !has(object.spec.selector) || !has(object.spec.template)
    || [object.spec.template.?metadata.?labels.orValue({})].all(labels,
      [object.spec.selector.?matchLabels.orValue({})].all(wanted,
        wanted.all(key, key in labels && labels[key] == wanted[key])
        && size(wanted) + size(object.spec.selector.?matchExpressions.orValue([])) > 0)
      && object.spec.selector.?matchExpressions.orValue([]).all(one,
        one.operator == "In" ? one.key in labels && labels[one.key] in one.values
        : one.operator == "NotIn" ? !(one.key in labels && labels[one.key] in one.values)
        : one.operator == "Exists" ? one.key in labels : !(one.key in labels)))`,
  field: 'spec.selector',
  must: 'must pick the Pods of spec.template',
  examples: {
    bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: api } }
    spec: { containers: [{ name: web, image: "web:1" }] }
`,
    good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, version: v1 } }
    spec: { containers: [{ name: web, image: "web:1" }] }
`,
  },
});
