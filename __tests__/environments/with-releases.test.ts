import { dev } from '../../lib/environments/dev';
import type { EnvironmentValues } from '../../lib/environments/environment';
import { withReleases } from '../../lib/environments/with-releases';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

const values: EnvironmentValues = {
  ...dev,
  name: 'rehearsal',
  registry: { host: 'registry.internal:5000', pullSecret: 'registry-account' },
  imagePullPolicy: 'Always',
  config: { orders: { URL: 'http://orders' } },
};

test('an image is in the registry of the environment, pulled as it says and with its secret', () => {
  const { image } = withReleases(values, { orders: { tag: 'v7' } }).release('orders', 'shop/orders');
  expect(image).toEqual({
    reference: 'registry.internal:5000/shop/orders:v7',
    pullPolicy: 'Always',
    pullSecret: 'registry-account',
  });
});

test('an image is what its digest says, and keeps the tag for people', () => {
  const { image } = withReleases(values, { orders: { tag: 'v7', digest: DIGEST } }).release('orders', 'shop/orders');
  expect(image.reference).toBe(`registry.internal:5000/shop/orders:v7@${DIGEST}`);
});

test.each`
  repository                    | reference                                | because
  ${'shop/next'}                | ${'registry.internal:5000/shop/next:v7'} | ${'a path is one in the registry of the environment'}
  ${'registry.internal:5000/a'} | ${'registry.internal:5000/a:v7'}         | ${'its own host may be written out'}
`('a release in repository $repository is $reference and keeps the secret: $because', ({ repository, reference }) => {
  const { image } = withReleases(values, { orders: { tag: 'v7', repository } }).release('orders', 'shop/orders');
  expect(image.reference).toBe(reference);
  expect(image.pullSecret).toBe('registry-account');
});

test('the registry of another host is never sent the secret, whoever names it', () => {
  const byChart = withReleases(values, { orders: { tag: 'v7' } }).release('orders', 'docker.io/shop/orders');
  const byRelease = withReleases(values, { orders: { tag: 'v7', repository: 'ghcr.io/shop/orders' } });
  expect(byChart.image).toEqual({ reference: 'docker.io/shop/orders:v7', pullPolicy: 'Always', pullSecret: undefined });
  expect(byRelease.release('orders', 'shop/orders').image.reference).toBe('ghcr.io/shop/orders:v7');
  expect(byRelease.release('orders', 'shop/orders').image.pullSecret).toBeUndefined();
});

test('another port of the same machine is another registry', () => {
  const { image } = withReleases(values, { orders: { tag: 'v7' } }).release('orders', 'registry.internal:6000/orders');
  expect(image.pullSecret).toBeUndefined();
});

test('an environment whose registry is open has no secret to give', () => {
  const open = { ...values, registry: { host: 'registry.internal:5000' } };
  expect(withReleases(open, { orders: { tag: 'v7' } }).release('orders', 'orders').image.pullSecret).toBeUndefined();
});

test('a canary is an image of its own, with its percent of the requests', () => {
  const canary = { tag: 'v8', digest: DIGEST, repository: 'ghcr.io/shop/next', weight: 15 };
  const released = withReleases(values, { orders: { tag: 'v7', canary } }).release('orders', 'shop/orders');
  expect(released.image.reference).toBe('registry.internal:5000/shop/orders:v7');
  expect(released.canary).toEqual({
    image: { reference: `ghcr.io/shop/next:v8@${DIGEST}`, pullPolicy: 'Always', pullSecret: undefined },
    weightPercent: 15,
  });
});

test('a canary that names no repository is in the one of the chart, not in that of the stable version', () => {
  const orders = { tag: 'v7', repository: 'ghcr.io/shop/old', canary: { tag: 'v8', weight: 0 } };
  const { canary } = withReleases(values, { orders }).release('orders', 'shop/orders');
  expect(canary?.image.reference).toBe('registry.internal:5000/shop/orders:v8');
  expect(canary?.weightPercent).toBe(0);
});

test('without a canary there is none, not an empty one', () => {
  expect(withReleases(values, { orders: { tag: 'v7' } }).release('orders', 'orders')).not.toHaveProperty('canary');
});

test('charts see the values of the environment, and the services that are released to it', () => {
  const env = withReleases(values, { orders: { tag: 'v7' }, web: { tag: 'v1' } });
  expect(env).toMatchObject(values);
  expect(env.services).toEqual(['orders', 'web']);
  expect(env.configOf('orders')).toEqual({ URL: 'http://orders' });
});

test.each`
  ask           | says
  ${'web'}      | ${'releases.json has no "web" for rehearsal; known are orders'}
  ${'toString'} | ${'releases.json has no "toString" for rehearsal; known are orders'}
`('fails when a chart asks for the release of "$ask", which there is not', ({ ask, says }) => {
  expect(() => withReleases(values, { orders: { tag: 'v7' } }).release(ask, 'web')).toThrow(new Error(says));
});

test('fails when a chart asks for config that the environment does not have', () => {
  const env = withReleases(values, {});
  expect(() => env.configOf('web')).toThrow(new Error('environment rehearsal has no config.web; known are orders'));
});

test('where nothing is released, none are known', () => {
  expect(() => withReleases(values, {}).release('web', 'web')).toThrow('known are none');
});

test('files are what the reader gives, and there are none without one', () => {
  const files = (path: string) => ({ [path]: 'read' });
  expect(withReleases(values, {}, files).files('config/orders')).toEqual({ 'config/orders': 'read' });
  expect(() => withReleases(values, {}).files('config/orders')).toThrow('config/orders: no files are read here');
});

describe('by colour', () => {
  const blueGreen = {
    live: 'blue',
    releasing: 'green',
    blue: { tag: 'v7', config: { URL: 'http://old' } },
    green: { tag: 'v8' },
  } as const;

  test('each colour is an image of its own, one of them is live, one is being released', () => {
    expect(withReleases(values, { orders: blueGreen }).colours('orders', 'shop/orders')).toEqual({
      live: 'blue',
      releasing: 'green',
      blue: { image: expect.objectContaining({ reference: 'registry.internal:5000/shop/orders:v7' }) },
      green: { image: expect.objectContaining({ reference: 'registry.internal:5000/shop/orders:v8' }) },
    });
  });

  test('a colour that has no version yet is left out', () => {
    const env = withReleases(values, { orders: { live: 'blue', blue: { tag: 'v7' } } });
    expect(Object.keys(env.colours('orders', 'shop/orders'))).toEqual(['live', 'blue']);
  });

  test('each colour has the config that it is to run with, and the live one is meant where none is named', () => {
    const env = withReleases(values, { orders: blueGreen });
    expect(env.configOf('orders')).toEqual({ URL: 'http://old' });
    expect(env.configOf('orders', 'blue')).toEqual({ URL: 'http://old' });
    expect(env.configOf('orders', 'green')).toEqual({ URL: 'http://orders' });
  });

  test('fails when a chart asks for the other form', () => {
    const env = withReleases(values, { orders: blueGreen, web: { tag: 'v1' } });
    expect(() => env.release('orders', 'orders')).toThrow(
      'releases.json gives "orders" by colour; ask for env.colours',
    );
    expect(() => env.colours('web', 'web')).toThrow('releases.json gives "web" no colours; begin with "live": "blue"');
  });
});

describe('config that a rollback brought back', () => {
  const config = { URL: 'http://earlier' };

  test('is that of the version, in place of that of the environment', () => {
    expect(withReleases(values, { orders: { tag: 'v6', config } }).configOf('orders')).toEqual(config);
  });

  test('is not that of the canary beside it, which has its own or that of the environment', () => {
    const env = withReleases(values, { orders: { tag: 'v6', config, canary: { tag: 'v7', weight: 5 } } });
    expect(env.configOf('orders', 'canary')).toEqual({ URL: 'http://orders' });
    expect(env.configOf('orders')).toEqual(config);
  });

  test('is asked for as that of a canary where there is none, too', () => {
    expect(withReleases(values, { orders: { tag: 'v6', config } }).configOf('orders', 'canary')).toEqual(config);
  });
});
