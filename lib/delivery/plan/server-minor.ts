import type { Kubectl } from '../kubectl';

interface Versions {
  readonly serverVersion: { readonly major: string; readonly minor: string };
}

/** The minor that a cluster is, or the nearest that is described: `1.36`. @throws CommandFailed when it does not answer */
export function serverMinor(minors: readonly string[], kubectl: Kubectl): string {
  const { serverVersion } = kubectl.json<Versions>(['version']);
  const number = (minor: string) => Number.parseInt(minor.split('.')[1] ?? '', 10);
  const asked = Number.parseInt(serverVersion.minor, 10); // hosted ones say 36+
  const sorted = [...minors].sort((a, b) => Math.abs(number(a) - asked) - Math.abs(number(b) - asked));
  return sorted[0] ?? '';
}
