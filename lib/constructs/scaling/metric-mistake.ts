import { labelKeyProblem, labelValueProblem } from '../../kubernetes/labels';
import { nameProblem } from '../../kubernetes/names';
import { parseQuantity } from '../../kubernetes/quantity';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import type { Mistake } from '../mistake';
import type { DescribedObject, Metric, MetricGoal, NamedMetric } from './metric';

/** What Kubernetes would refuse in a metric, or would never find; nothing where it takes it. */
export function metricMistake({ source, goal }: Metric): Mistake | undefined {
  const inSource =
    source.type === 'Resource'
      ? undefined
      : source.type === 'ContainerResource'
        ? containerMistake(source.container)
        : (identifierMistake(source.metric) ?? (source.type === 'Object' ? objectMistake(source.object) : undefined));
  return inSource ?? goalMistake(goal);
}

const wrong = (prop: string, got: unknown, rule: string, mend: string): Mistake => ({
  code: 'InvalidMetric',
  prop,
  got,
  rule,
  mend,
});

function containerMistake(container: string): Mistake | undefined {
  const rule = nameProblem('Namespace', container);
  return rule === undefined ? undefined : wrong('container', container, rule, 'give the name of a container');
}

function identifierMistake({ name, selector }: NamedMetric): Mistake | undefined {
  if (!isPathSegment(name)) {
    const rule = 'must not be empty, "." or "..", and must not contain "/" or "%"';
    return wrong('metric', name, rule, 'it is a part of an address: rename the metric where it is made');
  }
  for (const [key, value] of Object.entries(selector)) {
    const rule = labelKeyProblem(key) ?? labelValueProblem(value);
    if (rule) return wrong('selector', { [key]: value }, rule, 'give labels of the metric');
  }
  return undefined;
}

function objectMistake({ apiVersion, kind, name }: DescribedObject): Mistake | undefined {
  const mend = 'give apiVersion, kind and name of an object in the namespace of the workload';
  for (const [field, got] of Object.entries({ kind, name })) {
    if (!isPathSegment(got)) return wrong(`object.${field}`, got, 'must be the word that the object has there', mend);
  }
  const isVersion = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[a-z]([-a-z0-9]*[a-z0-9])?$/.test(apiVersion);
  return isVersion ? undefined : wrong('object.apiVersion', apiVersion, 'must be a version such as "apps/v1"', mend);
}

function goalMistake({ type, amount }: MetricGoal): Mistake | undefined {
  if (type === 'Utilization') {
    const rule = wholeNumberProblem(Number(amount), 1, 2 ** 31 - 1);
    return rule === undefined
      ? undefined
      : { ...wrong('target', amount, rule, 'give percent of the request'), code: 'OutOfRange' };
  }
  const billionths = parseQuantity(String(amount));
  const mend = 'give a number, or a quantity such as "500m" or "1k"';
  if (billionths === undefined) return wrong('target', amount, 'must be a quantity', mend);
  if (billionths <= 0n) return wrong('target', amount, 'must be more than 0', mend);
  // the controller rounds to thousandths, and would steer to another amount
  return billionths % 10n ** 6n === 0n ? undefined : wrong('target', amount, 'must be whole thousandths', mend);
}

function isPathSegment(text: string): boolean {
  return /^(?!\.{1,2}$)[^/%]+$/.test(text);
}
