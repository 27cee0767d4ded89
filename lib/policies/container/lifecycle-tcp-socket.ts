import { celRule } from '../cel/cel-rule';

/** Hooks run a command, send a request or sleep. */
export const lifecycleTcpSocket = celRule({
  id: 'lifecycle-tcp-socket',
  severity: 'error',
  level: 'baseline',
  why: 'the API takes tcpSocket in a hook for old manifests only, and the kubelet fails it: after postStart the container is killed',
  mend: 'use exec, httpGet or sleep; to wait for a port is what a startupProbe is for',
  source: 'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations',
  misconceptions: [
    {
      claim: 'A hook may be exec, httpGet or tcpSocket.',
      truth: 'tcpSocket does not work in a hook; sleep does, since Kubernetes 1.30 without a gate',
      source: 'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations',
    },
    {
      claim: 'A postStart hook with initialDelaySeconds and periodSeconds is sent again and again.',
      truth: 'a hook runs once; the two are fields of probes, and refused in a hook',
      source: 'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#container-hooks',
    },
    {
      claim: 'postStart runs when the container has started, before its program.',
      truth: 'it runs beside the program, in no given order',
      source: 'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#container-hooks',
    },
  ],
  about: 'container',
  expression: `
    [container.?lifecycle.?postStart, container.?lifecycle.?preStop].all(hook, !hook.?tcpSocket.hasValue())`,
  field: 'lifecycle',
  must: 'must have no tcpSocket in a hook',
  examples: {
    bad: 'lifecycle: { postStart: { tcpSocket: { port: 8080 } } }',
    good: 'lifecycle: { preStop: { exec: { command: [sleep, "5"] } } }',
  },
});
