import { ipAddressBits } from './ip-address';

/** Says why this is no CIDR block, or nothing where it is one: an address, its prefix length, and no bit beyond it. */
export function cidrProblem(text: string): string | undefined {
  const [, address = '', length = ''] = /^([0-9a-f.:]+)\/(\d{1,3})$/i.exec(text) ?? [];
  const bits = ipAddressBits(address);
  if (bits === undefined) return 'must be a CIDR block';
  if (Number(length) > bits.length) return `must have a prefix length of at most ${bits.length}`;
  return bits.slice(Number(length)).includes('1') ? 'must have no bit set beyond its prefix' : undefined;
}

/** Whether an address is in a block; neither is checked. */
export function cidrHolds(block: string, address: string): boolean {
  const [first = '', length = ''] = block.split('/');
  const [bits, prefix] = [ipAddressBits(address) ?? '', (ipAddressBits(first) ?? '').slice(0, Number(length))];
  return address.includes(':') === first.includes(':') && bits.startsWith(prefix);
}
