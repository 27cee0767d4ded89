import { BlockList, isIP } from 'node:net';
import type { Environment } from '@marcbachmann/cel-js';

/** An address as an expression holds it. */
class Address {
  constructor(readonly text: string) {}
}

/** A block of addresses as an expression holds it. */
class Block {
  constructor(
    readonly address: string,
    readonly length: number,
  ) {}
}

/**
 * `ip('10.0.0.1')`, `cidr('10.0.0.0/8')` and what can be asked of them.
 *
 * @source kubernetes@1.36 staging/src/k8s.io/apiserver/pkg/cel/library/{ip,cidr}.go
 */
export function registerNetwork(environment: Environment): void {
  environment.registerType('net.IP', Address);
  environment.registerType('net.CIDR', Block);
  environment.registerFunction('ip(string): net.IP', (text: string) => {
    if (!isAddress(text)) throw new TypeError(`not an address: ${text}`);
    return new Address(text);
  });
  environment.registerFunction('isIP(string): bool', isAddress);
  environment.registerFunction('net.IP.family(): int', ({ text }: Address) => BigInt(isIP(text)));
  environment.registerFunction('net.IP.isLoopback(): bool', ({ text }: Address) => isIn(text, LOOPBACK));
  environment.registerFunction('net.IP.isUnspecified(): bool', ({ text }: Address) =>
    isIn(text, ['0.0.0.0/32', '::/128']),
  );
  const kind = (name: string, is: (text: string) => boolean) =>
    environment.registerFunction(`net.IP.${name}(): bool`, ({ text }: Address) => is(text));
  kind('isLinkLocalUnicast', (text) => isIn(text, LINK_LOCAL));
  kind('isLinkLocalMulticast', (text) => isIn(text, ['224.0.0.0/24', 'ff02::/16']));
  kind('isGlobalUnicast', (text) => !isIn(text, NOT_GLOBAL));
  environment.registerFunction('cidr(string): net.CIDR', (text: string) => blockOf(text) ?? fail(text));
  environment.registerFunction('isCIDR(string): bool', (text: string) => blockOf(text) !== undefined);
  environment.registerFunction('net.CIDR.prefixLength(): int', ({ length }: Block) => BigInt(length));
  environment.registerFunction('net.CIDR.ip(): net.IP', ({ address }: Block) => new Address(address));
  environment.registerFunction('net.CIDR.containsIP(string): bool', (block: Block, text: string) =>
    contains(block, text),
  );
  environment.registerFunction('net.CIDR.containsIP(net.IP): bool', (block: Block, { text }: Address) =>
    contains(block, text),
  );
  environment.registerFunction('net.CIDR.containsCIDR(string): bool', (block: Block, text: string) =>
    containsBlock(block, blockOf(text) ?? fail(text)),
  );
  environment.registerFunction('net.CIDR.containsCIDR(net.CIDR): bool', containsBlock);
}

const LOOPBACK = ['127.0.0.0/8', '::1/128'];
const LINK_LOCAL = ['169.254.0.0/16', 'fe80::/10'];
const NOT_GLOBAL = [
  ...LOOPBACK,
  ...LINK_LOCAL,
  '0.0.0.0/32',
  '::/128',
  '224.0.0.0/4',
  'ff00::/8',
  '255.255.255.255/32',
];

/** Without a zone, and not an address of version 4 in the clothes of version 6. */
function isAddress(text: string): boolean {
  return isIP(text) !== 0 && !text.includes('%') && !/^::ffff:.*\./i.test(text);
}

function isIn(text: string, blocks: readonly string[]): boolean {
  return blocks.some((block) => contains(blockOf(block) ?? fail(block), text));
}

function contains({ address, length }: Block, text: string): boolean {
  if (isIP(address) !== isIP(text)) return false;
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(address, length, family);
  return list.check(text, family);
}

function containsBlock(outer: Block, inner: Block): boolean {
  return inner.length >= outer.length && contains(outer, inner.address);
}

function blockOf(text: string): Block | undefined {
  const [, address = '', digits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const length = Number(digits);
  return isAddress(address) && digits !== '' && length <= (isIP(address) === 4 ? 32 : 128)
    ? new Block(address, length)
    : undefined;
}

function fail(text: string): never {
  throw new TypeError(`not a block of addresses: ${text}`);
}
