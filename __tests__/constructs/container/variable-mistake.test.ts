import type { ContainerProps } from '../../../lib/constructs/container/container-props';
import { variableMistake } from '../../../lib/constructs/container/variable-mistake';
import { fromPodField } from '../../../lib/constructs/container/variable-source';
import { sentenceOf } from '../../support/mistake';
import { image, size } from '../../support/samples';

const said = (props: Partial<ContainerProps>, variables?: readonly string[]) =>
  sentenceOf(variableMistake({ image, size, ...props }, { variables }));

const FORM = 'must be letters, digits, "_", "." and "-", not beginning with a digit or ".."';
test.each(['', '1ST', 'A B', 'A=B', 'Ä', '.', '..', '..A', 'A$'])('fails when a variable is called "%s"', (name) => {
  expect(said({ env: { [name]: 'x' } })).toBe(`InvalidVariable env: invalid value "${name}": ${FORM}`);
});

test.each(['A', 'a_b', '_A', '.env', '-a', 'spring.datasource.url', 'A.1-2'])('takes a variable called %s', (name) => {
  expect(said({ env: { [name]: 'x' } })).toBe('nothing refused');
});

const unknown = (name: string) =>
  `must not use $(${name}), which no variable before it is called: it would stay as it is`;
test.each`
  props                                                 | refusal
  ${{ env: { URL: 'http://$(HOST)', HOST: 'db' } }}     | ${`UnknownVariable env.URL: invalid value "http://$(HOST)": ${unknown('HOST')}`}
  ${{ env: { A: '$(A)' } }}                             | ${`UnknownVariable env.A: invalid value "$(A)": ${unknown('A')}`}
  ${{ args: ['--pod=$(POD)'] }}                         | ${`UnknownVariable args: invalid value "--pod=$(POD)": ${unknown('POD')}`}
  ${{ command: ['$(BIN)'], env: { bin: 'x' } }}         | ${`UnknownVariable args: invalid value "$(BIN)": ${unknown('BIN')}`}
  ${{ args: ['$(A)$(B)'], env: { A: 'x' } }}            | ${`UnknownVariable args: invalid value "$(A)$(B)": ${unknown('B')}`}
  ${{ args: ['$$$(A)'] }}                               | ${`UnknownVariable args: invalid value "$$$(A)": ${unknown('A')}`}
  ${{ args: ['$(date)'] }}                              | ${`UnknownVariable args: invalid value "$(date)": ${unknown('date')}`}
  ${{ command: ['sh', '-ec'], args: ['echo $(HOST)'] }} | ${`UnknownVariable args: invalid value "echo $(HOST)": ${unknown('HOST')}`}
  ${{ args: ['$(WEB_SERVICE_HOST)'] }}                  | ${`UnknownVariable args: invalid value "$(WEB_SERVICE_HOST)": ${unknown('WEB_SERVICE_HOST')}`}
`('fails: $refusal', ({ props, refusal }) => {
  expect(said(props)).toBe(refusal);
});

test.each`
  props                                                                  | because
  ${{ env: { HOST: 'db', URL: 'http://$(HOST)' } }}                      | ${'it stands before'}
  ${{ args: ['$(POD)'], env: { POD: fromPodField('metadata.name') } }}   | ${'wherever its value is from'}
  ${{ command: ['sh', '-c', 'echo $(date) $(basename $PWD)'] }}          | ${'a shell runs these'}
  ${{ args: ['$$(A) $(a b) $A $()('] }}                                  | ${'none of these is a reference'}
  ${{ args: ['$(A)'], config: [{ as: 'environment', configMap: 'a' }] }} | ${'a ConfigMap may have it'}
  ${{ env: { A: fromPodField('metadata.name'), B: '$(A)' } }}            | ${'an earlier one may be from anywhere'}
`('takes $props: $because', ({ props }) => {
  expect(said(props)).toBe('nothing refused');
});

test('config that is read as files gives no variables', () => {
  const config = [{ as: 'files', configMap: 'a', folder: '/etc/a' }] as const;
  expect(said({ args: ['$(A)'], config })).toMatch(/^UnknownVariable args/);
});

test('variables of its owner come after its own: arguments may use them, other variables may not', () => {
  expect(said({ args: ['$(INDEX)'] }, ['INDEX'])).toBe('nothing refused');
  expect(said({ env: { A: '$(INDEX)' } }, ['INDEX'])).toMatch(/^UnknownVariable env\.A/);
});
