import type { Construct } from 'constructs';
import type { IngressProvider } from '../../kubernetes/ingress-provider';
import { WorkloadService } from '../discovery/workload-service';
import { CanaryIngress } from '../traffic/canary-ingress';
import { ServiceIngress, type ServiceIngressProps } from '../traffic/service-ingress';
import type { Backend, CanaryRules } from '../traffic/traffic-intent';
import type { ServiceVersion } from './service-version';

/** Where a service answers from outside. */
export type HelloIngress = Pick<ServiceIngressProps, 'via' | 'hosts' | 'paths'>;

/** The versions of a service, and who gets which. */
export interface HelloVersions {
  /** Name of the service, and of its first Ingress. */
  readonly name: string;
  readonly stable: ServiceVersion;
  /** The next version. @default - none */
  readonly canary?: ServiceVersion;
  readonly rules: CanaryRules;
}

/**
 * Defines an Ingress for each of the places that a service answers at. ingress-nginx hangs a canary on the stable Service, so
 * a place that a controller of it has beside another gets Services of its own, which have the same Pods.
 */
export function helloIngresses(
  scope: Construct,
  places: readonly HelloIngress[],
  versions: HelloVersions,
): (ServiceIngress | CanaryIngress)[] {
  const { stable, canary, rules } = versions;
  return places.map((place, at) => {
    const suffix = at === 0 ? '' : `-${at + 1}`;
    const name = versions.name + suffix;
    const isShared = places
      .slice(0, at)
      .some((other) => nginxClasses(other.via).some((one) => nginxClasses(place.via).includes(one)));
    const backendOf = (version: ServiceVersion, id: string): Backend => {
      if (!isShared || !canary) return version.service.backend;
      const { workload } = version;
      return new WorkloadService(scope, id + suffix, { workload, name: workload.name + suffix }).backend;
    };
    const service = backendOf(stable, 'StableService');
    if (!canary) return new ServiceIngress(scope, `Ingress${suffix}`, { ...place, name, service });
    const next = { ...rules, backend: backendOf(canary, 'CanaryService') };
    return new CanaryIngress(scope, `Ingress${suffix}`, { ...place, name, stable: service, canary: next });
  });
}

/** Classes of the controllers that read the annotations of ingress-nginx. */
function nginxClasses(via: IngressProvider): string[] {
  const dialects = via.provider === 'transition' ? [via.from, via.to] : [via];
  return dialects.flatMap((dialect) => (dialect.provider === 'ingress-nginx' ? dialect.className : []));
}
