import { ipAddressBits } from './ip-address';

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
  const bits = ipAddressBits(address);
  return bits === undefined ? undefined : { bits, length: Number(length) };
}

/** Whether an address is in a block; neither is checked. */
export function cidrHolds(block: string, address: string): boolean {
  const [first = '', length = ''] = block.split('/');
  const [bits, prefix] = [ipAddressBits(address) ?? '', (ipAddressBits(first) ?? '').slice(0, Number(length))];
  return address.includes(':') === first.includes(':') && bits.startsWith(prefix);
}
