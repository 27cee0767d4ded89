import { celRule } from '../cel/cel-rule';

/** Nothing switches AppArmor off, by field or by annotation. */
export const apparmorUnconfined = celRule({
  id: 'apparmor-unconfined',
  severity: 'error',
  level: 'baseline',
  why: 'the profile of the container runtime is what keeps a program off the files of the node',
  mend: 'set the type to RuntimeDefault, or leave it out',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  about: 'container',
  expression: `
    container.?securityContext.?appArmorProfile.?type.orValue("") != "Unconfined"
    && variables.podSpec.?securityContext.?appArmorProfile.?type.orValue("") != "Unconfined"
    && variables.podMetadata.?annotations[?"container.apparmor.security.beta.kubernetes.io/" + container.?name.orValue("")]
      .orValue("") != "unconfined"`,
  field: 'securityContext.appArmorProfile.type',
  must: 'must not be Unconfined, here, for the Pod, or in its annotation',
  examples: {
    bad: 'securityContext: { appArmorProfile: { type: Unconfined } }',
    good: 'securityContext: { appArmorProfile: { type: RuntimeDefault } }',
  },
});
