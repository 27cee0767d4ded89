import { celRule } from '../cel/cel-rule';
import { declaredProbePort } from '../cel/declared-probe-port';

/** The startup probe asks at a port that the container declares. */
export const startupPort = celRule({
  id: 'startup-port',
  severity: 'info',
  level: 'production',
  why: 'a probe at a port where nobody listens fails, and the kubelet gives it up and starts it again',
  mend: 'declare the port among those of the container, or ask at one that is',
  source: 'https://docs.kubelinter.io/#/generated/checks?id=startup-port',
  about: 'container',
  expression: declaredProbePort('startupProbe'),
  field: 'startupProbe',
  must: "must ask at one of the container's TCP ports",
  examples: {
    bad: `ports: [{ containerPort: 80 }]
startupProbe: { httpGet: { port: 8080 } }`,
    good: `ports: [{ name: http, containerPort: 8080 }]
startupProbe: { httpGet: { port: http } }`,
  },
});
