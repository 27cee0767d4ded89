import { celRule } from '../cel/cel-rule';

/** Containers have no capability beyond those that a container runtime gives by itself. */
export const dangerousCapabilities = celRule({
  id: 'dangerous-capabilities',
  severity: 'error',
  level: 'baseline',
  why: 'SYS_ADMIN, NET_ADMIN and their like are as good as root on the node',
  mend: 'take the capability out, or give the work to a component of the node',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  about: 'container',
  parameters: {
    allowedCapabilities: {
      meaning: 'Capabilities that may be added: those of Pod Security "baseline".',
      standard: [
        'AUDIT_WRITE',
        'CHOWN',
        'DAC_OVERRIDE',
        'FOWNER',
        'FSETID',
        'KILL',
        'MKNOD',
        'NET_BIND_SERVICE',
        'SETFCAP',
        'SETGID',
        'SETPCAP',
        'SETUID',
        'SYS_CHROOT',
      ],
    },
  },
  expression:
    'container.?securityContext.?capabilities.?add.orValue([]).all(name, name in variables.allowedCapabilities)',
  field: 'securityContext.capabilities.add',
  must: 'must name only capabilities that a container runtime gives by itself',
  examples: {
    bad: 'securityContext: { capabilities: { add: [SYS_ADMIN] } }',
    good: 'securityContext: { capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] } }',
  },
});
