import { celRule } from '../cel/cel-rule';

/** Programs that do one thing and end. */
const PROGRAMS =
  'echo|printf|cat|ls|date|printenv|true|false|pwd|id|whoami|hostname|uname|curl|wget|nslookup|dig|mkdir|cp|mv|rm|touch|chmod|chown|ln|sed|grep|head|wc|sort|cut|tar|gzip|gunzip|unzip|exit|export|set|cd|df|du|stat|base64|seq|expr';
/** One of them with what follows it, up to the next command. */
const COMMAND = `((/[^ ]*/)?(${PROGRAMS})([ \\\\t]([^;&|\\\\n]|>&[0-9])*)?|env)`;
/** A line of them and nothing else, by itself or given to a shell. */
const LINE = `^((/[^ ]*/)?(sh|bash|ash|dash|zsh) (-[a-z]+ )*-[a-z]*c )?[ \\\\t\\\\n]*${COMMAND}([ \\\\t]*(;|&&|[|][|]?|\\\\n)[ \\\\t\\\\n]*${COMMAND})*[ \\\\t\\\\n;]*$`;

/**
 * A container that is restarted whenever it ends runs a program that does not end. Told is a command that has nothing but
 * programs known to end: one more of another name, a loop, or a stream that is followed, and it passes.
 */
export const oneShotCommand = celRule({
  id: 'one-shot-command',
  severity: 'warning',
  level: 'baseline',
  why: 'it is done at once, is started again, longer and longer after it ended, and the Pod stands in CrashLoopBackOff',
  mend: 'make it a Job, or set restartPolicy to Never or OnFailure; what has to be done before a server starts belongs into an init container',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
  about: 'mainContainer',
  expression: `
    container.?restartPolicy.orValue(variables.podSpec.?restartPolicy.orValue("Always")) != "Always"
    || container.?stdin.orValue(false)
    || size(container.?command.orValue([])) == 0
    || [(container.command + container.?args.orValue([])).join(" ")].all(line,
      !line.matches("${LINE}") || line.matches("[ =](-N|--no-buffer)( |$)|watch=|/dev/|/proc/|<"))`,
  field: 'command',
  must: 'must not end by itself, where the container is restarted always',
  examples: {
    bad: 'command: [sh, -c, "curl http://shop.example.com/warm-up && echo done"]',
    good: `command: [sh, -c, "echo starting && exec nginx -g 'daemon off;'"]`,
  },
});
