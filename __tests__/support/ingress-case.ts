import type { Chart } from 'cdk8s';
import { ServiceIngress, type ServiceIngressProps } from '../../lib/constructs/traffic/service-ingress';
import type { IngressProvider } from '../../lib/kubernetes/ingress-provider';
import { testChart } from './chart';

/** A chart with a `ServiceIngress` called `front`, for a host and a Service, but for what a test changes. */
export function ingressCase(via: IngressProvider, props: Partial<ServiceIngressProps> = {}): Chart {
  const chart = testChart();
  const service = { service: 'orders', port: 8001 };
  new ServiceIngress(chart, 'Front', { via, hosts: ['orders.shop.test'], service, ...props });
  return chart;
}
