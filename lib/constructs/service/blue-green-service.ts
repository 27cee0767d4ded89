import { Construct } from 'constructs';
import type { ContainerImage } from '../../kubernetes/container-image';
import type { ConfigSource } from '../container/config-source';
import { WorkloadService } from '../discovery/workload-service';
import { InvalidProp } from '../invalid-prop';
import { ingressPeers } from '../network/ingress-peers';
import { objectName } from '../object-name';
import { ServiceIngress, type ServiceIngressProps } from '../traffic/service-ingress';
import { type ColourState, ServiceColour } from './service-colour';
import type { ServiceVersionProps } from './service-version';

/** One of the two places of a service. */
export type ServiceColourName = 'blue' | 'green';

/** What runs in a colour. */
export interface ColourVersion {
  /** Its image. */
  readonly image: ContainerImage;

  /**
   * Config to read.
   *
   * @default - that of the service
   */
  readonly config?: readonly ConfigSource[];
}

/** Where a service answers from outside, and where testers find the version that is being released. */
export interface BlueGreenIngress extends Pick<ServiceIngressProps, 'via' | 'hosts' | 'paths'> {
  readonly previewHosts: readonly string[];
}

/** Props of `BlueGreenService`. */
export interface BlueGreenServiceProps extends Omit<ServiceVersionProps, 'image' | 'name' | 'application'> {
  /** Colour that requests get. To change it is the switch. */
  readonly live: ServiceColourName;

  /**
   * Colour of the version that is being released. While there is one both colours are up, before the switch and after it.
   *
   * @default - none: only the live colour is up
   */
  readonly releasing?: ServiceColourName;

  /**
   * What runs in blue.
   *
   * @default - nothing yet
   */
  readonly blue?: ColourVersion;

  /**
   * What runs in green.
   *
   * @default - nothing yet
   */
  readonly green?: ColourVersion;

  /**
   * Hosts and paths to answer for from outside, and the hosts of the preview.
   *
   * @default - reached from inside the namespace only, where the network is open
   */
  readonly ingress?: BlueGreenIngress;
}

/**
 * A service in two colours: one Service that selects the live one, and one for testers that selects the version that is being
 * released, or the live one while none is. Switching moves no Pod; the colour that was live stays up, ready for the load, until
 * the release ends. Testers get no answer from the start of a release until the first of its Pods is ready.
 *
 * Both colours at their most must fit the quota of the namespace. Defines up to two `ServiceColour`s, the Services `<id>` and
 * `<id>-preview`, and two `ServiceIngress`es where there is an ingress.
 *
 * @throws InvalidProp `ColourMissing`, and as its parts do
 * @example
 * new BlueGreenService(this, 'Shop', {
 *   ...env.colours('shop', 'team/shop'), size: env.sizes.small, port: 3000, scaling: env.replicas,
 *   readiness: Probe.http('/ready'), liveness: Probe.http('/healthz'),
 *   ingress: { via: env.cluster.ingress, hosts: [`shop.${env.domain}`], previewHosts: [`shop-preview.${env.domain}`] },
 * });
 */
export class BlueGreenService extends Construct {
  /** Its colours, as far as something runs there. */
  public readonly colours: Readonly<Partial<Record<ServiceColourName, ServiceColour>>>;
  /** The Service that requests go to. */
  public readonly service: WorkloadService;
  /** The Service that testers ask. */
  public readonly preview: WorkloadService;
  /** How requests come in, where they do. */
  public readonly ingress?: ServiceIngress;
  /** How testers come in, where they do. */
  public readonly previewIngress?: ServiceIngress;

  constructor(scope: Construct, id: string, props: BlueGreenServiceProps) {
    super(scope, id);
    const name = objectName(scope, id);
    const { live, releasing = live, ingress } = props;
    this.colours = { blue: this.colour('blue', name, props), green: this.colour('green', name, props) };

    this.service = new WorkloadService(this, 'Service', { name, workload: this.workloadOf(live, 'live') });
    const workload = this.workloadOf(releasing, 'releasing');
    this.preview = new WorkloadService(this, 'Preview', { name: `${name}-preview`, workload });
    if (!ingress) return;
    const { previewHosts, ...own } = ingress;
    this.ingress = new ServiceIngress(this, 'Ingress', { ...own, name, service: this.service.backend });
    this.previewIngress = new ServiceIngress(this, 'PreviewIngress', {
      ...own,
      name: `${name}-preview`,
      hosts: previewHosts,
      service: this.preview.backend,
    });
  }

  private colour(colour: ServiceColourName, name: string, props: BlueGreenServiceProps): ServiceColour | undefined {
    const { live, releasing, blue, green, ingress, allowFrom = [], ...shared } = props;
    const version = colour === 'blue' ? blue : green;
    if (!version) return undefined;
    const from = [...(ingress ? ingressPeers(ingress.via) : []), ...allowFrom];
    return new ServiceColour(this, colour === 'blue' ? 'Blue' : 'Green', {
      ...shared,
      ...version,
      config: version.config ?? shared.config,
      name: `${name}-${colour}`,
      application: name,
      allowFrom: from.length > 0 ? from : undefined,
      state: stateOf(colour, props),
    });
  }

  private workloadOf(got: ServiceColourName, prop: string): ServiceColour['workload'] {
    const colour = this.colours[got];
    if (colour) return colour.workload;
    const mend = `give ${got}, or name the other colour`;
    throw new InvalidProp('ColourMissing', this, { prop, got, rule: 'must be a colour that something runs in', mend });
  }
}

function stateOf(colour: ServiceColourName, { live, releasing }: BlueGreenServiceProps): ColourState {
  if (colour === live) return 'live';
  return releasing ? 'ready' : 'down';
}
