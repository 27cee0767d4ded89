import { celRule } from '../cel/cel-rule';
import { declaredProbePort } from '../cel/declared-probe-port';

/** The liveness probe asks at a port that the container declares. */
export const livenessPort = celRule({
  id: 'liveness-port',
  severity: 'info',
  level: 'production',
  why: 'a probe at a port where nobody listens fails, and the kubelet starts it again and again',
  mend: 'declare the port among those of the container, or ask at one that is',
  source: 'https://docs.kubelinter.io/#/generated/checks?id=liveness-port',
  about: 'container',
  expression: declaredProbePort('livenessProbe'),
  field: 'livenessProbe',
  must: "must ask at one of the container's TCP ports",
  examples: {
    bad: `ports: [{ containerPort: 80 }]
livenessProbe: { httpGet: { port: 8080 } }`,
    good: `ports: [{ name: http, containerPort: 8080 }]
livenessProbe: { httpGet: { port: http } }`,
  },
});
