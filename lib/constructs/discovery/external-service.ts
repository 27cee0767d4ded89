import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { serviceDnsName } from '../../kubernetes/service-dns';
import { objectName } from '../object-name';
import type { Backend } from '../traffic/traffic-intent';
import { withDefaults } from '../with-defaults';
import { requireSoundExternal, type ServiceOfNamespace } from './require-sound-external';
import { DEFAULTS as SERVICE_DEFAULTS, type ServiceOptions } from './service-options';

/** Props of `ExternalService`. */
export interface ExternalServiceProps extends Pick<ServiceOptions, 'annotations' | 'clusterDomain'> {
  /**
   * What it stands for: a DNS name in full, such as `db.example.com`, or a Service of another namespace. For an address
   * there is `FixedEndpoints`.
   */
  readonly externalName: string | ServiceOfNamespace;

  /**
   * Name, by which others in the namespace reach it: lower case, beginning with a letter.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Port of what it stands for, 1 to 65535, for an Ingress that sends there. DNS has no ports: clients say it themselves.
   *
   * @default - none, and no `backend`
   */
  readonly port?: number;
}

/** What left-out props become. */
export const DEFAULTS = { clusterDomain: SERVICE_DEFAULTS.clusterDomain } as const;

/**
 * A name in this namespace for something elsewhere: DNS answers with the other name (CNAME), and nothing is in between. So
 * clients still say this name, in the Host header and in TLS: what is at the other end must answer to it. It has no cluster
 * IP, no variables are injected for it, and it selects no Pods.
 *
 * Defines one Service of type ExternalName. Ingress controllers send to it only where they are told to trust such Services.
 *
 * @throws InvalidProp `InvalidName`, `InvalidDnsName`, `NamesItself`, `OutOfRange`
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#externalname
 * @example new ExternalService(this, 'Database', { externalName: 'db.example.com' });
 * @example new ExternalService(this, 'Payments', { externalName: { service: 'payments', namespace: 'billing' } });
 */
export class ExternalService extends Construct {
  /** The Service itself, for what the props do not cover. */
  public readonly service: k8s.KubeService;
  /** Name within the namespace. */
  public readonly name: string;
  /** Name in full, the same from every namespace. */
  public readonly dnsName: string;
  /** The Service as an Ingress names it, where `port` is given. */
  public readonly backend?: Backend;

  constructor(scope: Construct, id: string, props: ExternalServiceProps) {
    super(scope, id);
    const { name, port, annotations, clusterDomain, externalName } = withDefaults(props, {
      ...DEFAULTS,
      name: objectName(scope, id),
    });
    const target = typeof externalName === 'string' ? externalName : serviceDnsName({ ...externalName, clusterDomain });
    this.name = name;
    this.dnsName = serviceDnsName({ service: name, namespace: Chart.of(this).namespace ?? 'default', clusterDomain });
    requireSoundExternal(this, { name, dnsName: this.dnsName, externalName, target, port, annotations });

    this.backend = port === undefined ? undefined : { service: name, port };
    this.service = new k8s.KubeService(this, 'Service', {
      metadata: { name, annotations },
      spec: { type: 'ExternalName', externalName: target, ports: port === undefined ? undefined : [samePort(port)] },
    });
  }
}

function samePort(port: number): k8s.ServicePort {
  return { port, targetPort: k8s.IntOrString.fromNumber(port), protocol: 'TCP' };
}
