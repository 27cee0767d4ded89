import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ScalableWorkload } from './scalable-workload';

/**
 * What is wrong with a workload that leaves its count to an autoscaler, which nobody made: Kubernetes would run one Pod,
 * which nobody asked for.
 */
export function autoscalerProblem(workload: Construct & Pick<ScalableWorkload, 'replicas' | 'reference'>): string[] {
  if (workload.replicas !== 'autoscaled') return [];
  const scaled = Chart.of(workload)
    .node.findAll()
    .some((part) => ApiObject.isApiObject(part) && targets(part, workload.reference));
  return scaled
    ? []
    : ['replicas: invalid value "autoscaled": must have an autoscaler; add an AutoscaledWorkload, or give a count'];
}

function targets(object: ApiObject, reference: ScalableWorkload['reference']): boolean {
  if (object.kind !== 'HorizontalPodAutoscaler') return false;
  const { kind, name } = object.toJson().spec.scaleTargetRef;
  return kind === reference.kind && name === reference.name;
}
