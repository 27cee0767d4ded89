import type { Construct } from 'constructs';
import { ArgoRollout } from '../../imports/argoproj.io.rollouts';

const labels = { 'app.kubernetes.io/name': 'orders' };

/** Every kind of the file, with every field; the CRD itself does not say that there is one router, and one kind of step. */
export function examples(scope: Construct): void {
  new ArgoRollout(scope, 'Rollout', {
    metadata: { name: 'orders', namespace: 'shop' },
    spec: {
      replicas: 3,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'orders', image: 'registry.example.com/orders:v1' }] },
      },
      minReadySeconds: 5,
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      progressDeadlineAbort: true,
      strategy: {
        canary: {
          stableService: 'orders',
          canaryService: 'orders-canary',
          maxSurge: '25%',
          maxUnavailable: 0,
          scaleDownDelaySeconds: 30,
          abortScaleDownDelaySeconds: 30,
          dynamicStableScale: false,
          trafficRouting: {
            nginx: {
              stableIngress: 'orders',
              stableIngresses: ['orders'],
              annotationPrefix: 'nginx.ingress.kubernetes.io',
              additionalIngressAnnotations: { 'canary-by-header': 'X-Canary' },
              canaryIngressAnnotations: { 'example.com/owner': 'shop' },
            },
            traefik: { weightedTraefikServiceName: 'orders' },
            istio: {
              virtualService: { name: 'orders', routes: ['stepped'] },
              virtualServices: [{ name: 'orders', routes: ['stepped'] }],
            },
            plugins: { 'argoproj-labs/gatewayAPI': { httpRoutes: [{ name: 'orders', useHeaderRoutes: true }] } },
            managedRoutes: [{ name: 'testers' }],
            maxTrafficWeight: 1000,
          },
          steps: [
            { setWeight: 10 },
            { pause: { duration: 300 } },
            { pause: { duration: '5m' } },
            { pause: {} },
            {
              setHeaderRoute: {
                name: 'testers',
                match: [
                  { headerName: 'X-Canary', headerValue: { exact: 'always' } },
                  { headerName: 'X-User', headerValue: { prefix: 'test' } },
                  { headerName: 'X-Group', headerValue: { regex: 'b.*' } },
                ],
              },
            },
            { setCanaryScale: { weight: 10, replicas: 2, matchTrafficWeight: true } },
          ],
        },
      },
    },
  });
}
