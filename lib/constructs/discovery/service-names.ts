import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { nameProblem } from '../../kubernetes/names';
import { podDnsName, type ServiceDns, serviceDnsName, srvDnsName } from '../../kubernetes/service-dns';
import { type ServiceVariables, serviceVariables } from '../../kubernetes/service-variables';
import { InvalidProp } from '../invalid-prop';
import type { ResolvedService } from './service-options';

/**
 * The names under which a Service is found. Its namespace is that of the chart; `default` where the chart has none, as
 * kubectl takes it.
 */
export class ServiceNames {
  /** Name in full, the same from every namespace: `orders.shop.svc.cluster.local`. */
  readonly dnsName: string;
  /** Environment variables in Pods of its namespace; none where it has no cluster IP. Pods made here do not take them. */
  readonly variables?: ServiceVariables;
  private readonly dns: ServiceDns;

  /** @param scope construct that the Service belongs to */
  constructor(
    private readonly scope: Construct,
    private readonly service: ResolvedService,
  ) {
    const { name, clusterDomain, ports, exposure } = service;
    this.dns = { service: name, namespace: Chart.of(scope).namespace ?? 'default', clusterDomain };
    this.dnsName = serviceDnsName(this.dns);
    const named = ports.flatMap((port) => port.name ?? []);
    if (exposure.kind !== 'Headless') this.variables = serviceVariables(name, named);
  }

  /**
   * Name of the SRV records of a port.
   *
   * @throws InvalidProp `UnknownPort`
   */
  srv(portName: string): string {
    const port = this.service.ports.find(({ name }) => name === portName);
    if (port) return srvDnsName({ name: portName, protocol: port.protocol }, this.dns);
    const known = this.service.ports.flatMap(({ name }) => name ?? []).join(', ') || 'none';
    const rule = 'must be the name of a port of the Service';
    throw new InvalidProp('UnknownPort', this.scope, {
      prop: 'port',
      got: portName,
      rule,
      mend: `named are: ${known}`,
    });
  }

  /**
   * Name of one Pod.
   *
   * @param hostname that of a Pod whose `subdomain` is this Service; a StatefulSet sets both: `db-0`
   * @throws InvalidProp `NotHeadless`, `InvalidName`
   */
  pod(hostname: string): string {
    if (this.service.exposure.kind !== 'Headless') {
      const mend = 'give it exposure Exposure.headless()';
      const rule = 'needs a headless Service: no other names its Pods';
      throw new InvalidProp('NotHeadless', this.scope, { prop: 'hostname', got: hostname, rule, mend });
    }
    const rule = nameProblem('Namespace', hostname);
    if (!rule) return podDnsName(hostname, this.dns);
    const mend = 'give the first part of the name alone';
    throw new InvalidProp('InvalidName', this.scope, { prop: 'hostname', got: hostname, rule, mend });
  }
}
