import { IngressClass, type IngressClassProps } from '../../../lib/constructs/traffic/ingress-class';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

function classOf(props: Partial<IngressClassProps> = {}) {
  const chart = testChart();
  new IngressClass(chart, 'EdgeClass', { controller: 'k8s.io/ingress-nginx', ...props });
  return objectOf(chart, 'IngressClass');
}

test('all defaults: a class that Ingresses name', () => {
  const { apiVersion, metadata, spec } = classOf();
  expect(apiVersion).toBe('networking.k8s.io/v1');
  expect(metadata.name).toBe('edge-class');
  expect(metadata).not.toHaveProperty('annotations');
  expect(spec).toEqual({ controller: 'k8s.io/ingress-nginx' });
});

test('name: Ingresses choose it so', () => {
  expect(classOf({ name: 'nginx' }).metadata.name).toBe('nginx');
});

test('takes: a class for Ingresses that name none is marked so', () => {
  const marked = { 'ingressclass.kubernetes.io/is-default-class': 'true' };
  expect(classOf({ takes: 'named-or-classless' }).metadata.annotations).toEqual(marked);
});

test('parameters: they are of the cluster, as the class is', () => {
  const parameters = { apiGroup: 'alibabacloud.com', kind: 'AlbConfig', name: 'public' };
  expect(classOf({ parameters }).spec.parameters).toEqual({ ...parameters, scope: 'Cluster' });
});

test.each(['ingress-nginx', 'k8s.io/', 'K8s.io/x', `k8s.io/${'x'.repeat(244)}`])(
  'fails for the controller %s',
  (controller) => {
    expect(refusalOf(() => classOf({ controller }))).toMatch(
      /^InvalidController \[test\/EdgeClass\] controller: .* must be a domain, /,
    );
  },
);

test('fails for a name that Kubernetes refuses', () => {
  expect(refusalOf(() => classOf({ name: 'Edge' }))).toMatch(/^InvalidName \[test\/EdgeClass\] name: /);
});
