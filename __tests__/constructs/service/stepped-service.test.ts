import { Duration } from 'cdk8s';
import { Probe } from '../../../lib/constructs/container/probe';
import { SteppedService, type SteppedServiceProps } from '../../../lib/constructs/service/stepped-service';
import { RolloutStep } from '../../../lib/constructs/workload/rollout-step';
import type { IngressProvider } from '../../../lib/kubernetes/ingress-provider';
import { objectOf, objectsOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { alb, gateway, image, istio, nginx, size, traefik } from '../../support/samples';

const steps = [
  RolloutStep.setWeight(20),
  RolloutStep.pause(Duration.minutes(5)),
  RolloutStep.setWeight(60),
  RolloutStep.pause(),
];

function ordersOf(via: IngressProvider, props: Partial<SteppedServiceProps> = {}) {
  const chart = testChart();
  const service = new SteppedService(chart, 'Orders', {
    image,
    size,
    port: 8080,
    readiness: Probe.http('/ready'),
    liveness: Probe.http('/healthz'),
    ingress: { via, hosts: ['orders.shop.test'] },
    steps,
    ...props,
  });
  return { chart, service };
}

const canaryOf = (via: IngressProvider, props: Partial<SteppedServiceProps> = {}) =>
  objectOf(ordersOf(via, props).chart, 'Rollout').spec.strategy.canary;

test('all defaults: a Rollout, its two Services, a budget and who may connect', () => {
  const { chart, service } = ordersOf(nginx);
  const named = (kind: string) => objectsOf(chart, kind).map(({ metadata }) => metadata.name);
  expect(named('Rollout')).toEqual(['orders']);
  expect(named('Service')).toEqual(['orders', 'orders-canary']);
  expect(named('PodDisruptionBudget')).toEqual(['orders']);
  expect(named('NetworkPolicy')).toEqual(['orders-access']);
  expect(named('HorizontalPodAutoscaler')).toEqual([]);
  expect(service.workload.selector).toEqual({
    'app.kubernetes.io/name': 'orders',
    'app.kubernetes.io/instance': 'orders',
  });
  for (const { spec } of objectsOf(chart, 'Service')) expect(spec.selector).toEqual(service.workload.selector);
  expect(problemsOf(chart)).toEqual([]);
});

test('the steps are those of the controller', () => {
  expect(canaryOf(traefik)).toMatchObject({
    stableService: 'orders',
    canaryService: 'orders-canary',
    scaleDownDelaySeconds: 30,
    steps: [{ setWeight: 20 }, { pause: { duration: 300 } }, { setWeight: 60 }, { pause: {} }],
  });
});

test('ingress-nginx: the controller makes the Ingress of the canary, by the stable one and these rules', () => {
  const { chart } = ordersOf(nginx, { canaryRules: [{ header: 'X-Group', value: 'beta' }, { cookie: 'group' }] });
  const [ingress, ...others] = objectsOf(chart, 'Ingress');
  expect(others).toEqual([]);
  expect(ingress.spec.rules[0].http.paths[0].backend.service.name).toBe('orders');
  expect(objectOf(chart, 'Rollout').spec.strategy.canary.trafficRouting).toEqual({
    nginx: {
      stableIngress: 'orders',
      additionalIngressAnnotations: {
        'canary-by-header': 'X-Group',
        'canary-by-header-value': 'beta',
        'canary-by-cookie': 'group',
      },
    },
  });
});

test('ingress-nginx: without rules it says nothing of them, and weights finer than a percent are parts of a total', () => {
  const fine = [RolloutStep.setWeight(0.5), RolloutStep.pause(), RolloutStep.setWeight(20), RolloutStep.pause()];
  const canary = canaryOf(nginx, { steps: fine });
  expect(canary.trafficRouting).toEqual({ nginx: { stableIngress: 'orders' }, maxTrafficWeight: 1000 });
  expect(canary.steps).toEqual([{ setWeight: 5 }, { pause: {} }, { setWeight: 200 }, { pause: {} }]);
});

// "we don't specify the weight field. It is necessary to be synced with ArgoCD"
test('traefik: the TraefikService has no weights, and rules are routes to the Services', () => {
  const { chart } = ordersOf(traefik, { canaryRules: [{ header: 'X-Group', value: 'beta' }] });
  expect(objectOf(chart, 'TraefikService')).toMatchObject({ metadata: { name: 'orders' } });
  expect(objectOf(chart, 'TraefikService').spec.weighted.services).toEqual([
    { kind: 'Service', name: 'orders', port: 80 },
    { kind: 'Service', name: 'orders-canary', port: 80 },
  ]);
  expect(objectOf(chart, 'Rollout').spec.strategy.canary.trafficRouting).toEqual({
    traefik: { weightedTraefikServiceName: 'orders' },
  });
  const to = objectOf(chart, 'IngressRoute').spec.routes.map(
    ({ services }: { services: { name: string }[] }) => services[0]?.name,
  );
  expect(to).toEqual(['orders-canary', 'orders']);
});

test('gateway-api: the plugin finds both Services in one rule of the HTTPRoute, and none of its own in another', () => {
  const header = RolloutStep.setHeaderRoute({ header: 'X-Group', value: 'beta' });
  const paths = [
    { path: '/', type: 'Prefix' },
    { path: '/api', type: 'Prefix' },
  ] as const;
  const ingress = { via: gateway, hosts: ['orders.shop.test'], paths };
  const { chart } = ordersOf(gateway, { ingress, steps: [RolloutStep.setWeight(0), header, RolloutStep.pause()] });
  const [rule, ...others] = objectOf(chart, 'HTTPRoute').spec.rules;
  expect(others).toEqual([]);
  expect(rule.backendRefs).toMatchObject([
    { name: 'orders', weight: 100 },
    { name: 'orders-canary', weight: 0 },
  ]);
  expect(objectOf(chart, 'Rollout').spec.strategy.canary).toMatchObject({
    trafficRouting: {
      plugins: { 'argoproj-labs/gatewayAPI': { httpRoutes: [{ name: 'orders', useHeaderRoutes: true }] } },
      managedRoutes: [{ name: 'step-1' }],
    },
    steps: [
      { setWeight: 0 },
      { setHeaderRoute: { name: 'step-1', match: [{ headerName: 'X-Group', headerValue: { exact: 'beta' } }] } },
      { pause: {} },
    ],
  });
});

test('istio: the rules that divide have names, which the Rollout knows', () => {
  const paths = [
    { path: '/', type: 'Prefix' },
    { path: '/api', type: 'Prefix' },
  ] as const;
  const ingress = { via: istio, hosts: ['orders.shop.test'], paths };
  const { chart } = ordersOf(istio, { ingress, canaryRules: [{ header: 'X-Group', value: 'beta' }] });
  const rules = objectOf(chart, 'VirtualService').spec.http;
  expect(rules.map(({ name }: { name?: string }) => name)).toEqual([undefined, 'stepped-1', undefined, 'stepped-2']);
  expect(objectOf(chart, 'Rollout').spec.strategy.canary.trafficRouting).toEqual({
    istio: { virtualServices: [{ name: 'orders', routes: ['stepped-1', 'stepped-2'] }] },
  });
});

test('scaling: an autoscaler sets the count of the Rollout', () => {
  const { chart } = ordersOf(traefik, { scaling: { minReplicas: 3, maxReplicas: 7 } });
  expect(objectOf(chart, 'Rollout').spec).not.toHaveProperty('replicas');
  const scaleTargetRef = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'orders' };
  expect(objectOf(chart, 'HorizontalPodAutoscaler').spec).toMatchObject({ scaleTargetRef, minReplicas: 3 });
  expect(problemsOf(chart)).toEqual([]);
});

test('fails when replicas are given beside scaling', () => {
  expect(refusalOf(() => ordersOf(nginx, { scaling: { minReplicas: 3, maxReplicas: 7 }, replicas: 2 }))).toBe(
    'ReplicasBesideScaling [test/Orders] replicas: invalid value 2: must not be given beside scaling',
  );
});

const between: IngressProvider = { provider: 'transition', from: nginx, to: gateway };

test.each`
  via        | canaryRules                | refusal
  ${alb}     | ${undefined}               | ${'weightPercent: invalid value "stepped": must not be stepped for alb: Argo Rollouts moves the weights of that of AWS alone'}
  ${between} | ${undefined}               | ${'weightPercent: invalid value "stepped": must not be stepped during a transition: both dialects are to give one answer'}
  ${gateway} | ${[{ header: 'X-Group' }]} | ${'rules: invalid value [{"header":"X-Group"}]: must not be given beside a stepped weight for gateway-api: Argo Rollouts would move the weights of their routes too'}
`('fails for $via.provider and $canaryRules: $refusal', ({ via, canaryRules, refusal }) => {
  expect(refusalOf(() => ordersOf(via, { canaryRules }))).toBe(
    `ProviderRefuses [test/Orders/Ingress] canary.${refusal}`,
  );
});

const header = RolloutStep.setHeaderRoute({ header: 'X-Group', value: 'beta' });
const pattern = RolloutStep.setHeaderRoute({ header: 'X-Group', pattern: 'b.*' });
const fine = RolloutStep.setWeight(0.5);
const without = { ...gateway, headerRegularExpressions: false };
const NO_ROUTE = 'where Argo Rollouts makes none and goes on';
const OF_100 = 'whose weights Argo Rollouts makes of 100';

// Argo Rollouts 1.10: validation.go takes setHeaderRoute for Istio, ALB of AWS, Apisix and plugins, maxTrafficWeight for nginx and plugins
test.each`
  via        | step       | refusal
  ${nginx}   | ${header}  | ${`setHeaderRoute: invalid value "X-Group": must not be a header route for ingress-nginx, ${NO_ROUTE}`}
  ${traefik} | ${header}  | ${`setHeaderRoute: invalid value "X-Group": must not be a header route for traefik, ${NO_ROUTE}`}
  ${gateway} | ${header}  | ${undefined}
  ${istio}   | ${header}  | ${undefined}
  ${nginx}   | ${pattern} | ${`setHeaderRoute: invalid value "X-Group": must not be a header route for ingress-nginx, ${NO_ROUTE}`}
  ${gateway} | ${pattern} | ${undefined}
  ${without} | ${header}  | ${undefined}
  ${without} | ${pattern} | ${'setHeaderRoute: invalid value "b.*": needs header regular expressions, which Gateway API leaves to the implementation'}
  ${istio}   | ${pattern} | ${undefined}
  ${nginx}   | ${fine}    | ${undefined}
  ${traefik} | ${fine}    | ${`setWeight: invalid value 0.5: must be whole percent for traefik, ${OF_100}`}
  ${gateway} | ${fine}    | ${`setWeight: invalid value 0.5: must be whole percent for gateway-api, ${OF_100}`}
  ${istio}   | ${fine}    | ${`setWeight: invalid value 0.5: must be whole percent for istio, ${OF_100}`}
`('$via.provider and the step $step.parts: $refusal', ({ via, step, refusal }) => {
  const made = refusalOf(() => ordersOf(via, { steps: [step, RolloutStep.pause()] }));
  expect(made).toBe(refusal ? `InvalidStep [test/Orders/Workload] steps[0].${refusal}` : 'nothing refused');
});
