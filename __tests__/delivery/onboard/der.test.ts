import { der } from '../../../lib/delivery/onboard/der';

// by the examples of ITU-T X.690 and of RFC 5280
test.each([
  ['a small number', der.integer(0), '020100'],
  ['an identifier', der.objectIdentifier('1.2.840.113549'), '06062a864886f70d'],
  ['the type of a name', der.objectIdentifier('2.5.4.3'), '0603550403'],
  ['text', der.text('Ä'), '0c02c384'],
  ['bits', der.bitString(Buffer.of(0xff)), '030200ff'],
  ['a sequence', der.sequence(der.integer(1), der.integer(2)), '3006020101020102'],
  ['a set', der.set(der.integer(1)), '3103020101'],
  ['what may be left out', der.tagged(0), 'a000'],
])('writes %s', (_, bytes, hex) => {
  expect(bytes.toString('hex')).toBe(hex);
});

test.each([
  [127, '307f'],
  [128, '308180'],
  [255, '3081ff'],
  [256, '30820100'],
  [65_536, '3083010000'],
])('writes the length %d', (length, header) => {
  expect(
    der
      .sequence(Buffer.alloc(length))
      .subarray(0, header.length / 2)
      .toString('hex'),
  ).toBe(header);
});
