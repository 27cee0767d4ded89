import { celRule } from '../cel/cel-rule';

/** A probe that names a port names one of its own container. */
export const probePortName = celRule({
  id: 'probe-port-name',
  severity: 'error',
  level: 'baseline',
  why: 'the kubelet finds no such port, and the probe fails for ever',
  mend: 'declare the port by that name, or write its number',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  about: 'container',
  expression: `
    [container.?livenessProbe, container.?readinessProbe, container.?startupProbe].all(probe,
      [probe.?httpGet.?port.orValue(probe.?tcpSocket.?port.orValue(0))].all(asked, type(asked) != string
      || container.?ports.orValue([]).exists(port, port.?name.orValue("") == asked)))`,
  field: 'ports',
  must: 'must have the name that a probe asks for',
  examples: {
    bad: `ports: [{ name: web, containerPort: 8080 }]
readinessProbe: { httpGet: { port: http } }`,
    good: `ports: [{ name: http, containerPort: 8080 }]
readinessProbe: { httpGet: { port: http } }`,
  },
});
