import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { IngressProvider } from '../../kubernetes/ingress-provider';
import { kebabCase } from '../../kubernetes/names';
import { withDefaults } from '../with-defaults';
import { providerOf } from './provider-of';
import { requireSoundIntent } from './require-sound-intent';
import type { Backend, HttpPath } from './traffic-intent';

/** Props of `ServiceIngress`. */
export interface ServiceIngressProps {
  /** What brings requests to the cluster, and in which dialect it is told. */
  readonly via: IngressProvider;

  /** Hosts to answer for: `hello.example.com`, `*.example.com`. */
  readonly hosts: readonly string[];

  /** Service that answers. */
  readonly service: Backend;

  /**
   * Paths to answer for.
   *
   * @default [{ path: '/', type: 'Prefix' }]
   */
  readonly paths?: readonly HttpPath[];

  /**
   * Name of the Ingress or HTTPRoute.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Secret of type `kubernetes.io/tls` for the hosts. For gateway-api the Gateway has it.
   *
   * @default - none: plain HTTP, or TLS ends before the controller
   */
  readonly tlsSecret?: string;
}

/** What left-out props become. */
export const DEFAULTS = { paths: [{ path: '/', type: 'Prefix' }] } as const;

/**
 * Hosts and paths that reach a Service from outside the cluster.
 *
 * Defines an Ingress or an HTTPRoute, by the provider.
 *
 * @throws InvalidProp `InvalidTraffic`, `ProviderRefuses`
 * @example new ServiceIngress(this, 'Ingress', { via: env.cluster.ingress, hosts: ['a.example.com'], service: service.backend });
 */
export class ServiceIngress extends Construct {
  /** The objects that say it, in the provider's dialect. */
  public readonly objects: readonly ApiObject[];

  constructor(scope: Construct, id: string, props: ServiceIngressProps) {
    super(scope, id);
    const { via, name, service, ...rest } = withDefaults(props, { ...DEFAULTS, name: kebabCase(id) });
    const provider = providerOf(via);
    const intent = { ...rest, stable: service };
    requireSoundIntent(this, intent, provider);
    this.objects = provider.define(this, name, intent);
  }
}
