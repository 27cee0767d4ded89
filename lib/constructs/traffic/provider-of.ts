import type { IngressProvider } from '../../kubernetes/ingress-provider';
import { gatewayApi } from './gateway-api';
import { ingressNginx } from './ingress-nginx';
import type { TrafficProvider } from './traffic-provider';

/** The dialect that a cluster's ingress controller understands. */
export function providerOf(ingress: IngressProvider): TrafficProvider {
  switch (ingress.provider) {
    case 'ingress-nginx':
      return ingressNginx(ingress);
    case 'gateway-api':
      return gatewayApi(ingress);
  }
}
