import { ApiObject, App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { partOf } from '../../lib/kubernetes/labels';

/** A chart as those of an environment are: with a namespace and labels that no default happens to be. */
export function testChart(scope: Construct = new App(), id = 'test'): Chart {
  const namespace = id === 'test' ? 'shop' : id;
  return new Chart(scope, id, { namespace, labels: partOf('orders', 'rehearsal') });
}

/** Manifests of one kind in a chart, as they are written; what its constructs find wrong with each other is not asked. */
export function objectsOf(chart: Chart, kind: string) {
  const parts = chart.node.findAll().filter((part): part is ApiObject => ApiObject.isApiObject(part));
  return parts.filter((part) => part.kind === kind).map((part) => part.toJson());
}

/** The only manifest of its kind in a chart. */
export function objectOf(chart: Chart, kind: string) {
  const [object, ...others] = objectsOf(chart, kind);
  if (!object || others.length > 0) throw new Error(`chart has ${object ? others.length + 1 : 0} of kind ${kind}`);
  return object;
}

/** What the constructs of a chart find wrong with their neighbours, as synthesis asks them. */
export function problemsOf(chart: Chart): string[] {
  return chart.node.root.node
    .findAll()
    .flatMap((part) => part.node.validate().map((sentence) => `[${part.node.path}] ${sentence}`));
}
