import fc from 'fast-check';
import { VersionedConfig, type VersionedConfigProps } from '../../../lib/constructs/config/versioned-config';
import { fromConfigMap } from '../../../lib/constructs/container/variable-source';
import type { ConfigData } from '../../../lib/kubernetes/config-data';
import { nameProblem } from '../../../lib/kubernetes/names';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

const data = { URL: 'http://orders:8080', LEVEL: 'debug' };

function configOf(props: Partial<VersionedConfigProps> = {}) {
  const chart = testChart();
  const config = new VersionedConfig(chart, 'OrdersConfig', { data, ...props });
  return { config, manifest: objectOf(chart, 'ConfigMap') };
}

test('all defaults: an immutable ConfigMap, called after the id and its content', () => {
  const { config, manifest } = configOf();
  expect(manifest).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'orders-config-054a9b2a43',
      namespace: 'shop',
      labels: { 'app.kubernetes.io/part-of': 'orders', environment: 'rehearsal' },
      annotations: {
        'argocd.argoproj.io/sync-options': 'Prune=false',
        'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
      },
    },
    immutable: true,
    data,
  });
  expect(config.name).toBe(manifest.metadata.name);
});

test('name: another name stands before the version', () => {
  expect(configOf({ name: 'settings' }).config.name).toMatch(/^settings-[0-9a-f]{10}$/);
});

test('the same content is the same version, in whatever order it is written, and under whatever id', () => {
  const other = configOf({ data: { LEVEL: 'debug', URL: 'http://orders:8080' } }).config;
  const elsewhere = new VersionedConfig(testChart(), 'Moved', { data, name: 'orders-config' });
  expect([other.name, elsewhere.name]).toEqual([configOf().config.name, configOf().config.name]);
});

test('two of one content and name in a chart are one ConfigMap, and both can be read', () => {
  const chart = testChart();
  const [first, second] = ['A', 'B'].map((id) => new VersionedConfig(chart, id, { name: 'shared', data }));
  expect(objectOf(chart, 'ConfigMap').metadata.name).toBe(first?.name);
  expect(second?.configMap).toBe(first?.configMap);
  expect(second?.name).toBe(first?.name);
});

test('other content is another version: no two of them are taken for each other', () => {
  const key = fc.stringMatching(/^[A-Za-z0-9._-]{1,5}$/).filter((text) => !text.startsWith('..') && text !== '.');
  const bytes = fc.uint8Array({ maxLength: 3 });
  const content = fc.dictionary(key, fc.oneof(fc.string(), bytes), { minKeys: 1, maxKeys: 3, noNullPrototype: true });
  const sorted = (map: object) => JSON.stringify(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
  const nameOf = (map: ConfigData) => configOf({ data: map }).config.name;
  fc.assert(
    fc.property(content, content, (one, other) => {
      expect(nameOf(one) === nameOf(other)).toBe(sorted(one) === sorted(other));
      expect(nameProblem('ConfigMap', nameOf(one))).toBeUndefined();
    }),
  );
});

test.each`
  one                   | other
  ${{ a: 'bc' }}        | ${{ ab: 'c' }}
  ${{ a: '1', b: '2' }} | ${{ a: '2', b: '1' }}
  ${{ a: '' }}          | ${{ b: '' }}
  ${{ a: 'x' }}         | ${{ a: 'x\n' }}
  ${{ a: 'eA==' }}      | ${{ a: Buffer.from('x') }}
  ${{ a: 'x' }}         | ${{ a: Buffer.from('x') }}
`('$one and $other are two versions', ({ one, other }) => {
  expect(configOf({ data: one }).config.name).not.toBe(configOf({ data: other }).config.name);
});

test('as environment: every key is a variable, from the version that it has', () => {
  const { config } = configOf();
  expect(config.asEnvironment()).toEqual({ as: 'environment', configMap: config.name });
});

test('as files: every key is a file in the folder', () => {
  const { config } = configOf({ data: { 'app.properties': 'a=b' } });
  expect(config.asFiles('/etc/orders')).toEqual({ as: 'files', configMap: config.name, folder: '/etc/orders' });
});

test('bytes are binaryData, as base64; text stays text', () => {
  const { manifest, config } = configOf({ data: { logo: new Uint8Array([0xff, 0xd8]), text: 'ÿ' } });
  expect([manifest.data, manifest.binaryData]).toEqual([{ text: 'ÿ' }, { logo: '/9g=' }]);
  expect(config.key('logo')).toEqual(fromConfigMap(config.name, 'logo'));
  expect(configOf({ data: { logo: new Uint8Array([1]) } }).manifest).not.toHaveProperty('data');
});

test('key: one of them is the value of a variable', () => {
  const { config } = configOf();
  expect(config.key('URL')).toEqual(fromConfigMap(config.name, 'URL'));
});

test('fails when a key is read that it does not have', () => {
  const { config } = configOf({ data: { 'config-file.txt': '', mode: '' } });
  expect(refusalOf(() => config.key('my-key'))).toBe(
    'UnknownKey [test/OrdersConfig] key: invalid value "my-key": must be a key that it has: config-file.txt, mode',
  );
  expect(() => config.key('config_file.txt')).toThrow('; did you mean "config-file.txt"?');
});

test.each(['app.properties', '2ND', 'a-b'])(
  'fails as environment when a key is %s, which no variable can be called',
  (key) => {
    const { config } = configOf({ data: { [key]: 'x' } });
    expect(refusalOf(() => config.asEnvironment())).toBe(
      `InvalidKey [test/OrdersConfig] data: invalid value "${key}": must be letters, digits and "_" to be an environment variable`,
    );
  },
);

test.each(['', '.', '..', 'a b', 'a/b', 'ä', 'a'.repeat(254)])('fails when a key is "%s"', (key) => {
  expect(refusalOf(() => configOf({ data: { [key]: 'x' } }))).toMatch(
    /^InvalidKey \[test\/OrdersConfig\] data: invalid value ".*"?.*: must be at most 253 letters, digits, "-", "_" and "\.", not beginning with "\.\."$/,
  );
});

// Kubernetes: "data[..data]: Invalid value: must not start with '..'"
test.each(['..data', '...'])(
  'fails when a key is "%s", as the links that the kubelet makes of a mounted ConfigMap',
  (key) => {
    expect(refusalOf(() => configOf({ data: { [key]: 'x' } }))).toMatch(/^InvalidKey \[test\/OrdersConfig\] data: /);
  },
);

test.each(['.env', 'a'.repeat(253), 'A_b-c.d'])('takes the key %s', (key) => {
  expect(configOf({ data: { [key]: 'x' } }).manifest.data).toEqual({ [key]: 'x' });
});

test('fails when the name with its version is none', () => {
  expect(refusalOf(() => configOf({ name: 'Orders' }))).toMatch(
    /^InvalidName \[test\/OrdersConfig\] name: invalid value "Orders-[0-9a-f]{10}": must be lower case letters/,
  );
  expect(refusalOf(() => configOf({ name: 'a'.repeat(243) }))).toContain('must be at most 253 characters');
});

test('the version is the SHA-256 of the sorted content: another way to count it would restart every Pod', () => {
  // printf '[["LEVEL","debug"],["URL","http://orders:8080"]]' | sha256sum
  expect(configOf({ name: 'a' }).config.name).toBe('a-054a9b2a43');
});

// kubectl apply keeps a copy in an annotation: "metadata.annotations: Too long: may not be more than 262144 bytes"
test.each`
  because                                      | content
  ${'it is'}                                   | ${'x'.repeat(262_144)}
  ${'bytes count, not letters'}                | ${'ä'.repeat(131_072)}
  ${'the copy is JSON: a line end is two'}     | ${'\n'.repeat(140_000)}
  ${'kubectl writes < as \\u003c'}             | ${'<'.repeat(60_000)}
  ${'kubectl writes a line separator so, too'} | ${'\u2028'.repeat(50_000)}
  ${'bytes are sent as base64'}                | ${new Uint8Array(200_000)}
`('fails when it is larger than "kubectl apply -f dist/" can send: $because', ({ content }) => {
  expect(refusalOf(() => configOf({ data: { a: content } }))).toMatch(
    /^TooLarge \[test\/OrdersConfig\] data: invalid value "\d+ bytes": must be at most 256000 bytes as JSON/,
  );
});

test.each([
  ['text', 'x'.repeat(255_000)],
  ['bytes', new Uint8Array(190_000)],
])('takes as many %s as kubectl can send', (_, content) => {
  expect(refusalOf(() => configOf({ data: { a: content } }))).toBe('nothing refused');
});

test('fails without a key', () => {
  expect(refusalOf(() => configOf({ data: {} }))).toBe(
    'NoData [test/OrdersConfig] data: invalid value {}: must have a key',
  );
});
