import { DefaultDeny, type DefaultDenyProps } from '../../../lib/constructs/network/default-deny';
import { objectOf, testChart } from '../../support/chart';

function policyOf(props: Partial<DefaultDenyProps> = {}) {
  const chart = testChart();
  new DefaultDeny(chart, 'Network', { namespace: 'warehouse', ...props });
  return objectOf(chart, 'NetworkPolicy');
}

test('all defaults: every Pod of the namespace is closed both ways, but to the DNS of the cluster', () => {
  const dns = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } };
  const { apiVersion, metadata, spec } = policyOf();
  expect(apiVersion).toBe('networking.k8s.io/v1');
  expect(metadata).toMatchObject({ name: 'default-deny', namespace: 'warehouse' });
  expect(spec).toEqual({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
    egress: [
      {
        to: [dns],
        ports: [
          { port: 53, protocol: 'UDP' },
          { port: 53, protocol: 'TCP' },
        ],
      },
    ],
  });
});

test('nothing may come in: an ingress rule, be it an empty one, would be an opening', () => {
  expect(policyOf().spec).not.toHaveProperty('ingress');
});

test('labels: those of the chart, and what is given beside them', () => {
  expect(policyOf().metadata.labels).toEqual({ 'app.kubernetes.io/part-of': 'orders', environment: 'rehearsal' });
  expect(policyOf({ labels: { environment: 'warehouse' } }).metadata.labels).toMatchObject({
    environment: 'warehouse',
  });
});

test('closes: incoming, and whatever goes out is let be', () => {
  expect(policyOf({ closes: 'incoming' }).spec).toEqual({ podSelector: {}, policyTypes: ['Ingress'] });
});

test('closes: outgoing, but to the DNS of the cluster, and whoever comes in is let be', () => {
  const { policyTypes, egress } = policyOf({ closes: 'outgoing' }).spec;
  expect(policyTypes).toEqual(['Egress']);
  expect(egress[0].ports.map(({ port }: { port: number }) => port)).toEqual([53, 53]);
});
