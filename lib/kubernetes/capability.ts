import { nearest } from './nearest';

/** Capabilities of Linux 5.9 and later. */
const CAPABILITIES: ReadonlySet<string> = new Set([
  'AUDIT_CONTROL',
  'AUDIT_READ',
  'AUDIT_WRITE',
  'BLOCK_SUSPEND',
  'BPF',
  'CHECKPOINT_RESTORE',
  'CHOWN',
  'DAC_OVERRIDE',
  'DAC_READ_SEARCH',
  'FOWNER',
  'FSETID',
  'IPC_LOCK',
  'IPC_OWNER',
  'KILL',
  'LEASE',
  'LINUX_IMMUTABLE',
  'MAC_ADMIN',
  'MAC_OVERRIDE',
  'MKNOD',
  'NET_ADMIN',
  'NET_BIND_SERVICE',
  'NET_BROADCAST',
  'NET_RAW',
  'PERFMON',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYSLOG',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_CHROOT',
  'SYS_MODULE',
  'SYS_NICE',
  'SYS_PACCT',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'SYS_RESOURCE',
  'SYS_TIME',
  'SYS_TTY_CONFIG',
  'WAKE_ALARM',
]);

/**
 * Says why this names no capability as Kubernetes writes them, or nothing where it does. The API server takes any text, and
 * the container does not start.
 *
 * @see https://man7.org/linux/man-pages/man7/capabilities.7.html
 */
export function capabilityProblem(name: string): { readonly rule: string; readonly mend: string } | undefined {
  if (CAPABILITIES.has(name) || name === 'ALL') return undefined;
  const bare = name.toUpperCase().replace(/^CAP_/, '');
  const guess = CAPABILITIES.has(bare) ? bare : nearest(bare, CAPABILITIES);
  const mend = guess === undefined ? 'name one such as "NET_BIND_SERVICE"' : `write "${guess}"`;
  return { rule: 'must be a capability of Linux, without "CAP_"', mend };
}
