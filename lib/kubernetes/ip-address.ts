/** The two kinds of IP addresses, in Kubernetes' words. */
export type IpFamily = 'IPv4' | 'IPv6';

/** Bits of an IP address, 32 or 128 of them; nothing where the text is none. */
export function ipAddressBits(text: string): string | undefined {
  const [numbers, width] = text.includes(':') ? [ipv6Groups(text), 16] : [ipv4Parts(text), 8];
  return numbers?.map((number) => number.toString(2).padStart(width, '0')).join('');
}

/** Family of what is known to be an IP address. */
export function ipAddressFamily(address: string): IpFamily {
  return address.includes(':') ? 'IPv6' : 'IPv4';
}

/**
 * Says why Kubernetes would refuse or warn of this IP address, or nothing where it would not: other forms of the same
 * address are read as another one by some programs.
 *
 * @source kubernetes@1.36 staging/src/k8s.io/apimachinery/pkg/util/validation/ip.go IsValidIP
 */
export function ipAddressProblem(text: string): string | undefined {
  if (!text.includes(':')) return ipv4Parts(text) ? undefined : 'must be an IP address';
  const groups = ipv6Groups(text);
  if (!groups) return 'must be an IP address, without a dotted part';
  const canonical = canonicalIpv6(groups);
  return canonical === text ? undefined : `must be in its canonical form (${canonical})`;
}

function ipv4Parts(text: string): number[] | undefined {
  const parts = text.split('.');
  const fits = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
  return fits ? parts.map(Number) : undefined;
}

/** Eight groups of four digits; `::` stands once for as many of zeros as are missing, one at least. */
function ipv6Groups(text: string): number[] | undefined {
  const halves = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const given = halves.flat();
  const missing = 8 - given.length;
  const fits = halves.length === 1 ? missing === 0 : halves.length === 2 && missing >= 1;
  if (!fits || !given.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const [head = [], tail = []] = halves;
  return [...head, ...Array.from({ length: missing }, () => '0'), ...tail].map((group) => Number.parseInt(group, 16));
}

/** The longest run of zeros, the first of equals, becomes `::` where it is two or more. @see https://www.rfc-editor.org/rfc/rfc5952 */
function canonicalIpv6(groups: readonly number[]): string {
  const text = groups.map((group) => group.toString(16)).join(':');
  const [longest = ''] = [...text.matchAll(/\b0(:0)+\b/g)].map(([run]) => run).sort((a, b) => b.length - a.length);
  return longest === '' ? text : text.replace(new RegExp(`(^|:)${longest}(:|$)`), '::');
}
