import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { nameProblem } from '../../kubernetes/names';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import { InvalidProp } from '../invalid-prop';
import { withDefaults } from '../with-defaults';
import type { Backend } from './traffic-intent';

/** A workload that a Service can send requests to. */
export interface ServedWorkload {
  readonly name: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly portName: string;
}

/** Props of `WorkloadService`. */
export interface WorkloadServiceProps {
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
   * Who can reach it: the cluster, anyone who reaches a node, or the outside by a load balancer.
   *
   * @default 'ClusterIP'
   */
  readonly type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';

  /**
   * Port on every node, 30000 to 32767; for the types NodePort and LoadBalancer.
   *
   * @default - the cluster picks a free one
   */
  readonly nodePort?: number;
}

/** What left-out props become. */
export const DEFAULTS = { port: 80, type: 'ClusterIP' } as const;

/**
 * One address for the ready Pods of a workload.
 *
 * Defines one Service.
 *
 * @throws InvalidProp `InvalidName`, `OutOfRange`, `NodePortOfClusterIp`
 * @example const service = new WorkloadService(this, 'Service', { workload: web });
 */
export class WorkloadService extends Construct {
  /** The Service itself, for what the props do not cover. */
  public readonly service: k8s.KubeService;
  /** The Service as an Ingress or a route names it. */
  public readonly backend: Backend;

  constructor(scope: Construct, id: string, props: WorkloadServiceProps) {
    super(scope, id);
    const { workload, name, port, type, nodePort } = withDefaults(props, { ...DEFAULTS, name: props.workload.name });
    this.requireName(name);
    this.requirePort('port', port, 1, 65535);
    if (nodePort !== undefined) this.requireNodePort(nodePort, type);

    this.backend = { service: name, port };
    this.service = new k8s.KubeService(this, 'Service', {
      metadata: { name, labels: { ...workload.selector } },
      spec: {
        type,
        selector: { ...workload.selector },
        ports: [
          {
            name: workload.portName,
            port,
            targetPort: k8s.IntOrString.fromString(workload.portName),
            protocol: 'TCP',
            nodePort,
          },
        ],
      },
    });
  }

  private requireName(name: string): void {
    const rule = nameProblem('Service', name);
    if (rule)
      throw new InvalidProp('InvalidName', this, { prop: 'name', got: name, rule, mend: 'choose another name' });
  }

  private requirePort(prop: string, got: number, least: number, most: number): void {
    const rule = wholeNumberProblem(got, least, most);
    if (rule) throw new InvalidProp('OutOfRange', this, { prop, got, rule, mend: 'choose one in that range' });
  }

  private requireNodePort(nodePort: number, type: string): void {
    this.requirePort('nodePort', nodePort, 30000, 32767);
    if (type !== 'ClusterIP') return;
    const mend = 'set type to "NodePort", or leave nodePort out';
    throw new InvalidProp('NodePortOfClusterIp', this, {
      prop: 'nodePort',
      got: nodePort,
      rule: 'must not be set for type ClusterIP',
      mend,
    });
  }
}
