import { type ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { VirtualService } from '../../../imports/networking.istio.io';
import type { Istio } from '../../kubernetes/ingress-provider';
import { istioRefusals } from './istio-refusals';
import { istioRules } from './istio-rules';
import { sharedHosts } from './shared-hosts';
import { siteName, sitesWithDefaultRoute } from './site';
import type { TrafficIntent } from './traffic-intent';
import type { TrafficProvider } from './traffic-provider';

/**
 * VirtualServices of Istio, one for the hosts that have the same paths.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service
 */
export function istio(values: Istio): TrafficProvider {
  return {
    refusals: istioRefusals,
    define: (scope, name, intent) => define(scope, { name, values, intent }),
    conflicts: sharedHosts,
    routing: (name, intent) => ({
      provider: 'istio',
      trafficRouting: { istio: { virtualServices: steppedServices(name, intent) } },
      finerThanPercent: false,
      headerRoutes: 'expressions',
    }),
  };
}

/** The VirtualServices that have the canary, with the names of their rules that divide. */
function steppedServices(name: string, intent: TrafficIntent) {
  return sitesWithDefaultRoute(intent).flatMap((site, at) => {
    const routes = istioRules(site, intent, '').flatMap((rule) => rule.name ?? []);
    return routes.length > 0 ? [{ name: siteName(name, at, site), routes }] : [];
  });
}

interface ServiceMaking {
  readonly name: string;
  readonly values: Istio;
  readonly intent: TrafficIntent;
}

function define(scope: Construct, { name, values, intent }: ServiceMaking): ApiObject[] {
  const { gateway } = values;
  const namespace = Chart.of(scope).namespace ?? 'default';
  return sitesWithDefaultRoute(intent).map((site, at) => {
    const id = at === 0 ? 'VirtualService' : `VirtualService-${at + 1}`;
    return new VirtualService(scope, id, {
      metadata: { name: siteName(name, at, site) },
      spec: {
        hosts: site.hosts.length === 0 ? ['*'] : site.hosts,
        gateways: [`${gateway.namespace}/${gateway.name}`],
        http: istioRules(site, intent, namespace),
      },
    });
  });
}
