import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '000-001', object: 'Ingress/hello-ingress' },
  {
    seed: '001-005',
    object: 'Ingress/hellok8s-ingress',
    differs: { 'spec.rules[].host': 'empty under the comment "by host": no host is every host, and is not written' },
  },
  { seed: '002-098', object: 'Ingress/apps' },
  { seed: '002-100', object: 'Ingress/plain-too' },
  { seed: '002-101', object: 'Ingress/my-ingress' },
  {
    seed: '002-102',
    object: 'Ingress/ingress-tls',
    differs: { 'metadata.annotations': 'the class in an annotation is deprecated: it is in ingressClassName' },
  },
  { seed: '002-104', object: 'Ingress/rate-ingress' },
  { seed: '002-105', object: 'Ingress/ingress-http' },
  { seed: '002-106', object: 'Ingress/rewritten' },
  { seed: '002-107', object: 'Ingress/sticky' },
  { seed: '002-108', object: 'Ingress/foo-bar' },
  {
    seed: '002-109',
    object: 'Ingress/ingress-tls',
    differs: { 'metadata.annotations': 'the class in an annotation is deprecated: it is in ingressClassName' },
  },
];
