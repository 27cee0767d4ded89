import { celRule } from '../cel/cel-rule';

/** Containers cannot forge packets. */
export const dropNetRawCapability = celRule({
  id: 'drop-net-raw-capability',
  severity: 'warning',
  level: 'production',
  why: 'with NET_RAW a program can pretend to be another Pod of its node, and hear what is meant for it',
  mend: 'drop ALL, or NET_RAW at least',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  about: 'container',
  expression: `
    variables.podSpec.?os.?name.orValue("") == "windows"
    || (container.?securityContext.?capabilities.?drop.orValue([]).exists(name, name.upperAscii() in ["ALL", "NET_RAW"])
    && !container.?securityContext.?capabilities.?add.orValue([]).exists(name, name.upperAscii() in ["ALL", "NET_RAW"]))`,
  field: 'securityContext.capabilities',
  must: 'must drop NET_RAW or ALL, and not add it again',
  examples: {
    bad: 'securityContext: { capabilities: { add: [NET_RAW] } }',
    good: 'securityContext: { capabilities: { drop: [NET_RAW] } }',
  },
});
