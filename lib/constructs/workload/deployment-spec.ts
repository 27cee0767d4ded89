import type { k8s } from '../../kubernetes/k8s';
import { podTemplate } from '../pod/pod-template';
import { topologySpread } from '../pod/topology-spread';
import type { ResolvedDeploymentProps } from './probed-deployment-props';

/** Props of what runs copies of a Pod; what replaces them says how by itself where there is no `rollout`. */
export type DeploymentLike = Omit<ResolvedDeploymentProps, 'rollout'> &
  Partial<Pick<ResolvedDeploymentProps, 'rollout'>>;

/** Desired state of a Deployment, and of what has the same fields. */
export function deploymentSpec(props: DeploymentLike): k8s.DeploymentSpec {
  const { labels, selector } = props;
  return {
    replicas: props.replicas === 'autoscaled' ? undefined : props.replicas,
    revisionHistoryLimit: props.revisionHistoryLimit,
    // the API drops a 0 here, and kubectl would then see a change at every apply
    minReadySeconds: props.minReady.toSeconds() || undefined,
    progressDeadlineSeconds: props.progressDeadline.toSeconds(),
    strategy: props.rollout?.manifest(),
    selector: { matchLabels: { ...selector } },
    template: podTemplate(props, { labels, selector, spread: topologySpread(selector, props.spread) }),
  };
}
