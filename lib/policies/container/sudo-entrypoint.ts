import { celRule } from '../cel/cel-rule';

/** No container begins by becoming root. */
export const sudoEntrypoint = celRule({
  id: 'sudo-entrypoint',
  severity: 'warning',
  level: 'strict',
  why: 'it needs an image that lets it, and fails as soon as privilege escalation is forbidden',
  mend: 'name the program itself, and set runAsUser',
  source: 'https://hub.armosec.io/docs/c-0062',
  about: 'container',
  expression: '!container.?command.orValue([]).exists(word, word.matches("^(.*/)?sudo$"))',
  field: 'command',
  must: 'must not call sudo',
  examples: {
    bad: 'command: [sudo, /bin/serve]',
    good: 'command: [/bin/serve, --sudo=false]',
  },
});
