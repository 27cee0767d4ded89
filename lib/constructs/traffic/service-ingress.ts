import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { IngressProvider } from '../../kubernetes/ingress-provider';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import type { IngressOptions } from './ingress-options';
import { providerOf } from './provider-of';
import { requireSoundIntent } from './require-sound-intent';
import type { Backend, HttpPath, TlsSecret } from './traffic-intent';

/** Props of `ServiceIngress`. */
export interface ServiceIngressProps extends IngressOptions {
  /** What brings requests to the cluster, and in which dialect it is told. */
  readonly via: IngressProvider;

  /** Hosts to answer for: `hello.example.com`, `*.example.com`; or `every` for whatever host reaches the controller. */
  readonly hosts: readonly string[] | 'every';

  /**
   * Service that answers on the paths that name none of their own.
   *
   * @default - each path names its own
   */
  readonly service?: Backend;

  /**
   * Paths to answer for.
   *
   * @default [{ path: '/', type: 'Prefix' }]
   */
  readonly paths?: readonly HttpPath[];

  /**
   * Name of the Ingress or HTTPRoute, and the beginning of the names of what comes with it.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Service that answers on these hosts where no path matches.
   *
   * @default - the controller answers 404
   */
  readonly defaultBackend?: Backend;

  /**
   * Secret of type `kubernetes.io/tls` for all the hosts, or one for each of several groups of them. For gateway-api the
   * Gateway has it.
   *
   * @default - none: plain HTTP, or TLS ends before the controller
   */
  readonly tlsSecret?: string | readonly TlsSecret[];
}

/** What left-out props become. */
export const DEFAULTS = { paths: [{ path: '/', type: 'Prefix' }] } as const;

/**
 * Hosts and paths that reach Services from outside the cluster.
 *
 * Defines Ingresses, HTTPRoutes, IngressRoutes or VirtualServices, by the provider, and what it needs beside it. What the provider
 * cannot do is refused. ingress-nginx was retired in March 2026: take Gateway API for what is new, and a `Transition` to move there.
 *
 * @throws InvalidProp `InvalidTraffic`, `ProviderRefuses`
 * @example new ServiceIngress(this, 'Ingress', { via: env.cluster.ingress, hosts: ['a.example.com'], service: service.backend });
 */
export class ServiceIngress extends Construct {
  /** The objects that say it, in the provider's dialect. */
  public readonly objects: readonly ApiObject[];

  constructor(scope: Construct, id: string, props: ServiceIngressProps) {
    super(scope, id);
    const { via, name, service, ...rest } = withDefaults(props, { ...DEFAULTS, name: objectName(scope, id) });
    const provider = providerOf(via);
    const intent = { ...rest, stable: service };
    requireSoundIntent(this, intent, provider);
    this.objects = provider.define(this, name, intent);
    this.node.addValidation({ validate: () => [...provider.conflicts(this.objects, intent)] });
  }
}
