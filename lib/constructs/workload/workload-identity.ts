import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { type Labels, selectorLabels } from '../../kubernetes/labels';
import { nameProblem } from '../../kubernetes/names';
import type { Mistake } from '../mistake';
import { objectName } from '../object-name';

/** How a workload is called. */
export interface WorkloadIdentityProps {
  /**
   * Name of the object, which the names of its Pods begin with. So that none of them is cut it has at most 46 characters
   * for a Deployment, 52 for a StatefulSet, 57 for a DaemonSet or a ReplicaSet, and 63 for a Pod.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Application that the Pods belong to. Versions that run side by side share it and differ in `name`.
   *
   * @default - the name
   */
  readonly application?: string;
}

/** What a workload is called, and what tells its Pods from all others. */
export interface WorkloadIdentity {
  readonly name: string;
  readonly application: string;
  /** Labels of the object and of its Pods. */
  readonly labels: Labels;
  /** Those that its Pods, and no others, carry. They are immutable. */
  readonly selector: Labels;
}

/** Identity of a workload by its props, or by its id where they say nothing. */
export function workloadIdentity(workload: Construct, props: WorkloadIdentityProps): WorkloadIdentity {
  const { name = objectName(workload.node.scope ?? workload, workload.node.id) } = props;
  const { application = name } = props;
  const selector = selectorLabels(application, name);
  return { name, application, selector, labels: { ...Chart.of(workload).labels, ...selector } };
}

/** A name that Kubernetes would refuse, or cut; nothing where it would not. */
export function identityMistake(
  kind: string,
  { name, application }: Pick<WorkloadIdentity, 'name' | 'application'>,
): Mistake | undefined {
  for (const [prop, got, rule] of [
    ['name', name, nameProblem(kind, name)],
    ['application', application, nameProblem('Namespace', application)],
  ] as const) {
    if (rule) return { code: 'InvalidName', prop, got, rule, mend: `choose another ${prop}` };
  }
  return undefined;
}
