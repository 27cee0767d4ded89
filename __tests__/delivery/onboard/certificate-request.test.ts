import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { certificateRequest } from '../../../lib/delivery/onboard/certificate-request';

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const bytesOf = (pem: string): Buffer => Buffer.from(pem.replace(/-----[A-Z ]+-----|\n/g, ''), 'base64');

/** How many bytes stand before the content of a value. */
function headerOf(value: Buffer): number {
  const first = value.readUInt8(1);
  return first < 0x80 ? 2 : 2 + (first & 0x7f);
}

/** How many bytes the value at the beginning takes. */
function sizeOf(value: Buffer): number {
  const header = headerOf(value);
  return header + (header === 2 ? value.readUInt8(1) : value.readUIntBE(2, header - 2));
}

/** The part of a request that is signed: it comes first. */
function signedPart(request: Buffer): Buffer {
  const content = request.subarray(headerOf(request));
  return content.subarray(0, sizeOf(content));
}

test('says who it is for and the key, byte for byte as openssl does', () => {
  // openssl req -new -utf8 -subj "/O=backend/O=ops/CN=ann@example.com", for this key
  const publicKey = createPublicKey(`-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEKTPWt4Hn3Dj3ok9e4NOks+Hmsn+R
JFekH9SVdbG+z0c6zpgVpyGGMKYSR9fE6oIq/N0Nm+JHKkprDNb8o0qlFQ==
-----END PUBLIC KEY-----`);
  const expected =
    '30819c020100303a3110300e060355040a0c076261636b656e64310c300a060355040a0c036f70733118301606035504030c0f616e6e406578616d706c652e636f6d3059301306072a8648ce3d020106082a8648ce3d030107034200042933d6b781e7dc38f7a24f5ee0d3a4b3e1e6b27f912457a41fd49575b1becf473ace9815a7218630a61247d7c4ea822afcdd0d9be2472a4a6b0cd6fca34aa515a000';
  const request = certificateRequest({ user: 'ann@example.com', groups: ['backend', 'ops'] }, { ...keys, publicKey });
  expect(signedPart(bytesOf(request)).toString('hex')).toBe(expected);
});

test.each([
  ['a short name', { user: 'ann', groups: [] }],
  [
    'names that take more than 127 and more than 255 bytes',
    { user: '安'.repeat(64), groups: ['ü'.repeat(64), 'b'.repeat(64)] },
  ],
])('is signed by the key: %s', (_, owner) => {
  const pem = certificateRequest(owner, keys);
  const request = bytesOf(pem);
  const part = signedPart(request);
  const algorithm = Buffer.from('300a06082a8648ce3d040302', 'hex');
  const rest = request.subarray(request.indexOf(part) + part.length);
  expect(rest.subarray(0, algorithm.length)).toEqual(algorithm);
  const signature = rest.subarray(algorithm.length + 3); // bits: tag, length, none unused
  expect(verify('sha256', part, keys.publicKey, signature)).toBe(true);
  expect(part.includes(Buffer.from(owner.user))).toBe(true);
});

test('is PEM, in lines of at most 64 characters', () => {
  const lines = certificateRequest({ user: 'ann', groups: [] }, keys).split('\n');
  expect([lines.at(0), lines.at(-2), lines.at(-1)]).toEqual([
    '-----BEGIN CERTIFICATE REQUEST-----',
    '-----END CERTIFICATE REQUEST-----',
    '',
  ]);
  expect(Math.max(...lines.slice(1, -2).map((line) => line.length))).toBe(64);
});
