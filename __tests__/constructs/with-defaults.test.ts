import { withDefaults } from '../../lib/constructs/with-defaults';

interface Props {
  readonly name: string;
  readonly port?: number;
  readonly labels?: Readonly<Record<string, string>>;
}

test('what is left out becomes what the table says', () => {
  expect(withDefaults<Props, { port: number }>({ name: 'web' }, { port: 80 })).toEqual({ name: 'web', port: 80 });
});

test('what is given as undefined was left out', () => {
  expect(withDefaults<Props, { port: number }>({ name: 'web', port: undefined }, { port: 80 }).port).toBe(80);
});

test('what is given stays, also where it is nothing', () => {
  expect(withDefaults<Props, { port: number }>({ name: '', port: 0 }, { port: 80 })).toEqual({ name: '', port: 0 });
});

test('what is given replaces its default whole: nothing is merged', () => {
  const defaults = { labels: { a: '1', b: '2' } };
  expect(withDefaults<Props, typeof defaults>({ name: 'web', labels: { a: '3' } }, defaults).labels).toEqual({
    a: '3',
  });
});

test('neither the props nor the table is changed', () => {
  const [props, defaults] = [Object.freeze({ name: 'web' }), Object.freeze({ port: 80 })];
  withDefaults<Props, { port: number }>(props, defaults);
  expect([props, defaults]).toEqual([{ name: 'web' }, { port: 80 }]);
});
