import { celRule } from '../cel/cel-rule';

/** No container can write to its own image. */
export const noReadOnlyRootFs = celRule({
  id: 'no-read-only-root-fs',
  severity: 'warning',
  level: 'production',
  why: 'whoever breaks in can change the program, and a log that is never rotated fills the node',
  mend: 'set readOnlyRootFilesystem to true, and mount an emptyDir where the program writes',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  about: 'container',
  expression: `
    variables.podSpec.?os.?name.orValue("") == "windows"
    || container.?securityContext.?readOnlyRootFilesystem.orValue(false)`,
  field: 'securityContext.readOnlyRootFilesystem',
  must: 'must be true',
  examples: {
    bad: 'securityContext: {}',
    good: 'securityContext: { readOnlyRootFilesystem: true }',
  },
});
