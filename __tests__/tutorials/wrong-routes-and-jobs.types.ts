import type { Construct } from 'constructs';
import { BatchJob } from '../../lib/constructs/batch/batch-job';
import { ScheduledJob } from '../../lib/constructs/batch/scheduled-job';
import { AutoscaledWorkload } from '../../lib/constructs/scaling/autoscaled-workload';
import { CanaryIngress, type CanaryIngressProps } from '../../lib/constructs/traffic/canary-ingress';
import { ServiceIngress, type ServiceIngressProps } from '../../lib/constructs/traffic/service-ingress';
import { k8s } from '../../lib/kubernetes/k8s';

declare const scope: Construct;
declare const ingress: ServiceIngressProps;
declare const canary: CanaryIngressProps;
declare const hostless: Omit<ServiceIngressProps, 'hosts'>;
declare const classless: Omit<ServiceIngressProps, 'via'>;
declare const job: ConstructorParameters<typeof BatchJob>[2];
declare const unscheduled: Omit<ConstructorParameters<typeof ScheduledJob>[2], 'schedule'>;
declare const scaling: ConstructorParameters<typeof AutoscaledWorkload>[2];

const oldBackend = { serviceName: 'foo-service', servicePort: 80 };
const className = { 'kubernetes.io/ingress.class': 'nginx' };

/** Mistakes of the tutorials that the compiler stops: nobody calls this, `npm run lint` reads it. By the manifest's number. */
export function notTyped(): readonly unknown[] {
  return [
    // @ts-expect-error 001-005: no word of the host, be it by name or every one
    new ServiceIngress(scope, 'Hellok8s', hostless),

    // @ts-expect-error 001-005: a host that is left empty
    new ServiceIngress(scope, 'Hellok8s', { ...ingress, hosts: [null] }),

    // @ts-expect-error 002-059: a Job that starts its containers again for ever
    new BatchJob(scope, 'MyJob', { ...job, restartPolicy: 'Always' }),

    // @ts-expect-error 002-060: a version that is gone
    new k8s.KubeCronJobV1Beta1(scope, 'MyCronjob', { metadata: { name: 'my-cronjob' } }),

    // @ts-expect-error 002-060: a schedule that nothing has read yet
    new ScheduledJob(scope, 'MyCronjob', { ...unscheduled, schedule: '*/1 * * * *' }),

    // @ts-expect-error 002-062: a field of a version that is gone
    new AutoscaledWorkload(scope, 'ExampleApp', { ...scaling, targetAverageUtilization: 50 }),

    // @ts-expect-error 002-098: an Ingress of no class
    new ServiceIngress(scope, 'MyIngress', classless),

    // @ts-expect-error 002-102: the class in an annotation
    new ServiceIngress(scope, 'IngressTls', { ...ingress, annotations: className }),

    // @ts-expect-error 002-104: the class in an annotation
    new ServiceIngress(scope, 'RateIngress', { ...ingress, annotations: className }),

    // @ts-expect-error 002-105: the class in an annotation
    new ServiceIngress(scope, 'IngressHttp', { ...ingress, annotations: className }),

    // @ts-expect-error 002-106: the Service in fields of a version that is gone
    new ServiceIngress(scope, 'ExampleIngress', { ...ingress, service: oldBackend }),

    // @ts-expect-error 002-107: a path that does not say how it is matched
    new ServiceIngress(scope, 'ExampleIngress', { ...ingress, paths: [{ path: '/' }] }),

    // @ts-expect-error 002-108: the Service of a path in fields of a version that is gone
    new ServiceIngress(scope, 'ExampleIngress', { ...ingress, paths: [{ path: '/', backend: oldBackend }] }),

    // @ts-expect-error 002-109: the class in an annotation
    new ServiceIngress(scope, 'IngressTls', { ...ingress, annotations: className }),

    // @ts-expect-error 002-115: a canary of another host than the Ingress that it belongs to
    new CanaryIngress(scope, 'Page', { ...canary, canary: { ...canary.canary, host: 'nginx.xudaxian.com' } }),

    // @ts-expect-error 002-117: the same
    new CanaryIngress(scope, 'Page', { ...canary, canary: { ...canary.canary, host: 'nginx.xudaxian.com' } }),
  ];
}
