import type { Construct } from 'constructs';
import { Exposure } from '../../lib/constructs/discovery/exposure';
import { BarePod } from '../../lib/constructs/workload/bare-pod';
import { BareReplicaSet } from '../../lib/constructs/workload/bare-replica-set';
import { DaemonSetRollout } from '../../lib/constructs/workload/daemon-set-rollout';
import { ProbedDeployment } from '../../lib/constructs/workload/probed-deployment';
import { ProbedStatefulSet } from '../../lib/constructs/workload/probed-stateful-set';
import { k8s } from '../../lib/kubernetes/k8s';

declare const scope: Construct;
declare const deployment: ConstructorParameters<typeof ProbedDeployment>[2];
declare const pod: ConstructorParameters<typeof BarePod>[2];
declare const unnamed: Omit<typeof pod, 'image'>;

/** Mistakes of the tutorials that the compiler stops: nobody calls this, `npm run lint` reads it. By the manifest's number. */
export function notTyped(): readonly unknown[] {
  return [
    // @ts-expect-error 001-009: a count is a number, not the text that a template leaves there
    new ProbedDeployment(scope, 'Web', { ...deployment, replicas: '{{ .Values.replicaCount }}' }),

    // @ts-expect-error 002-028: a Pod without an image, as an excerpt has it
    new BarePod(scope, 'ApiServer', { ...unnamed, command: ['kube-apiserver'] }),

    // @ts-expect-error 002-029: the same
    new BarePod(scope, 'Scheduler', { ...unnamed, command: ['kube-scheduler'] }),

    // @ts-expect-error 002-031: a kind that is gone
    new k8s.KubeEphemeralContainers(scope, 'Debugger', { metadata: { name: 'nginx' } }),

    // @ts-expect-error 002-050: an image that was left out
    new BareReplicaSet(scope, 'Web', { ...pod, image: undefined }),

    // @ts-expect-error 002-052: a selector of one's own, which the labels of the Pods need not match
    new ProbedDeployment(scope, 'Web', { ...deployment, selector: { app: 'nginx' } }),

    // @ts-expect-error 002-055: both bounds of a DaemonSet's update
    new DaemonSetRollout({ maxUnavailable: 1, maxSurge: 1 }),

    // @ts-expect-error 002-058: a StatefulSet without Pods
    new ProbedStatefulSet(scope, 'Web', { replicas: 3, podManagementPolicy: 'OrderedReady' }),

    // @ts-expect-error 002-061: a container that says its arguments and no size, port or probe
    new ProbedDeployment(scope, 'MetricsServer', { image: pod.image, args: ['--kubelet-insecure-tls'] }),

    // @ts-expect-error 002-070: a policy for clients from outside, of a Service that has none
    Exposure.clusterIp({ externalTrafficPolicy: 'Local' }),

    // @ts-expect-error 002-071: weights, which no Service has
    Exposure.loadBalancer({ loadBalancerBackendWeights: { 'app-pod-1': 50 } }),

    // @ts-expect-error 002-078: a subdomain without a hostname
    new BarePod(scope, 'Web', { ...pod, hostname: { service: 'my-subdomain' } }),
  ];
}
