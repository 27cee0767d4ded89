import { celRule } from '../cel/cel-rule';

/** Containers keep the SELinux types of containers, and set no user and no role. */
export const selinuxOptions = celRule({
  id: 'selinux-options',
  severity: 'error',
  level: 'baseline',
  why: 'another type, user or role leads past the policy that separates containers from the node',
  mend: 'take user and role out, and the type too or make it container_t',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  about: 'container',
  expression: `
    [container.?securityContext.?seLinuxOptions, variables.podSpec.?securityContext.?seLinuxOptions].all(options,
      options.?user.orValue("") == "" && options.?role.orValue("") == "" && options.?type.orValue("")
      in ["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"])`,
  field: 'securityContext.seLinuxOptions',
  must: 'must have a type of containers, no user and no role, here and for the Pod',
  examples: {
    bad: 'securityContext: { seLinuxOptions: { type: spc_t } }',
    good: 'securityContext: { seLinuxOptions: { level: "s0:c123,c456" } }',
  },
});
