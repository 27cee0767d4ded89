import type { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { containerResources } from './container-resources';
import { variables } from './environment-variable';
import { ephemeralStorage, podVolumes } from './pod-volumes';
import type { ResolvedDeploymentProps } from './probed-deployment-props';
import { containerSecurity, podSecurity } from './security';
import { topologySpread } from './topology-spread';

/** The Pod that a Deployment makes copies of. */
export function podTemplate(props: ResolvedDeploymentProps, labels: Labels, selector: Labels): k8s.PodTemplateSpec {
  const { image, writablePaths, config = [] } = props;
  const { volumes, mounts } = podVolumes(writablePaths, config);
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
      containers: [container(props, mounts)],
      volumes: volumes.length > 0 ? volumes : undefined,
    },
  };
}

function container(props: ResolvedDeploymentProps, mounts: k8s.VolumeMount[]): k8s.Container {
  const { image, portName, config = [] } = props;
  const fromConfig = config.flatMap((source) =>
    source.as === 'environment' ? [{ configMapRef: { name: source.configMap } }] : [],
  );
  return {
    name: props.application,
    image: image.reference,
    imagePullPolicy: image.pullPolicy,
    command: props.command && [...props.command],
    args: props.args && [...props.args],
    ports: [{ name: portName, containerPort: props.port, protocol: 'TCP' }],
    env: props.env && variables(props.env),
    envFrom: fromConfig.length > 0 ? fromConfig : undefined,
    resources: resources(props),
    securityContext: containerSecurity(),
    readinessProbe: props.readiness.manifest(portName),
    livenessProbe: props.liveness.manifest(portName),
    startupProbe: props.startup?.manifest(portName),
    // sleep is done by the kubelet: it needs no shell in the image
    lifecycle: { preStop: { sleep: { seconds: props.drainDelay.toSeconds() } } },
    volumeMounts: mounts.length > 0 ? mounts : undefined,
  };
}

function resources({ size, writablePaths }: ResolvedDeploymentProps): k8s.ResourceRequirements {
  const { requests, limits } = containerResources(size);
  const storage = ephemeralStorage(writablePaths.length);
  return {
    requests: { ...requests, 'ephemeral-storage': storage.request },
    limits: { ...limits, 'ephemeral-storage': storage.limit },
  };
}
