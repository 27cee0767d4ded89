import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** Objects carry the labels that a cluster asks for. */
export const requiredLabel = celRule({
  id: 'required-label',
  severity: 'info',
  level: 'strict',
  why: 'nobody knows whom to ask about it',
  mend: 'add the label',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
  about: [
    SUBJECT_KINDS.Deployment,
    SUBJECT_KINDS.StatefulSet,
    SUBJECT_KINDS.DaemonSet,
    SUBJECT_KINDS.Job,
    SUBJECT_KINDS.CronJob,
    SUBJECT_KINDS.Pod,
    SUBJECT_KINDS.Service,
    SUBJECT_KINDS.Ingress,
    SUBJECT_KINDS.ConfigMap,
    SUBJECT_KINDS.Secret,
    SUBJECT_KINDS.PersistentVolumeClaim,
    SUBJECT_KINDS.ServiceAccount,
  ],
  parameters: {
    requiredLabels: { meaning: 'Keys of labels that every object must have; empty for none.', standard: [] },
  },
  expression: `
    variables.requiredLabels.all(key, object.metadata.?labels.orValue({}).exists(label, label == key && object.metadata.labels[label] != ""))`,
  field: 'metadata.labels',
  must: 'must have every one of requiredLabels',
  examples: {
    parameters: { requiredLabels: ['owner'] },
    bad: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop, labels: { app: web } }
`,
    good: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop, labels: { app: web, owner: team-a } }
`,
  },
});
