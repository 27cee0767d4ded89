import { Chart, type Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { podDnsName } from '../../kubernetes/pod-dns-name';
import { DEFAULTS as CONTAINER_DEFAULTS, type ContainerProps } from '../container/container-props';
import { InvalidProp } from '../invalid-prop';
import { podMistake } from '../pod/pod-mistake';
import { DEFAULTS as POD_DEFAULTS, type PodProps } from '../pod/pod-props';
import { podTemplate } from '../pod/pod-template';
import { type QosClass, qosClass } from '../pod/qos-class';
import { type Defaulted, withDefaults } from '../with-defaults';
import { hostnameFields, hostnameMistake, type PodHostname } from './pod-hostname';
import type { ScalableWorkload } from './scalable-workload';
import { servedPort } from './served-port';
import {
  identityMistake,
  type WorkloadIdentity,
  type WorkloadIdentityProps,
  workloadIdentity,
} from './workload-identity';

/** Props of `BarePod`. */
export interface BarePodProps extends ContainerProps, PodProps, WorkloadIdentityProps {
  /** When a container that ended is started again: always, when it failed, or never. */
  readonly restartPolicy: 'Always' | 'OnFailure' | 'Never';

  /**
   * What the Pod calls itself, and how it is found in DNS: `{ hostname: 'db-0', service: 'db' }`.
   *
   * @default - the name, which DNS does not know
   */
  readonly hostname?: PodHostname;
}

/** What left-out props become. */
export const DEFAULTS = { ...CONTAINER_DEFAULTS, ...POD_DEFAULTS } as const;

const RESTARTS = { Always: 'always', OnFailure: 'onFailure', Never: 'never' } as const;

/**
 * One Pod by itself, for tutorials and for a look around: take a `ProbedDeployment` for what must run on, and a Job for what
 * must come to its end. A Pod is bound to one node and gone with it; nobody makes it anew. Almost nothing of it can be
 * changed but the image: delete it first. A DisruptionBudget does not count it.
 *
 * Defines one Pod.
 *
 * @throws InvalidProp for what Kubernetes would refuse, and for what does not fit together
 * @example new BarePod(this, 'Nginx', { image, size, port: 80, restartPolicy: 'Always' });
 */
export class BarePod extends Construct {
  /** The Pod itself, for what the props do not cover. */
  public readonly pod: k8s.KubePod;
  public readonly name: string;
  public readonly selector: Labels;
  public readonly reference: ScalableWorkload['reference'];
  public readonly requested: ScalableWorkload['requested'];
  /** Name in DNS, where a headless Service gives it one. */
  public readonly dnsName?: string;
  /** Time that a container has to start in, where a startup or a liveness probe says it. */
  public readonly startupAllowance?: Duration;
  /** Who goes first when a node runs short of memory. */
  public readonly qosClass: QosClass;
  private readonly served?: string;

  constructor(scope: Construct, id: string, props: BarePodProps) {
    super(scope, id);
    const resolved = { ...withDefaults(props, DEFAULTS), ...workloadIdentity(this, props) };
    const { name, labels, selector, port, portName, restartPolicy } = resolved;
    requireSound(this, resolved);

    this.name = name;
    this.selector = selector;
    this.reference = { apiVersion: 'v1', kind: 'Pod', name };
    this.requested = ['cpu', 'memory'];
    this.served = port === undefined ? undefined : portName;
    this.qosClass = qosClass(resolved);
    this.startupAllowance = (resolved.startup ?? resolved.liveness)?.allowance;
    const { metadata, spec } = podTemplate(resolved, { labels, selector });
    const { hostname, subdomain } = hostnameFields(resolved.hostname);
    const { namespace } = Chart.of(this);
    this.dnsName = hostname && subdomain && podDnsName({ hostname, service: subdomain, namespace });
    this.pod = new k8s.KubePod(this, 'Pod', {
      metadata: { ...metadata, name },
      spec: { ...spec, restartPolicy, hostname, subdomain },
    });
  }

  /** Name of the port, for Services and policies. @throws InvalidProp `NoPort` where it has none */
  get portName(): string {
    return servedPort(this, this.served);
  }
}

function requireSound(scope: Construct, pod: Defaulted<BarePodProps, typeof DEFAULTS> & WorkloadIdentity): void {
  const wrong =
    identityMistake('Pod', pod) ??
    hostnameMistake(pod.hostname) ??
    podMistake(pod, { restarts: RESTARTS[pod.restartPolicy] });
  if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
}
