import { ApiObject } from 'cdk8s';
import { Probe } from '../../lib/constructs/container/probe';
import { SteppedService } from '../../lib/constructs/service/stepped-service';
import { RolloutStep } from '../../lib/constructs/workload/rollout-step';
import type { IngressProvider } from '../../lib/kubernetes/ingress-provider';
import { testChart } from '../support/chart';
import { gateway, image, istio, nginx, size, traefik } from '../support/samples';
import { describeCluster, kubectl, mustKubectl, noCluster } from './cluster';

const NEEDED = [
  'rollouts.argoproj.io',
  'ingressroutes.traefik.io',
  'httproutes.gateway.networking.k8s.io',
  'virtualservices.networking.istio.io',
];
const served = noCluster ? '' : mustKubectl('get', 'customresourcedefinitions', '-o', 'name');
const missing = NEEDED.filter((name) => !served.includes(`/${name}\n`));

function objectsBy(via: IngressProvider): object[] {
  const chart = testChart(undefined, 'default');
  const ingress = { via, hosts: ['orders.shop.test'] };
  const readiness = Probe.http('/ready');
  const [steps, probes] = [[RolloutStep.setWeight(20), RolloutStep.pause()], { readiness, liveness: readiness }];
  const scaling = { minReplicas: 2, maxReplicas: 5 };
  new SteppedService(chart, 'Orders', { image, size, port: 8080, ...probes, ingress, steps, scaling });
  return chart.node.findAll().flatMap((part) => (ApiObject.isApiObject(part) ? [part.toJson()] : []));
}

describeCluster(
  'services that a controller steps',
  () => {
    test.each([nginx, traefik, gateway, istio])(
      'by $provider: the API server takes every object, every field known',
      (via) => {
        const items = objectsBy(via);
        const args = ['create', '--dry-run=server', '--validate=strict', '-o', 'name', '-f', '-'];
        const { status, stdout, stderr } = kubectl(args, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
        expect(stdout.trim().split('\n')).toHaveLength(items.length);
      },
    );
  },
  noCluster ?? (missing.length > 0 ? `the cluster has no definitions of ${missing.join(', ')}` : undefined),
);
