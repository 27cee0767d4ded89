import { ingressSources } from '../../lib/kubernetes/ingress-provider';
import { alb, gateway, nginx, traefik } from '../support/samples';

test.each`
  via        | sources
  ${nginx}   | ${{ fromNamespaces: ['edge-system'], fromCidrs: [] }}
  ${gateway} | ${{ fromNamespaces: ['gateway-system'], fromCidrs: [] }}
  ${traefik} | ${{ fromNamespaces: ['traefik-system'], fromCidrs: [] }}
  ${alb}     | ${{ fromNamespaces: [], fromCidrs: ['192.0.2.0/26'] }}
`('requests by $via.provider come from $sources', ({ via, sources }) => {
  expect(ingressSources(via)).toEqual(sources);
});
