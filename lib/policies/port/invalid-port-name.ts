import { celRule } from '../cel/cel-rule';

/** Ports have names that Services and probes can use. */
export const invalidPortName = celRule({
  id: 'invalid-port-name',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses the object, and nothing of it comes to be',
  mend: 'use at most 15 lower case letters, digits and single "-", with a letter among them',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  about: 'container',
  expression: `
    container.?ports.orValue([]).all(port, !has(port.name) || (size(port.name) <= 15
      && port.name.matches("^[a-z0-9]+(-[a-z0-9]+)*$") && port.name.matches("[a-z]")))`,
  field: 'ports',
  must: 'must have names of at most 15 lower case letters, digits and single "-", with a letter among them',
  examples: {
    bad: `
ports: [{ name: web_http, containerPort: 80 }]
`,
    good: `
ports: [{ name: http-2, containerPort: 80 }]
`,
  },
});
