import { Size } from 'cdk8s';
import type { ContainerImage } from '../../lib/kubernetes/container-image';
import type { ContainerSize } from '../../lib/kubernetes/container-size';
import type { Alb, GatewayApi, IngressNginx, Istio, Traefik } from '../../lib/kubernetes/ingress-provider';
import { Cpu } from '../../lib/kubernetes/k8s';

// values that no default could be: one that is written into the code where a prop belongs is noticed

export const image: ContainerImage = {
  reference: 'registry.internal:5000/shop/orders:2024-11',
  pullPolicy: 'Always',
  pullSecret: 'shop-registry',
};

export const size: ContainerSize = {
  cpuRequest: Cpu.millis(130),
  cpuLimit: Cpu.millis(770),
  memoryRequest: Size.mebibytes(96),
  memoryLimit: Size.mebibytes(192),
};

export const nginx: IngressNginx = {
  provider: 'ingress-nginx',
  className: 'edge',
  controllerNamespace: 'edge-system',
};

export const gateway: GatewayApi = {
  provider: 'gateway-api',
  gateway: { name: 'front-door', namespace: 'gateways' },
  controllerNamespace: 'gateway-system',
  headerRegularExpressions: true,
};

export const alb: Alb = { provider: 'alb', className: 'public-alb', sourceCidrs: ['192.0.2.0/26'] };

export const traefik: Traefik = {
  provider: 'traefik',
  entryPoints: { http: 'plain', https: 'tls' },
  controllerNamespace: 'traefik-system',
  allowCrossNamespace: true,
};

export const istio: Istio = {
  provider: 'istio',
  gateway: { name: 'front-door', namespace: 'mesh-gateways' },
  controllerNamespace: 'mesh-system',
};

/** A workload as Services, policies, autoscalers and budgets see it. */
export const workload = {
  name: 'orders-blue',
  selector: { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/instance': 'orders-blue' },
  portName: 'api',
  replicas: 'autoscaled',
  reference: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders-blue' },
  requested: ['cpu', 'memory'],
} as const;
