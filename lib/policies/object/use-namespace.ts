import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** Objects have a namespace of their own. */
export const useNamespace = celRule({
  id: 'use-namespace',
  severity: 'info',
  level: 'production',
  why: 'in the default one everybody meets: access, quotas and NetworkPolicies are those of a namespace',
  mend: 'choose another namespace',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
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
  expression: `
    dyn(object.metadata).?namespace.orValue("") != "default"
    || object.metadata.name in (object.kind == "Service" ? ["kubernetes"] : ["default", "kube-root-ca.crt"])`,
  field: 'metadata.namespace',
  must: 'must not be default',
  examples: {
    bad: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: default }
`,
    good: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
`,
  },
});
