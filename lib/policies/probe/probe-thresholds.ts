import { celRule } from '../cel/cel-rule';

/** A probe asks in one way, and one success is enough for those that restart. */
export const probeThresholds = celRule({
  id: 'probe-thresholds',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses a probe of no way or of several, and a successThreshold but 1 of liveness and startup',
  mend: 'keep one of exec, grpc, httpGet and tcpSocket; set successThreshold of a readinessProbe alone',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes',
  about: 'container',
  expression: `
    container.?livenessProbe.?successThreshold.orValue(1) == 1
    && container.?startupProbe.?successThreshold.orValue(1) == 1
    && [container.?livenessProbe, container.?readinessProbe, container.?startupProbe].all(probe,
      !probe.hasValue()
      || [probe.?exec.hasValue(), probe.?grpc.hasValue(), probe.?httpGet.hasValue(), probe.?tcpSocket.hasValue()]
        .filter(way, way).size() == 1)`,
  field: 'livenessProbe',
  must: 'must ask in one way, as every other probe, and have no successThreshold but 1, as a startupProbe',
  examples: {
    bad: 'livenessProbe: { httpGet: { port: 80 }, successThreshold: 2 }',
    good: 'readinessProbe: { httpGet: { port: 80 }, successThreshold: 2 }',
  },
});
