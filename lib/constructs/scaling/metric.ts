import type { Size } from 'cdk8s';
import { canonicalQuantity } from '../../kubernetes/canonical-quantity';
import { type Cpu, k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';

/** An amount in the unit of its metric: `30`, or a quantity such as `'500m'`. A thousandth is the least that counts. */
export type MetricAmount = number | string;

/** A metric of a metrics API: its name, and labels that choose among its series. */
export type MetricIdentifier = string | { readonly name: string; readonly selector: Labels };

/** Where a metric is steered to: a share of it for each Pod, or the whole of it, however many Pods there are. */
export type MetricTarget =
  | { readonly averageValue: MetricAmount; readonly value?: never }
  | { readonly value: MetricAmount; readonly averageValue?: never };

/** The object in the workload's namespace that a metric is of. */
export type DescribedObject = { readonly apiVersion: string; readonly kind: string; readonly name: string };

/** The same, said one way. */
export type NamedMetric = { readonly name: string; readonly selector: Labels };

/** What is measured: of all containers, of one, of each Pod, of another object, or of something outside the cluster. */
export type MetricSource =
  | { readonly type: 'Resource'; readonly resource: 'cpu' | 'memory' }
  | { readonly type: 'ContainerResource'; readonly resource: 'cpu' | 'memory'; readonly container: string }
  | { readonly type: 'Pods' | 'External'; readonly metric: NamedMetric }
  | { readonly type: 'Object'; readonly metric: NamedMetric; readonly object: DescribedObject };

/** What the measure is steered to. */
export interface MetricGoal {
  readonly type: 'Utilization' | 'AverageValue' | 'Value';
  /** Percent for `Utilization`, a quantity for the others. */
  readonly amount: MetricAmount;
}

/** What an autoscaler looks at. Of several, the one that asks for most Pods counts. */
export class Metric {
  /** CPU of all containers: a number is percent of what they request, a `Cpu` the average use of a Pod. */
  static cpu(target: number | Cpu): Metric {
    return new Metric({ type: 'Resource', resource: 'cpu' }, cpuGoal(target));
  }

  /** Memory of all containers: a number is percent of what they request, a `Size` the average use of a Pod. */
  static memory(target: number | Size): Metric {
    return new Metric({ type: 'Resource', resource: 'memory' }, memoryGoal(target));
  }

  /** CPU of one container, for a Pod whose sidecars have a load of their own. As `cpu`, of this container only. */
  static containerCpu(container: string, target: number | Cpu): Metric {
    return new Metric({ type: 'ContainerResource', resource: 'cpu', container }, cpuGoal(target));
  }

  /** Memory of one container. As `memory`, of this container only. */
  static containerMemory(container: string, target: number | Size): Metric {
    return new Metric({ type: 'ContainerResource', resource: 'memory', container }, memoryGoal(target));
  }

  /** What the Pods themselves report (custom.metrics.k8s.io), on average: requests in a second, say. */
  static pods(metric: MetricIdentifier, averageValue: MetricAmount): Metric {
    return new Metric({ type: 'Pods', metric: named(metric) }, { type: 'AverageValue', amount: averageValue });
  }

  /** What is reported of another object (custom.metrics.k8s.io): the requests in a second that an Ingress gets, say. */
  static object(object: DescribedObject, metric: MetricIdentifier, target: MetricTarget): Metric {
    return new Metric({ type: 'Object', metric: named(metric), object }, goal(target));
  }

  /** What something outside the cluster reports (external.metrics.k8s.io): the length of a queue, say. */
  static external(metric: MetricIdentifier, target: MetricTarget): Metric {
    return new Metric({ type: 'External', metric: named(metric) }, goal(target));
  }

  private constructor(
    readonly source: MetricSource,
    readonly goal: MetricGoal,
  ) {}

  /** The metric as an autoscaler holds it. */
  manifest(): k8s.MetricSpecV2 {
    const { type } = this.source;
    const target = targetManifest(this.goal);
    switch (type) {
      case 'Resource':
        return { type, resource: { name: this.source.resource, target } };
      case 'ContainerResource':
        return { type, containerResource: { name: this.source.resource, container: this.source.container, target } };
      case 'Pods':
        return { type, pods: { metric: identifier(this.source.metric), target } };
      case 'External':
        return { type, external: { metric: identifier(this.source.metric), target } };
      case 'Object':
        return {
          type,
          object: { describedObject: { ...this.source.object }, metric: identifier(this.source.metric), target },
        };
    }
  }
}

function cpuGoal(target: number | Cpu): MetricGoal {
  return typeof target === 'number'
    ? { type: 'Utilization', amount: target }
    : { type: 'AverageValue', amount: target.amount };
}

function memoryGoal(target: number | Size): MetricGoal {
  return typeof target === 'number'
    ? { type: 'Utilization', amount: target }
    : { type: 'AverageValue', amount: target.asString() };
}

function goal(target: MetricTarget): MetricGoal {
  return target.value === undefined
    ? { type: 'AverageValue', amount: target.averageValue }
    : { type: 'Value', amount: target.value };
}

function targetManifest({ type, amount }: MetricGoal): k8s.MetricTargetV2 {
  if (type === 'Utilization') return { type, averageUtilization: Number(amount) };
  const quantity = k8s.Quantity.fromString(canonicalQuantity(String(amount)) ?? String(amount));
  return type === 'Value' ? { type, value: quantity } : { type, averageValue: quantity };
}

/** Without a label, and with the labels in another order, it is the same metric. */
function named(metric: MetricIdentifier): NamedMetric {
  const { name, selector = {} } = typeof metric === 'string' ? { name: metric } : metric;
  return { name, selector: Object.fromEntries(Object.entries(selector).sort()) };
}

function identifier({ name, selector }: NamedMetric): k8s.MetricIdentifierV2 {
  return Object.keys(selector).length === 0 ? { name } : { name, selector: { matchLabels: { ...selector } } };
}
