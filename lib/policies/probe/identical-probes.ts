import { celRule } from '../cel/cel-rule';

/** A Pod that is not ready is not killed for it at once. */
export const identicalProbes = celRule({
  id: 'identical-probes',
  severity: 'info',
  level: 'production',
  why: 'what only delays requests restarts all Pods of a service in the same moment',
  mend: 'give livenessProbe an endpoint of its own, or more patience than readinessProbe',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  about: 'mainContainer',
  expression: `
    !has(container.livenessProbe) || !has(container.readinessProbe)
    || container.livenessProbe.?failureThreshold.orValue(3) * container.livenessProbe.?periodSeconds.orValue(10)
      > container.readinessProbe.?failureThreshold.orValue(3) * container.readinessProbe.?periodSeconds.orValue(10)
    || !((has(container.livenessProbe.httpGet) && has(container.readinessProbe.httpGet)
        && container.livenessProbe.httpGet == container.readinessProbe.httpGet)
      || (has(container.livenessProbe.tcpSocket) && has(container.readinessProbe.tcpSocket)
        && container.livenessProbe.tcpSocket == container.readinessProbe.tcpSocket)
      || (has(container.livenessProbe.exec) && has(container.readinessProbe.exec)
        && container.livenessProbe.exec == container.readinessProbe.exec)
      || (has(container.livenessProbe.grpc) && has(container.readinessProbe.grpc)
        && container.livenessProbe.grpc == container.readinessProbe.grpc))`,
  field: 'livenessProbe',
  must: 'must ask for something else than readinessProbe, or be more patient',
  examples: {
    bad: `livenessProbe: { httpGet: { port: 80 } }
readinessProbe: { httpGet: { port: 80 } }`,
    good: `livenessProbe: { httpGet: { port: 80 }, failureThreshold: 6 }
readinessProbe: { httpGet: { port: 80 } }`,
  },
});
