import { applyOverride } from '../../lib/delivery/apply-override';

const deployment = {
  metadata: { name: 'web', annotations: { keep: 'me' } },
  spec: {
    replicas: 2,
    template: {
      spec: {
        containers: [
          { name: 'web', image: 'a' },
          { name: 'log', image: 'b' },
        ],
        volumes: ['x', 'y'],
      },
    },
  },
};

test('merges an object into the object there and keeps what it does not name', () => {
  const { value, missed } = applyOverride(deployment, { metadata: { annotations: { added: 'too' } } });
  expect(value).toMatchObject({
    metadata: { name: 'web', annotations: { keep: 'me', added: 'too' } },
    spec: { replicas: 2 },
  });
  expect(missed).toEqual([]);
});

test('adds a field that no prop covers, with what is above it', () => {
  const { value } = applyOverride(deployment, {
    spec: { template: { spec: { dnsConfig: { options: [{ name: 'ndots', value: '2' }] } } } },
  });
  expect(value).toHaveProperty('spec.template.spec.dnsConfig.options', [{ name: 'ndots', value: '2' }]);
});

test.each(['log', '1'])('changes the list element that "%s" names and no other', (key) => {
  const { value } = applyOverride(deployment, {
    spec: { template: { spec: { containers: { [key]: { image: 'c' } } } } },
  });
  expect(value).toHaveProperty('spec.template.spec.containers', [
    { name: 'web', image: 'a' },
    { name: 'log', image: 'c' },
  ]);
});

test('replaces a list by a list', () => {
  expect(applyOverride(deployment, { spec: { template: { spec: { volumes: ['z'] } } } }).value).toHaveProperty(
    'spec.template.spec.volumes',
    ['z'],
  );
});

test('removes a field, and an element, that are there', () => {
  const { value, missed } = applyOverride(deployment, {
    spec: { replicas: null, template: { spec: { containers: { log: null } } } },
  });
  expect(value).not.toHaveProperty('spec.replicas');
  expect(value).toHaveProperty('spec.template.spec.containers', [{ name: 'web', image: 'a' }]);
  expect(missed).toEqual([]);
});

test.each`
  what                                  | patch                                                            | field
  ${'an element that is not there'}     | ${{ spec: { template: { spec: { containers: { wbe: {} } } } } }} | ${'spec.template.spec.containers.wbe'}
  ${'an index beyond the list'}         | ${{ spec: { template: { spec: { containers: { 2: {} } } } } }}   | ${'spec.template.spec.containers.2'}
  ${'a field to remove that is absent'} | ${{ spec: { paused: null } }}                                    | ${'spec.paused'}
`('says that it hits nothing: $what', ({ patch, field }) => {
  expect(applyOverride(deployment, patch).missed).toMatchObject([{ field }]);
});

test('leaves the object that it was given as it was', () => {
  const before = JSON.stringify(deployment);
  applyOverride(deployment, { spec: { replicas: 9, template: { spec: { containers: { web: { image: 'z' } } } } } });
  expect(JSON.stringify(deployment)).toBe(before);
});
