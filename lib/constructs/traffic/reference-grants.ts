import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ReferenceGrant } from '../../../imports/gateway.networking.k8s.io';
import type { Backend } from './traffic-intent';

/** Routes that name Services of other namespaces. */
export interface GrantedRoutes {
  readonly name: string;
  readonly namespace: string;
  readonly backends: readonly Backend[];
}

/** Defines in each other namespace what lets the routes of this one name its Services: a ReferenceGrant for these alone. */
export function referenceGrants(scope: Construct, { name, namespace, backends }: GrantedRoutes): ApiObject[] {
  const foreign = backends.filter((backend) => backend.namespace !== undefined && backend.namespace !== namespace);
  return [...new Set(foreign.map((backend) => backend.namespace ?? ''))].map((other) => {
    const services = foreign.filter((backend) => backend.namespace === other).map(({ service }) => service);
    return new ReferenceGrant(scope, `Grant-${other}`, {
      metadata: { name: `${namespace}-${name}`, namespace: other },
      spec: {
        from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace }],
        to: [...new Set(services)].map((service) => ({ group: '', kind: 'Service', name: service })),
      },
    });
  });
}
