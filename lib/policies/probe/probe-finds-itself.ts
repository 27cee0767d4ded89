import { celRule } from '../cel/cel-rule';

/** A probe that looks for a process does not find its own. */
export const probeFindsItself = celRule({
  id: 'probe-finds-itself',
  severity: 'warning',
  level: 'baseline',
  why: 'the list of processes has grep with its pattern in it: the probe succeeds whatever the program does',
  mend: "ask the program itself, by httpGet, grpc or tcpSocket; or take pgrep -f NAME, or grep '[n]ame', which does not match itself",
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  misconceptions: [
    {
      claim: 'ps aux | grep myapp tells whether the program runs.',
      truth: 'it always succeeds: grep stands in the list as well, with the name that it looks for',
      source: 'https://www.gnu.org/software/grep/manual/grep.html#Usage',
    },
  ],
  about: 'container',
  expression: `
    [container.?livenessProbe.?exec.?command.orValue([]), container.?readinessProbe.?exec.?command.orValue([]),
      container.?startupProbe.?exec.?command.orValue([])].all(command, [command.join(" ")].all(line,
        !line.matches("(^|[ ;|&(/])ps( [^|]*)?[|] *[a-z/]*grep ")
        || line.contains("grep -v") || line.contains("pgrep") || line.matches("grep [^|]*\\\\[[^|]+\\\\]")))`,
  field: 'livenessProbe.exec.command',
  must: 'must not look for a process by grep in the list of all, nor any other probe',
  examples: {
    bad: 'livenessProbe: { exec: { command: [sh, -c, "ps aux | grep myapp"] } }',
    good: `livenessProbe: { exec: { command: [sh, -c, "ps aux | grep '[m]yapp'"] } }`,
  },
});
