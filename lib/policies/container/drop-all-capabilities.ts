import { celRule } from '../cel/cel-rule';

/** Containers give up every capability; only that of low ports may come back. */
export const dropAllCapabilities = celRule({
  id: 'drop-all-capabilities',
  severity: 'warning',
  level: 'production',
  why: 'a program that needs none keeps fourteen, each of which has been a way out of a container',
  mend: 'set capabilities to drop ALL, and add NET_BIND_SERVICE where it listens below 1024',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  about: 'container',
  expression: `
    variables.podSpec.?os.?name.orValue("") == "windows"
    || (container.?securityContext.?capabilities.?drop.orValue([]).exists(name, name.upperAscii() == "ALL")
    && container.?securityContext.?capabilities.?add.orValue([]).all(name, name == "NET_BIND_SERVICE"))`,
  field: 'securityContext.capabilities',
  must: 'must drop ALL, and add nothing but NET_BIND_SERVICE',
  examples: {
    bad: 'securityContext: { capabilities: { drop: [NET_RAW] } }',
    good: 'securityContext: { capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] } }',
  },
});
