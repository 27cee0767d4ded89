import { LiveConfig, type LiveConfigProps } from '../../../lib/constructs/config/live-config';
import { fromConfigMap } from '../../../lib/constructs/container/variable-source';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

const data = { 'server-tokens': 'false', MODE: 'strict' };

function configOf(props: Partial<LiveConfigProps> = {}) {
  const chart = testChart();
  const config = new LiveConfig(chart, 'EdgeConfig', { data, ...props });
  return { config, manifest: objectOf(chart, 'ConfigMap') };
}

test('all defaults: a ConfigMap that can change, called after the id', () => {
  const { config, manifest } = configOf();
  expect(manifest).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'edge-config',
      namespace: 'shop',
      labels: { 'app.kubernetes.io/part-of': 'orders', environment: 'rehearsal' },
    },
    data,
  });
  expect(config.name).toBe('edge-config');
});

test('name: what its readers know it by', () => {
  const { config, manifest } = configOf({ name: 'ingress-nginx-controller' });
  expect([config.name, manifest.metadata.name]).toEqual(['ingress-nginx-controller', 'ingress-nginx-controller']);
});

test('bytes are binaryData, as base64', () => {
  expect(configOf({ data: { logo: new Uint8Array([0xff, 0xd8]) } }).manifest.binaryData).toEqual({ logo: '/9g=' });
});

test('other content is the same object', () => {
  expect(configOf({ data: { MODE: 'lenient' } }).config.name).toBe(configOf().config.name);
});

test('it is read by key, as environment, and as files', () => {
  const { config } = configOf({ data: { MODE: 'strict' } });
  expect(config.key('MODE')).toEqual(fromConfigMap('edge-config', 'MODE'));
  expect(config.asEnvironment()).toEqual({ as: 'environment', configMap: 'edge-config' });
  expect(config.asFiles('/etc/edge')).toEqual({ as: 'files', configMap: 'edge-config', folder: '/etc/edge' });
});

test.each`
  because                              | make                                                    | says
  ${'a name in capitals'}              | ${() => configOf({ name: 'Edge' })}                     | ${'InvalidName [test/EdgeConfig] name: invalid value "Edge": '}
  ${'a name of 254 letters'}           | ${() => configOf({ name: 'a'.repeat(254) })}            | ${'InvalidName [test/EdgeConfig] name: '}
  ${'no key'}                          | ${() => configOf({ data: {} })}                         | ${'NoData [test/EdgeConfig] data: invalid value {}: must have a key'}
  ${'a key that is none'}              | ${() => configOf({ data: { 'a/b': '' } })}              | ${'InvalidKey [test/EdgeConfig] data: invalid value "a/b": '}
  ${'more than kubectl can send'}      | ${() => configOf({ data: { a: 'x'.repeat(262_144) } })} | ${'TooLarge [test/EdgeConfig] data: '}
  ${'a key that it does not have'}     | ${() => configOf().config.key('mode2')}                 | ${'UnknownKey [test/EdgeConfig] key: invalid value "mode2": '}
  ${'a key no variable can be called'} | ${() => configOf().config.asEnvironment()}              | ${'InvalidKey [test/EdgeConfig] data: invalid value "server-tokens": '}
`('fails for $because', ({ make, says }) => {
  expect(refusalOf(make)).toContain(says);
});
