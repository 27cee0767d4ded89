import { celRule } from '../cel/cel-rule';

/** Containers use at least one of the means that Linux has against a program that was broken into. */
export const linuxHardening = celRule({
  id: 'linux-hardening',
  severity: 'info',
  level: 'strict',
  why: 'a hole in the program is then one in the node',
  mend: 'set seccompProfile.type of the Pod to RuntimeDefault, and drop all capabilities',
  source: 'https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/',
  about: 'container',
  expression: `
    variables.podSpec.?os.?name.orValue("") == "windows"
    || container.?securityContext.?seccompProfile.?type.orValue(
      variables.podSpec.?securityContext.?seccompProfile.?type.orValue("Unconfined")) != "Unconfined"
    || container.?securityContext.?appArmorProfile.?type.orValue(
      variables.podSpec.?securityContext.?appArmorProfile.?type.orValue("Unconfined")) != "Unconfined"
    || variables.podMetadata.?annotations[?"container.apparmor.security.beta.kubernetes.io/" + container.name]
      .orValue("unconfined") != "unconfined"
    || container.?securityContext.?seLinuxOptions.hasValue() || variables.podSpec.?securityContext.?seLinuxOptions.hasValue()
    || (size(container.?securityContext.?capabilities.?drop.orValue([])) > 0
      && !container.?securityContext.?capabilities.?add.orValue([]).exists(name, name.upperAscii() == "ALL"))`,
  field: 'securityContext',
  must: 'must have a seccomp profile, AppArmor, SELinux options or dropped capabilities',
  examples: {
    bad: 'securityContext: {}',
    good: 'securityContext: { capabilities: { drop: [ALL] } }',
  },
});
