import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** Objects carry the annotations that a cluster asks for. */
export const requiredAnnotation = celRule({
  id: 'required-annotation',
  severity: 'info',
  level: 'strict',
  why: 'nobody knows whom to ask about it',
  mend: 'add the annotation',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/',
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
    requiredAnnotations: { meaning: 'Keys of annotations that every object must have; empty for none.', standard: [] },
  },
  expression: `
    variables.requiredAnnotations.all(key, object.metadata.?annotations.orValue({}).exists(annotation, annotation == key && object.metadata.annotations[annotation] != ""))`,
  field: 'metadata.annotations',
  must: 'must have every one of requiredAnnotations',
  examples: {
    parameters: { requiredAnnotations: ['email'] },
    bad: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
`,
    good: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop, annotations: { email: team-a@example.com } }
`,
  },
});
