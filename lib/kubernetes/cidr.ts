/** Says why this is no CIDR block, or nothing where it is one: an address, its prefix length, and no bit beyond it. */
export function cidrProblem(text: string): string | undefined {
  const block = parse(text);
  if (block === undefined) return 'must be a CIDR block';
  const { bits, length } = block;
  if (length > bits.length) return `must have a prefix length of at most ${bits.length}`;
  return bits.slice(length).includes('1') ? 'must have no bit set beyond its prefix' : undefined;
}

/** Whether a sound block is a part of another, and not all of it. */
export function isPartOfCidr(part: string, whole: string): boolean {
  const [inner, outer] = [parse(part), parse(whole)];
  if (!inner || !outer || inner.bits.length !== outer.bits.length) return false;
  return inner.length > outer.length && inner.bits.startsWith(outer.bits.slice(0, outer.length));
}

/** Bits of the address and length of the prefix. */
function parse(text: string): { readonly bits: string; readonly length: number } | undefined {
  const [, address = '', length = ''] = /^([0-9a-f.:]+)\/(\d{1,3})$/i.exec(text) ?? [];
  const bits = address.includes(':') ? ipv6Bits(address) : ipv4Bits(address);
  return bits === undefined ? undefined : { bits, length: Number(length) };
}

function ipv4Bits(address: string): string | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255))
    return undefined;
  return parts.map((part) => Number(part).toString(2).padStart(8, '0')).join('');
}

/** Eight groups of four digits; `::` stands once for as many of zeros as are missing, one at least. */
function ipv6Bits(address: string): string | undefined {
  const halves = address.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const given = halves.flat();
  const missing = 8 - given.length;
  const fits = halves.length === 1 ? missing === 0 : halves.length === 2 && missing >= 1;
  if (!fits || !given.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const [head = [], tail = []] = halves;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}
