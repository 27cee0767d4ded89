import { ingressPeers } from '../../../lib/constructs/network/ingress-peers';
import { NetworkAccess } from '../../../lib/constructs/network/network-access';
import { objectOf, testChart } from '../../support/chart';
import { alb, gateway, istio, nginx, traefik, workload } from '../../support/samples';

const namespace = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });

test.each`
  via                                                                                                | from
  ${nginx}                                                                                           | ${[namespace('edge-system')]}
  ${gateway}                                                                                         | ${[namespace('gateway-system')]}
  ${traefik}                                                                                         | ${[namespace('traefik-system')]}
  ${istio}                                                                                           | ${[namespace('mesh-system')]}
  ${{ provider: 'transition', from: nginx, to: alb }}                                                | ${[namespace('edge-system'), { ipBlock: { cidr: '192.0.2.0/26' } }]}
  ${{ provider: 'transition', from: nginx, to: { ...gateway, controllerNamespace: 'edge-system' } }} | ${[namespace('edge-system')]}
  ${alb}                                                                                             | ${[{ ipBlock: { cidr: '192.0.2.0/26' } }]}
`('requests of $via.provider come from $from', ({ via, from }) => {
  const chart = testChart();
  new NetworkAccess(chart, 'Access', { workload, allowFrom: ingressPeers(via) });
  expect(objectOf(chart, 'NetworkPolicy').spec.ingress[0].from).toEqual(from);
});
