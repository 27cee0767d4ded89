import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { providerOf } from './provider-of';
import { requireSoundIntent } from './require-sound-intent';
import type { RolloutRouting } from './rollout-routing';
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
 * Two versions of a service on the same hosts and paths: an ordered list of rules, then a weight, say who gets which.
 *
 * Defines Ingresses, HTTPRoutes, IngressRoutes or VirtualServices, by the provider, with the same meaning. What a provider cannot
 * do, or would silently do otherwise, is refused with the alternative. ingress-nginx was retired in March 2026 and gets no fixes
 * any more: take Gateway API for what is new, and a `Transition` to move there with both side by side.
 *
 * @throws InvalidProp `InvalidTraffic`, `ProviderRefuses`
 * @example
 * new CanaryIngress(this, 'Ingress', {
 *   via: env.cluster.ingress, hosts: ['hello.example.com'], stable: hello.backend,
 *   canary: { backend: next.backend, rules: [{ header: 'X-Canary' }], weightPercent: 10 },
 * });
 */
export class CanaryIngress extends Construct {
  /** The objects that say it, in the provider's dialect. */
  public readonly objects: readonly ApiObject[];
  /** Where a `ProbedRollout` finds the weights; only where the canary's weight is `stepped`. */
  public readonly routing?: RolloutRouting;

  constructor(scope: Construct, id: string, props: CanaryIngressProps) {
    super(scope, id);
    const { via, name, ...intent } = withDefaults(props, { ...DEFAULTS, name: objectName(scope, id) });
    const provider = providerOf(via);
    requireSoundIntent(this, intent satisfies TrafficIntent, provider);
    this.objects = provider.define(this, name, intent);
    if (intent.canary.weightPercent === 'stepped') this.routing = provider.routing?.(name, intent);
    this.node.addValidation({ validate: () => [...provider.conflicts(this.objects, intent)] });
  }
}
