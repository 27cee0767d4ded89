import { celRule } from '../cel/cel-rule';

/** No container is a process of a Windows node. */
export const hostProcess = celRule({
  id: 'host-process',
  severity: 'error',
  level: 'baseline',
  why: 'it has every right on the node, and with it on every Pod there',
  mend: 'take hostProcess out',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  about: 'container',
  expression: `
    !container.?securityContext.?windowsOptions.?hostProcess.orValue(false)
    && !variables.podSpec.?securityContext.?windowsOptions.?hostProcess.orValue(false)`,
  field: 'securityContext.windowsOptions.hostProcess',
  must: 'must not be true, here or for the Pod',
  examples: {
    bad: 'securityContext: { windowsOptions: { hostProcess: true } }',
    good: 'securityContext: { windowsOptions: { hostProcess: false } }',
  },
});
