import { nameProblem, portNameProblem } from '../../kubernetes/names';
import { portProblem } from '../../kubernetes/whole-number';
import type { Backend, TrafficIntent } from './traffic-intent';
import type { Refusal } from './traffic-provider';

/** What is wrong with the Services that answer, whatever the provider. */
export function backendMistakes({ paths, stable, canary, defaultBackend }: TrafficIntent): Refusal[] {
  const orphan = paths.find(({ backend }) => !backend && !stable);
  const own = paths.flatMap(({ backend }) => (backend ? [['paths', backend] as const] : []));
  const said = Object.entries({ service: stable, 'canary.backend': canary?.backend, defaultBackend });
  return [
    ...(orphan ? [{ prop: 'paths', got: orphan.path, ...NOBODY }] : []),
    ...own.flatMap(([prop, backend]) => mistakesOf(prop, backend)),
    ...said.flatMap(([prop, backend]) => (backend ? mistakesOf(prop, backend) : [])),
    ...(defaultBackend && paths.some(({ path, type, hosts }) => path === '/' && type === 'Prefix' && !hosts)
      ? [{ prop: 'defaultBackend', got: defaultBackend.service, ...NEVER_ASKED }]
      : []),
  ];
}

const NOBODY = { rule: 'must have a Service', mend: 'give the path a backend, or the Ingress a service' };

const NEVER_ASKED = {
  rule: 'must not be given beside the path "/", which takes every request',
  mend: 'name the paths that the service answers on, or leave defaultBackend out',
};

function mistakesOf(prop: string, { service, port, namespace }: Backend): Refusal[] {
  const wrongPort = typeof port === 'number' ? portProblem(port) : portNameProblem(port);
  const checks = [
    { got: service, rule: nameProblem('Service', service), mend: 'give the name of a Service, without its namespace' },
    { got: port, rule: wrongPort, mend: 'give a port of the Service, by number or name' },
    { got: namespace, rule: namespace && nameProblem('Namespace', namespace), mend: 'give the name of a namespace' },
  ];
  return checks.flatMap(({ got, rule, mend }) => (rule ? [{ prop, got, rule, mend }] : []));
}
