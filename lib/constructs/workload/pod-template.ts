import type { ContainerSize } from '../../kubernetes/container-size';
import type { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { containerResources } from './container-resources';
import { containerSecurity } from './container-security';
import { podSecurity } from './pod-security';
import { type PodVolumes, podVolumes } from './pod-volumes';
import type { ResolvedDeploymentProps } from './probed-deployment-props';
import { topologySpread } from './topology-spread';
import { variables } from './variable-source';

/** The Pod that a Deployment makes copies of. */
export function podTemplate(props: ResolvedDeploymentProps, labels: Labels, selector: Labels): k8s.PodTemplateSpec {
  const { image, writablePaths, config = [] } = props;
  const podDisk = podVolumes(writablePaths, config);
  return {
    metadata: { labels: { ...labels } },
    spec: {
      // a Pod that never asks the API server needs no token to be stolen, and no variables of other Services
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: podSecurity(props.user),
      imagePullSecrets: image.pullSecret ? [{ name: image.pullSecret }] : undefined,
      terminationGracePeriodSeconds: props.gracePeriod.toSeconds(),
      topologySpreadConstraints: topologySpread(selector, props.spread),
      containers: [container(props, podDisk)],
      volumes: podDisk.volumes.length > 0 ? podDisk.volumes : undefined,
    },
  };
}

function container(props: ResolvedDeploymentProps, { mounts, disk }: PodVolumes): k8s.Container {
  const { image, portName, config = [] } = props;
  const fromConfig = config.flatMap((source): k8s.EnvFromSource[] => {
    if (source.as !== 'environment') return [];
    return 'secret' in source
      ? [{ secretRef: { name: source.secret } }]
      : [{ configMapRef: { name: source.configMap } }];
  });
  return {
    name: props.application,
    image: image.reference,
    imagePullPolicy: image.pullPolicy,
    command: props.command && [...props.command],
    args: props.args && [...props.args],
    ports: [{ name: portName, containerPort: props.port, protocol: 'TCP' }],
    env: props.env && variables(props.env),
    envFrom: fromConfig.length > 0 ? fromConfig : undefined,
    resources: resources(props.size, disk),
    securityContext: containerSecurity(),
    readinessProbe: props.readiness.manifest(portName),
    livenessProbe: props.liveness.manifest(portName),
    startupProbe: props.startup?.manifest(portName),
    // sleep is done by the kubelet: it needs no shell in the image
    lifecycle: { preStop: { sleep: { seconds: props.drainDelay.toSeconds() } } },
    volumeMounts: mounts.length > 0 ? mounts : undefined,
  };
}

function resources(size: ContainerSize, disk: PodVolumes['disk']): k8s.ResourceRequirements {
  const { requests, limits } = containerResources(size);
  return {
    requests: { ...requests, 'ephemeral-storage': disk.request },
    limits: { ...limits, 'ephemeral-storage': disk.limit },
  };
}
