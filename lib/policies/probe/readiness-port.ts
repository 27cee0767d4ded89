import { celRule } from '../cel/cel-rule';
import { declaredProbePort } from '../cel/declared-probe-port';

/** The readiness probe asks at a port that the container declares. */
export const readinessPort = celRule({
  id: 'readiness-port',
  severity: 'info',
  level: 'production',
  why: 'a probe at a port where nobody listens fails, and it never gets a request',
  mend: 'declare the port among those of the container, or ask at one that is',
  source: 'https://docs.kubelinter.io/#/generated/checks?id=readiness-port',
  about: 'container',
  expression: declaredProbePort('readinessProbe'),
  field: 'readinessProbe',
  must: "must ask at one of the container's TCP ports",
  examples: {
    bad: `ports: [{ containerPort: 80 }]
readinessProbe: { httpGet: { port: 8080 } }`,
    good: `ports: [{ name: http, containerPort: 8080 }]
readinessProbe: { httpGet: { port: http } }`,
  },
});
