import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { type IpFamily, ipAddressFamily } from '../../kubernetes/ip-address';
import { k8s } from '../../kubernetes/k8s';
import { objectName } from '../object-name';
import type { Backend } from '../traffic/traffic-intent';
import { withDefaults } from '../with-defaults';
import { endpointSlice } from './endpoint-slice';
import type { IpFamilies } from './ip-families';
import { requireSoundEndpoints } from './require-sound-endpoints';
import { requireSoundService } from './require-sound-service';
import { serviceManifest } from './service-manifest';
import { ServiceNames } from './service-names';
import { type ResolvedService, DEFAULTS as SERVICE_DEFAULTS, type ServiceOptions } from './service-options';
import { resolvedPort, type ServicePort } from './service-port';

/** A port that the Service listens on, and the port of the addresses that it sends to. */
export interface FixedPort extends Omit<ServicePort, 'targetPort'> {
  /**
   * Port at the addresses, 1 to 65535.
   *
   * @default - the same
   */
  readonly targetPort?: number;
}

/** Props of `FixedEndpoints`. */
export interface FixedEndpointsProps extends ServiceOptions {
  /**
   * IP addresses that answer, 1 to 1000 of each family: machines outside the cluster. None is asked whether it is well: each
   * gets its share of the connections until it is taken out here. For a DNS name there is `ExternalService`.
   */
  readonly addresses: readonly string[];

  /** Ports that it listens on, one at least. */
  readonly ports: readonly FixedPort[];

  /**
   * Name, by which others in the namespace reach it: lower case, beginning with a letter.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;
}

/** What left-out props become. */
export const DEFAULTS = { ...SERVICE_DEFAULTS } as const;

/**
 * One name, and one address unless it is headless, for machines outside the cluster that are known by their addresses.
 *
 * Defines one Service without a selector, and an EndpointSlice for each family of its addresses, `<name>-ipv4` or
 * `<name>-ipv6`. The Service has the family of its addresses; of both, what the cluster has.
 *
 * Argo CD 3 leaves EndpointSlices out unless `resource.exclusions` in its `argocd-cm` is changed: it deploys the Service
 * then, and nothing answers.
 *
 * @throws InvalidProp `InvalidAddress`, `NoAddresses`, `DuplicateAddress`, `TooManyAddresses`, `InvalidFamilies`, and as
 *   `WorkloadService` does
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/upgrading/2.14-3.0/#default-resourceexclusions-configurations
 * @example new FixedEndpoints(this, 'Database', { addresses: ['10.1.0.7', '10.1.0.8'], ports: [{ port: 3306 }] });
 */
export class FixedEndpoints extends Construct {
  /** The Service itself, for what the props do not cover. */
  public readonly service: k8s.KubeService;
  /** Its addresses, a slice for each family. */
  public readonly slices: readonly k8s.KubeEndpointSlice[];
  /** Name within the namespace. */
  public readonly name: string;
  /** Name in full, the same from every namespace. */
  public readonly dnsName: string;
  /** Names of its ports, and of the variables that are injected for it. */
  public readonly names: ServiceNames;
  /** The Service as an Ingress or a route names it, by its first port. */
  public readonly backend: Backend;

  constructor(scope: Construct, id: string, props: FixedEndpointsProps) {
    super(scope, id);
    const { addresses, ...options } = withDefaults(props, { ...DEFAULTS, name: objectName(scope, id) });
    const families = [...new Set(addresses.map(ipAddressFamily))];
    const ports = options.ports.map((port) => resolvedPort(port, port.port));
    const resolved: ResolvedService = { ...options, ...familiesOf(families, options), ports };
    requireSoundEndpoints(this, addresses, resolved);
    requireSoundService(this, resolved);

    this.name = resolved.name;
    this.names = new ServiceNames(this, resolved);
    this.dnsName = this.names.dnsName;
    this.backend = { service: this.name, port: ports[0]?.port ?? 0 };
    this.service = new k8s.KubeService(this, 'Service', serviceManifest(resolved, {}));
    this.slices = families.map((family) => endpointSlice(this, family, { ...resolved, addresses }));
    this.node.addValidation({ validate: () => this.sentToServices(addresses) });
  }
  /** No proxy sends on what it has sent to another Service. */
  private sentToServices(addresses: readonly string[]): string[] {
    const services = this.node.root.node
      .findAll()
      .filter((part): part is ApiObject => ApiObject.isApiObject(part) && part.kind === 'Service');
    return services.flatMap((service) => {
      const { clusterIP } = service.toJson().spec;
      const sentence = `addresses: invalid value "${clusterIP}": must not be that of another Service, [${service.node.path}]; give an ExternalService its name`;
      return addresses.includes(clusterIP) ? [sentence] : [];
    });
  }
}

/**
 * One family: the Service has no use for another. Both: a cluster that has one still takes it. The policy is always said: a
 * headless Service without a selector would get both, and the next apply would be refused.
 */
function familiesOf(families: readonly IpFamily[], { ipFamilyPolicy, ipFamilies }: IpFamilies): IpFamilies {
  const dual = ipFamilyPolicy === undefined && ipFamilies === undefined && families.length > 1;
  const policy = ipFamilyPolicy ?? (dual ? 'PreferDualStack' : 'SingleStack');
  return { ipFamilyPolicy: policy, ipFamilies: ipFamilies ?? (policy === 'SingleStack' ? families : undefined) };
}
