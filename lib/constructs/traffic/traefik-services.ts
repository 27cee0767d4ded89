import { type ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ServersTransport, type Sticky, type TraefikBackend, TraefikService } from '../../../imports/traefik.io';
import { canaryWeight } from './canary-weight';
import type { IngressOptions } from './ingress-options';
import type { Backend, TrafficIntent } from './traffic-intent';

/** What answers, as Traefik's routes name it. */
export interface TraefikServices {
  readonly objects: readonly ApiObject[];
  /** A Service, with the options for connections to its Pods. */
  backend(backend: Backend): TraefikBackend;
  /**
   * What divides the requests that no header decides.
   *
   * @default - there is no canary
   */
  readonly divided?: TraefikBackend;
}

const SCHEMES = { HTTP: 'http', HTTPS: 'https', GRPC: 'h2c', GRPCS: 'https', H2C: 'h2c' } as const;

/** Defines a ServersTransport where the options need one, and a TraefikService where a canary gets a share. */
export function traefikServices(scope: Construct, name: string, intent: TrafficIntent): TraefikServices {
  const { canary, stable, backendProtocol, sessionCookie } = intent;
  const transport = transportOf(scope, name, intent);
  const sticky = sessionCookie && stickyBy(sessionCookie.name, sessionCookie);
  const own = Chart.of(scope).namespace ?? 'default';
  const backend = ({ service, port, namespace }: Backend): TraefikBackend => ({
    kind: 'Service',
    name: service,
    namespace,
    port,
    scheme: backendProtocol && SCHEMES[backendProtocol],
    // looked for in the namespace of the Service, unless it says its own
    serversTransport: transport && (namespace === undefined ? name : `${own}-${name}@kubernetescrd`),
    sticky,
  });
  const objects = transport ? [transport] : [];
  if (!canary || !stable) return { objects, backend };
  const { weight, total } = canaryWeight(canary.weightPercent);
  // left out where the controller of a Rollout writes them: Argo CD would take every step for a difference
  const [stay, go] = canary.weightPercent === 'stepped' ? [] : [total - weight, weight];
  const services = [
    { ...backend(stable), weight: stay },
    { ...backend(canary.backend), weight: go },
  ];
  const versions = sessionCookie && stickyBy(`${sessionCookie.name}-version`, sessionCookie);
  const division = new TraefikService(scope, 'Division', {
    metadata: { name },
    spec: { weighted: { services, sticky: versions } },
  });
  return { objects: [...objects, division], backend, divided: { kind: 'TraefikService', name } };
}

function stickyBy(name: string, { maxAge }: NonNullable<IngressOptions['sessionCookie']>): Sticky {
  return { cookie: { name, httpOnly: true, maxAge: maxAge?.toSeconds(), path: '/' } };
}

function transportOf(
  scope: Construct,
  name: string,
  { connectTimeout, backendProtocol }: IngressOptions,
): ApiObject | undefined {
  const encrypted = backendProtocol === 'HTTPS' || backendProtocol === 'GRPCS';
  if (!connectTimeout && !encrypted) return undefined;
  return new ServersTransport(scope, 'Transport', {
    metadata: { name },
    spec: {
      insecureSkipVerify: encrypted ? true : undefined,
      forwardingTimeouts: connectTimeout && { dialTimeout: `${connectTimeout.toSeconds()}s` },
    },
  });
}
