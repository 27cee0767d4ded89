import { celRule } from '../cel/cel-rule';

/** Containers listen above the ports that only root may have. */
export const privilegedPorts = celRule({
  id: 'privileged-ports',
  severity: 'info',
  level: 'strict',
  why: 'the program must be root, or have a capability, to start',
  mend: 'listen on a higher port: a Service maps it to any',
  source: 'https://docs.kubelinter.io/#/generated/checks?id=privileged-ports',
  about: 'container',
  expression: 'container.?ports.orValue([]).all(port, port.containerPort >= 1024)',
  field: 'ports',
  must: 'must be 1024 or above',
  examples: {
    bad: 'ports: [{ containerPort: 80 }]',
    good: 'ports: [{ containerPort: 8080 }]',
  },
});
