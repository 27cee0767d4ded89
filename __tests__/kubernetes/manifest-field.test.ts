import {
  manifestField,
  manifestFieldList,
  manifestFieldObject,
  manifestFieldText,
} from '../../lib/kubernetes/manifest-field';

const manifest = { spec: { ports: [{ port: 80 }], selector: { app: 'web' }, type: '', name: 'web', none: null } };

test.each`
  read                   | path               | value
  ${manifestField}       | ${'spec.selector'} | ${{ app: 'web' }}
  ${manifestField}       | ${'spec.a.b'}      | ${undefined}
  ${manifestField}       | ${'spec.none.a'}   | ${undefined}
  ${manifestField}       | ${'spec.ports.0'}  | ${undefined}
  ${manifestFieldText}   | ${'spec.name'}     | ${'web'}
  ${manifestFieldText}   | ${'spec.type'}     | ${undefined}
  ${manifestFieldText}   | ${'spec.ports'}    | ${undefined}
  ${manifestFieldList}   | ${'spec.ports'}    | ${[{ port: 80 }]}
  ${manifestFieldList}   | ${'spec.selector'} | ${[]}
  ${manifestFieldObject} | ${'spec.selector'} | ${{ app: 'web' }}
  ${manifestFieldObject} | ${'spec.ports'}    | ${{}}
  ${manifestFieldObject} | ${'spec.none'}     | ${{}}
`('$read.name of $path is $value', ({ read, path, value }) => {
  expect(read(manifest, path)).toEqual(value);
});

test('nothing has no fields', () => {
  expect(manifestField(undefined, 'spec')).toBeUndefined();
});
