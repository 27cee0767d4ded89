import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { groupOf } from '../../kubernetes/identity';
import { everyObject } from '../every-object';
import type { ScalableWorkload } from '../workload/scalable-workload';
import { writtenObject } from '../written-object';

/** Kinds that change a workload, and the field that names it. */
const TARGET_FIELDS = { HorizontalPodAutoscaler: 'scaleTargetRef', VerticalPodAutoscaler: 'targetRef' } as const;

/**
 * Autoscalers of a kind that change a workload of the scope's namespace, as they are written, whoever defined them.
 * To be asked when all constructs are there: in a validation.
 */
export function scalersOf(scope: Construct, kind: keyof typeof TARGET_FIELDS, target: ScalableWorkload['reference']) {
  const namespace = Chart.of(scope).namespace;
  return everyObject(scope, kind)
    .filter(({ metadata }) => metadata.namespace === namespace)
    .map(writtenObject)
    .filter(({ spec }) => {
      const named = spec[TARGET_FIELDS[kind]];
      const isSame = named.kind === target.kind && named.name === target.name;
      return isSame && groupOf(named.apiVersion ?? '') === groupOf(target.apiVersion);
    });
}
