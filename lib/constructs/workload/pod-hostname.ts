import { nameProblem } from '../../kubernetes/names';
import type { Mistake } from '../mistake';

/**
 * What a Pod calls itself; and with a headless Service of its namespace that selects it, its name in DNS too, which is
 * `<hostname>.<service>`. A Service without a hostname would give it none, so it cannot be said.
 */
export type PodHostname = string | { readonly hostname: string; readonly service: string };

/** The fields of a Pod that say it. */
export function hostnameFields(name: PodHostname | undefined): {
  readonly hostname?: string;
  readonly subdomain?: string;
} {
  return typeof name === 'object' ? { hostname: name.hostname, subdomain: name.service } : { hostname: name };
}

/** Why Kubernetes would refuse it, or no Service could be called so; nothing where it is sound. */
export function hostnameMistake(name: PodHostname | undefined): Mistake | undefined {
  const { hostname, subdomain } = hostnameFields(name);
  for (const [prop, kind, got] of [
    [subdomain === undefined ? 'hostname' : 'hostname.hostname', 'Namespace', hostname],
    ['hostname.service', 'Service', subdomain],
  ] as const) {
    const rule = got === undefined ? undefined : nameProblem(kind, got);
    if (rule) return { code: 'InvalidName', prop, got, rule, mend: 'choose another name' };
  }
  return undefined;
}
