import { commandMistake } from '../../../lib/constructs/container/command-mistake';
import type { ContainerUse } from '../../../lib/constructs/container/container-use';
import { sentenceOf } from '../../support/mistake';
import { image, size } from '../../support/samples';

interface Line {
  readonly command?: readonly string[];
  readonly args?: readonly string[];
}

const said = (line: Line, restarts: ContainerUse['restarts'] = 'always') =>
  sentenceOf(commandMistake({ image, size, ...line }, { restarts }));

const shell = (line: string): Line => ({ command: ['/bin/sh', '-c', line] });
const ends = (program: string) => `must not end at once in a container that is always restarted: ${program} does`;

test.each`
  line                                       | refusal
  ${{ command: [] }}                         | ${'InvalidCommand command: invalid value []: must not be empty'}
  ${{ command: ['echo', 'hi'] }}             | ${`EndsAtOnce command: invalid value ["echo","hi"]: ${ends('echo')}`}
  ${{ args: ['curl', 'http://a'] }}          | ${`EndsAtOnce args: invalid value ["curl","http://a"]: ${ends('curl')}`}
  ${{ command: ['/usr/bin/env'] }}           | ${`EndsAtOnce command: invalid value ["/usr/bin/env"]: ${ends('/usr/bin/env')}`}
  ${{ command: ['sh'], args: ['-c', 'ls'] }} | ${`EndsAtOnce command: invalid value ["sh"]: ${ends('ls')}`}
  ${{ command: ['bash', '-euxc', 'date'] }}  | ${`EndsAtOnce command: invalid value ["bash","-euxc","date"]: ${ends('date')}`}
  ${shell('cat /a && echo done')}            | ${`EndsAtOnce command: invalid value ["/bin/sh","-c","cat /a && echo done"]: ${ends('echo')}`}
  ${shell('sleep 5\ntouch /a;\n')}           | ${`EndsAtOnce command: invalid value ["/bin/sh","-c","sleep 5\\ntouch /a;\\n"]: ${ends('touch')}`}
`('fails: $refusal', ({ line, refusal }) => {
  expect(said(line)).toBe(refusal);
});

test.each`
  line                                                | because
  ${{}}                                               | ${'the image says what runs'}
  ${{ args: [] }}                                     | ${'no arguments are some'}
  ${{ command: ['server', 'echo'] }}                  | ${'echo is an argument'}
  ${{ command: ['server', '-c', 'date'] }}            | ${'it is no shell'}
  ${{ command: ['sh', 'serve', 'date'] }}             | ${'it is a script with an argument'}
  ${{ command: ['echo-server'] }}                     | ${'it is another program'}
  ${{ command: ['/app/date'] }}                       | ${'it is a program of the image'}
  ${shell('echo starting; exec server')}              | ${'the last of the line goes on'}
  ${shell('while true; do date; sleep 5; done')}      | ${'it goes round'}
  ${shell('for i in 1 2; do echo $i; done')}          | ${'nobody knows how long that takes'}
  ${shell('echo start && tail -f /dev/null || true')} | ${'it waits for ever'}
  ${{ command: ['sh', 'echo'] }}                      | ${'it is a script, not a line'}
`('takes $line: $because', ({ line }) => {
  expect(said(line)).toBe('nothing refused');
});

test.each(['onFailure', 'never'] as const)('a container that is restarted %s may end', (restarts) => {
  expect(said({ command: ['echo', 'hi'] }, restarts)).toBe('nothing refused');
  expect(said({ command: [] }, restarts)).toMatch(/^InvalidCommand /);
});
