import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { portProblem } from '../../kubernetes/whole-number';
import type { ContainerPort } from '../container/container-port';
import { InvalidProp } from '../invalid-prop';
import type { Backend } from '../traffic/traffic-intent';
import { withDefaults } from '../with-defaults';
import { requireSoundService } from './require-sound-service';
import { serviceManifest } from './service-manifest';
import { ServiceNames } from './service-names';
import { type ResolvedService, DEFAULTS as SERVICE_DEFAULTS, type ServiceOptions } from './service-options';
import { type ResolvedPort, resolvedPort, type ServicePort } from './service-port';

/** A workload that a Service can send requests to. It need not exist yet as an object: a name and labels are enough. */
export interface ServedWorkload {
  readonly name: string;
  /** Labels that its Pods, and no others, carry. */
  readonly selector: Labels;
  /** Name of the port that is sent to where no other is said. @default - none: `ports` says it */
  readonly portName?: string;
  /** Ports that its containers listen on. A headless Service names them as they are. @default - not known */
  readonly ports?: readonly ContainerPort[];
}

/** Props of `WorkloadService`. */
export interface WorkloadServiceProps extends ServiceOptions {
  /** Workload whose ready Pods answer. */
  readonly workload: ServedWorkload;

  /**
   * Name, by which others in the namespace reach it: lower case, beginning with a letter.
   *
   * @default - the workload's name
   */
  readonly name?: string;

  /**
   * Port that the Service listens on, 1 to 65535. It sends to the workload's port by name.
   *
   * @default 80
   */
  readonly port?: number;

  /**
   * Ports that the Service listens on, where it has several or not the workload's own; instead of `port`. Of a headless
   * Service there may be none.
   *
   * @default - one, `port`; of a headless Service, and for a workload without `portName`, those that it listens on
   */
  readonly ports?: readonly ServicePort[];
}

/** What left-out props become. */
export const DEFAULTS = { ...SERVICE_DEFAULTS, port: 80 } as const;

/**
 * One name for the ready Pods of a workload, and one address unless it is headless.
 *
 * Defines one Service. Which kinds there are says `Exposure`. Pods of the same namespace reach it by its `name`, all others
 * by `dnsName`.
 *
 * @throws InvalidProp `InvalidName`, `OutOfRange`, `DuplicatePort`, `UnknownPort`, `NoPorts`, `PortBesidePorts`,
 *   `EmptySelector`, `InvalidAddress`, `InvalidFamilies`, `InvalidCidr`, `HealthCheckWithoutLocal`, `KubeletPort`
 * @example const service = new WorkloadService(this, 'Service', { workload: web });
 * @example
 * new WorkloadService(this, 'Public', {
 *   workload: web, name: 'web-public', ports: [{ port: 443, targetPort: 'https' }],
 *   exposure: Exposure.loadBalancer({ externalTrafficPolicy: 'Local', sourceRanges: ['192.0.2.0/24'] }),
 * });
 */
export class WorkloadService extends Construct {
  /** The Service itself, for what the props do not cover. */
  public readonly service: k8s.KubeService;
  /** Name within the namespace. */
  public readonly name: string;
  /** Name in full, the same from every namespace. */
  public readonly dnsName: string;
  /** Names of its ports, of its Pods, and of the variables that are injected for it. */
  public readonly names: ServiceNames;
  private readonly ports: readonly ResolvedPort[];

  constructor(scope: Construct, id: string, props: WorkloadServiceProps) {
    super(scope, id);
    this.requirePort(props);
    const { workload, ...options } = withDefaults(props, { ...DEFAULTS, name: props.workload.name });
    this.ports = portsOf(workload, options).map((port) => resolvedPort(port, workload.portName ?? port.port));
    const resolved: ResolvedService = { ...options, ports: this.ports, selector: workload.selector };
    requireSoundService(this, resolved);

    this.names = new ServiceNames(this, resolved);
    this.name = resolved.name;
    this.dnsName = this.names.dnsName;
    this.service = new k8s.KubeService(this, 'Service', serviceManifest(resolved, workload.selector));
  }

  /**
   * The Service as an Ingress or a route names it, by its first port.
   *
   * @throws InvalidProp `NoPorts` where it has none
   */
  get backend(): Backend {
    const [first] = this.ports;
    if (first) return { service: this.name, port: first.port };
    const mend = 'give the headless Service the port that its Pods listen on';
    throw new InvalidProp('NoPorts', this, { prop: 'ports', got: [], rule: 'must have one to be sent to', mend });
  }

  private requirePort({ port: got, ports }: WorkloadServiceProps): void {
    if (got === undefined) return;
    const rule = portProblem(got);
    if (rule) throw new InvalidProp('OutOfRange', this, { prop: 'port', got, rule, mend: 'choose one in that range' });
    if (ports === undefined) return;
    const [beside, mend] = ['must not be given beside ports', 'make it one of ports'];
    throw new InvalidProp('PortBesidePorts', this, { prop: 'port', got, rule: beside, mend });
  }
}

type PortProps = Pick<WorkloadServiceProps, 'ports' | 'port' | 'exposure'>;

function portsOf(
  workload: ServedWorkload,
  { ports, port = DEFAULTS.port, exposure }: PortProps,
): readonly ServicePort[] {
  if (ports) return ports;
  if (workload.ports && (exposure?.kind === 'Headless' || workload.portName === undefined)) {
    return workload.ports.map(({ name, port: own, protocol }) => ({ port: own, targetPort: name, protocol }));
  }
  return workload.portName === undefined ? [] : [{ port }];
}
