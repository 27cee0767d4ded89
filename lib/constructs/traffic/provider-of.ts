import type { IngressProvider } from '../../kubernetes/ingress-provider';
import { alb } from './alb';
import { gatewayApi } from './gateway-api';
import { ingressNginx } from './ingress-nginx';
import { istio } from './istio';
import { traefik } from './traefik';
import type { TrafficProvider } from './traffic-provider';
import { transition } from './transition';

/** The dialect that a cluster's ingress controller understands. */
export function providerOf(ingress: IngressProvider): TrafficProvider {
  switch (ingress.provider) {
    case 'ingress-nginx':
      return ingressNginx(ingress);
    case 'gateway-api':
      return gatewayApi(ingress);
    case 'alb':
      return alb(ingress);
    case 'traefik':
      return traefik(ingress);
    case 'istio':
      return istio(ingress);
    case 'transition':
      return transition(ingress, providerOf);
  }
}
