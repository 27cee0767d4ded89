import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** Roles name what they allow. */
export const wildcardInRules = celRule({
  id: 'wildcard-in-rules',
  severity: 'warning',
  level: 'production',
  why: 'a wildcard allows what nobody thought of, and whatever a later version brings',
  mend: 'name the groups, resources and verbs',
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  about: [SUBJECT_KINDS.Role, SUBJECT_KINDS.ClusterRole],
  expression: `
    object.metadata.name.startsWith("system:") || object.metadata.name in ["admin", "cluster-admin", "edit", "view"]
    || object.?rules.orValue([]).all(rule, !("*" in rule.?apiGroups.orValue([]))
      && !("*" in rule.?resources.orValue([])) && !("*" in rule.?verbs.orValue([])))`,
  field: 'rules',
  must: 'must have no "*"',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [apps], resources: [deployments], verbs: ['*'] }
`,
    good: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [apps], resources: [deployments], verbs: [get, update] }
`,
  },
});
