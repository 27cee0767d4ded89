import { celRule } from '../cel/cel-rule';

/** Pods set only kernel parameters that are their own. */
export const unsafeSysctls = celRule({
  id: 'unsafe-sysctls',
  severity: 'error',
  level: 'baseline',
  why: 'other ones change the node for every Pod there, and the kubelet refuses the Pod',
  mend: 'take the sysctl out, or set it on the node',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  about: 'pod',
  parameters: {
    allowedSysctls: {
      meaning: 'Parameters that may be set: those of Pod Security "baseline" in Kubernetes 1.36.',
      standard: [
        'kernel.shm_rmid_forced',
        'net.ipv4.ip_local_port_range',
        'net.ipv4.tcp_syncookies',
        'net.ipv4.ping_group_range',
        'net.ipv4.ip_unprivileged_port_start',
        'net.ipv4.ip_local_reserved_ports',
        'net.ipv4.tcp_keepalive_time',
        'net.ipv4.tcp_fin_timeout',
        'net.ipv4.tcp_keepalive_intvl',
        'net.ipv4.tcp_keepalive_probes',
        'net.ipv4.tcp_rmem',
        'net.ipv4.tcp_wmem',
      ],
    },
  },
  expression: `
    variables.podSpec.?securityContext.?sysctls.orValue([])
      .all(sysctl, sysctl.name in variables.allowedSysctls)`,
  field: 'securityContext.sysctls',
  must: 'must name only those that are safe',
  examples: {
    bad: 'securityContext: { sysctls: [{ name: kernel.msgmax, value: "65536" }] }',
    good: 'securityContext: { sysctls: [{ name: net.ipv4.tcp_syncookies, value: "1" }] }',
  },
});
