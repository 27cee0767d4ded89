/** One value: its tag, the length of its content, its content. */
function value(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), lengthOf(content), content]);
}

/** Up to 127 in one byte; above, how many bytes it takes, and these. */
function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes]);
}

/** The first two numbers are one byte, the others go seven bits to a byte, all but the last marked. */
function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const sevens = (number: number): number[] => (number < 0x80 ? [number] : [...sevens(number >>> 7), number & 0x7f]);
  const bytes = rest.flatMap((number) => {
    const parts = sevens(number);
    return parts.map((part, index) => (index < parts.length - 1 ? part | 0x80 : part));
  });
  return value(0x06, Buffer.from([first * 40 + second, ...bytes]));
}

/** The few values of ASN.1 that a certificate request is written in, each in its Distinguished Encoding. @see ITU-T X.690 */
export const der = {
  integer: (number: number): Buffer => value(0x02, Buffer.of(number)),
  bitString: (bytes: Uint8Array): Buffer => value(0x03, Buffer.of(0), bytes),
  objectIdentifier,
  text: (text: string): Buffer => value(0x0c, Buffer.from(text, 'utf8')),
  sequence: (...parts: readonly Uint8Array[]): Buffer => value(0x30, ...parts),
  set: (...parts: readonly Uint8Array[]): Buffer => value(0x31, ...parts),
  /** Something that may be left out, told by its number. */
  tagged: (number: number, ...parts: readonly Uint8Array[]): Buffer => value(0xa0 | number, ...parts),
};
