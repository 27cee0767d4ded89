import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { providerOf } from './provider-of';
import { requireSoundIntent } from './require-sound-intent';
import { DEFAULTS, type ServiceIngressProps } from './service-ingress';
import type { Backend, Canary, TrafficIntent } from './traffic-intent';

/** Props of `CanaryIngress`. */
export interface CanaryIngressProps extends Omit<ServiceIngressProps, 'service'> {
  /** Service that answers where no rule picks the canary. For ingress-nginx no other Ingress may send to it. */
  readonly stable: Backend;

  /** Service of the next version, and who gets it. */
  readonly canary: Canary;
}

/**
 * Two versions of a service on the same hosts and paths: who gets which is decided by header, then cookie, then weight.
 *
 * Defines Ingresses, an HTTPRoute or an IngressRoute, by the provider. What the provider cannot do, or would silently do otherwise,
 * is refused.
 *
 * @throws InvalidProp `InvalidTraffic`, `ProviderRefuses`
 * @example
 * new CanaryIngress(this, 'Ingress', {
 *   via: env.cluster.ingress, hosts: ['hello.example.com'], stable: hello.backend,
 *   canary: { backend: next.backend, weightPercent: 10, header: 'X-Canary' },
 * });
 */
export class CanaryIngress extends Construct {
  /** The objects that say it, in the provider's dialect. */
  public readonly objects: readonly ApiObject[];

  constructor(scope: Construct, id: string, props: CanaryIngressProps) {
    super(scope, id);
    const { via, name, ...intent } = withDefaults(props, { ...DEFAULTS, name: objectName(scope, id) });
    const provider = providerOf(via);
    requireSoundIntent(this, intent satisfies TrafficIntent, provider);
    this.objects = provider.define(this, name, intent);
    this.node.addValidation({ validate: () => [...provider.conflicts(this.objects, intent)] });
  }
}
