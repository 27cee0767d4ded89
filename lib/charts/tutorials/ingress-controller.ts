import { type ApiObject, Chart, Duration, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import type { AccessRule } from '../../constructs/access/access-rule';
import { ClusterWideGrant } from '../../constructs/access/cluster-wide-grant';
import { ClusterWideRole } from '../../constructs/access/cluster-wide-role';
import { NamespaceGrant } from '../../constructs/access/namespace-grant';
import { NamespaceRole } from '../../constructs/access/namespace-role';
import { WorkloadAccount } from '../../constructs/access/workload-account';
import { BatchJob } from '../../constructs/batch/batch-job';
import { LiveConfig } from '../../constructs/config/live-config';
import { LifecycleHook } from '../../constructs/container/lifecycle-hook';
import { Probe } from '../../constructs/container/probe';
import { fromPodField } from '../../constructs/container/variable-source';
import { WorkloadService } from '../../constructs/discovery/workload-service';
import { NetworkAccess } from '../../constructs/network/network-access';
import { NetworkPeer } from '../../constructs/network/network-peer';
import { NetworkPort } from '../../constructs/network/network-port';
import { Placement } from '../../constructs/pod/placement';
import { Volume } from '../../constructs/storage/volume';
import { IngressClass } from '../../constructs/traffic/ingress-class';
import { ProbedDaemonSet } from '../../constructs/workload/probed-daemon-set';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';
import { ownNamespace } from './own-namespace';

const CONTROLLER = 'ingress-nginx-controller';
const ADMISSION = 'ingress-nginx-admission';
const CLASS = 'k8s.io/ingress-nginx';

const look = ['get', 'list', 'watch'] as const;
const podNamespace = { POD_NAMESPACE: fromPodField('metadata.namespace') };

/** What the controller asks for in every namespace: Secrets among it, for the certificates of Ingresses. */
const everywhere: readonly AccessRule[] = [
  { resources: ['configmaps', 'endpoints', 'nodes', 'pods', 'secrets', 'namespaces'], verbs: ['list', 'watch'] },
  { resources: ['leases'], verbs: ['list', 'watch'] },
  { resources: ['nodes'], verbs: ['get'] },
  { resources: ['services', 'ingresses', 'ingressclasses', 'endpointslices'], verbs: look },
  { resources: ['ingresses/status'], verbs: ['update'] },
  { resources: ['events'], verbs: ['create', 'patch'] },
];

/**
 * What it asks for in its own namespace. It keeps its turn in a Lease; the tutorial's version kept it in a ConfigMap. A role
 * of a namespace can say nothing of IngressClasses, which the tutorial's does: they are the cluster's.
 */
const atHome: readonly AccessRule[] = [
  { resources: ['namespaces'], verbs: ['get'] },
  { resources: ['configmaps', 'pods', 'secrets', 'endpoints', 'services', 'ingresses', 'endpointslices'], verbs: look },
  { resources: ['ingresses/status'], verbs: ['update'] },
  { resources: ['leases'], verbs: ['get', 'update'], names: ['ingress-nginx-leader'] },
  { resources: ['leases'], verbs: ['create'] },
  { resources: ['events'], verbs: ['create', 'patch'] },
];

/**
 * ingress-nginx on the network of chosen nodes, as the tutorial installs it, in its last version: that of the tutorial, 1.1.2,
 * lets whoever reaches its webhook run programs in it (CVE-2025-1974). It was retired in March 2026, and gets no fix any
 * more: for a new cluster take an implementation of Gateway API.
 */
export class IngressControllerChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: `${env.namespace}-ingress-controller`, labels: partOf('ingress-nginx', env.name) });
    ownNamespace(this, env, 'privileged'); // for the network of the node
    const account = this.account();
    this.settings();
    this.answeredAt(this.controller(env, account.name));
    this.certificate(env);
    new IngressClass(this, 'Nginx', { controller: CLASS });
  }

  /** Who the controller is to the API server, and what it may do there. */
  private account(): WorkloadAccount {
    const name = 'ingress-nginx';
    const account = new WorkloadAccount(this, 'Account', { name, token: 'mounted' });
    const to = [account.subject];
    const role = new NamespaceRole(this, 'Role', { name, rules: atHome }).reference;
    new NamespaceGrant(this, 'Grant', { name, role, to });
    const clusterRole = new ClusterWideRole(this, 'ClusterRole', { name, rules: everywhere }).reference;
    new ClusterWideGrant(this, 'ClusterGrant', { name, role: clusterRole, to });
    return account;
  }

  /**
   * Settings of all Ingresses, which the controller follows while it runs. Snippets stay forbidden: whoever may write an
   * Ingress could read every Secret by one (CVE-2021-25742). SSLv2, which the tutorial asks for, nobody speaks any more.
   */
  private settings(): void {
    const data = {
      'allow-snippet-annotations': 'false',
      'map-hash-bucket-size': '128',
      'ssl-protocols': 'TLSv1.2 TLSv1.3',
    };
    new LiveConfig(this, 'Settings', { name: CONTROLLER, data });
  }

  /** One on each node that is labelled for it, by `kubectl label node <name> node-role=ingress`: its ports are the node's. */
  private controller({ sizes: { medium: size } }: Environment, account: string): ProbedDaemonSet {
    const health = { port: 10254, initialDelay: Duration.seconds(10) };
    const certificate = Volume.secret('webhook-cert', ADMISSION).at('/usr/local/certificates');
    // requests and answers that do not fit into memory: a Pod that fills more than this is evicted
    const buffers = Volume.emptyDir('buffers', { sizeLimit: Size.gibibytes(1) }).at('/tmp/nginx');
    const controller = new ProbedDaemonSet(this, 'Controller', {
      name: CONTROLLER,
      image: imageFrom('registry.k8s.io/ingress-nginx/controller:v1.15.1'),
      size,
      args: controllerArgs(),
      env: { ...podNamespace, POD_NAME: fromPodField('metadata.name'), LD_PRELOAD: '/usr/local/lib/libmimalloc.so' },
      port: 80,
      extraPorts: [
        { name: 'https', port: 443 },
        { name: 'webhook', port: 8443 },
      ],
      readiness: Probe.http('/healthz', health),
      liveness: Probe.http('/healthz', { ...health, failureThreshold: 5 }),
      preStop: LifecycleHook.exec(['/wait-shutdown']),
      gracePeriod: Duration.minutes(5),
      network: 'host',
      placement: [Placement.nodeSelector({ 'node-role': 'ingress' })],
      account: { name: account, token: 'mounted' },
      ...asNginx(),
      mounts: [certificate, buffers],
    });
    const reason = 'ingress team: requests come in at the ports of the nodes';
    controller.daemonSet.metadata.addAnnotation('policy.exception/host-network', reason);
    return controller;
  }

  /** The Services of its two sides: that of the requests, and that of the API server, which asks about each Ingress. */
  private answeredAt(workload: ProbedDaemonSet): void {
    new WorkloadService(this, 'Service', {
      workload,
      ipFamilyPolicy: 'SingleStack',
      ipFamilies: ['IPv4'],
      ports: [
        { port: 80, targetPort: 'http', appProtocol: 'http' },
        { port: 443, targetPort: 'https', appProtocol: 'https' },
      ],
    });
    const ports = [{ port: 443, name: 'https-webhook', targetPort: 'webhook', appProtocol: 'https' }];
    new WorkloadService(this, 'AdmissionService', { workload, name: `${CONTROLLER}-admission`, ports });
  }

  /**
   * The certificate of the webhook: one Job makes it, the other tells the API server to trust it. For Helm they are hooks,
   * before and after; kubectl and Argo CD know no such order, and need none: the controller waits for the Secret. The second
   * one is let go when the ValidatingWebhookConfiguration is there: `kubectl patch job ingress-nginx-admission-patch
   * --patch '{"spec":{"suspend":false}}'`.
   */
  private certificate(env: Environment): void {
    const name = ADMISSION;
    const account = new WorkloadAccount(this, 'AdmissionAccount', { name });
    const to = [account.subject];
    const secrets: AccessRule[] = [{ resources: ['secrets'], verbs: ['get', 'create'] }];
    const webhooks: AccessRule[] = [{ resources: ['validatingwebhookconfigurations'], verbs: ['get', 'update'] }];
    const role = new NamespaceRole(this, 'AdmissionRole', { name, rules: secrets });
    const grant = new NamespaceGrant(this, 'AdmissionGrant', { name, role: role.reference, to });
    const clusterRole = new ClusterWideRole(this, 'AdmissionClusterRole', { name, rules: webhooks });
    const clusterGrant = new ClusterWideGrant(this, 'AdmissionClusterGrant', { name, role: clusterRole.reference, to });
    const service = `${CONTROLLER}-admission`;
    const create = this.certgen(env, 'create', [`--host=${service},${service}.$(POD_NAMESPACE).svc`]);
    const patch = this.certgen(env, 'patch', [
      `--webhook-name=${name}`,
      '--patch-mutating=false',
      '--patch-failure-policy=Fail',
    ]);
    explain(account.account, role.role, grant.binding, clusterRole.role, clusterGrant.binding, create.job, patch.job);
  }

  private certgen(
    { sizes: { small: size } }: Environment,
    task: 'create' | 'patch',
    args: readonly string[],
  ): BatchJob {
    const workload = new BatchJob(this, `${ADMISSION}-${task}`, {
      image: imageFrom('registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1.6.9'),
      size,
      args: [task, '--namespace=$(POD_NAMESPACE)', `--secret-name=${ADMISSION}`, ...args],
      env: podNamespace,
      restartPolicy: 'OnFailure',
      state: task === 'create' ? 'active' : 'suspended',
      account: { name: ADMISSION, token: 'mounted' },
      placement: [Placement.nodeSelector({ 'kubernetes.io/os': 'linux' })],
    });
    const apiServer = NetworkPeer.anywhere().on(NetworkPort.tcp(443), NetworkPort.tcp(6443));
    new NetworkAccess(workload, 'ApiServer', { workload, allowTo: [apiServer] });
    return workload;
  }
}

function controllerArgs(): readonly string[] {
  return [
    '/nginx-ingress-controller',
    '--election-id=ingress-nginx-leader',
    `--controller-class=${CLASS}`,
    '--ingress-class=nginx',
    '--report-node-internal-ip-address=true',
    `--configmap=$(POD_NAMESPACE)/${CONTROLLER}`,
    '--validating-webhook=:8443',
    '--validating-webhook-certificate=/usr/local/certificates/cert',
    '--validating-webhook-key=/usr/local/certificates/key',
  ];
}

/**
 * What nginx needs that other programs do not: its own user, who takes the ports 80 and 443 by a capability of the file, so
 * by what it becomes when it starts; and a configuration that the controller writes anew beside the program.
 */
function asNginx() {
  return {
    user: 101,
    addCapabilities: ['NET_BIND_SERVICE'],
    privileges: 'escalating',
    rootFileSystem: 'writable',
    writablePaths: [],
  } as const;
}

/** Tells people what belongs to the certificate, and can go when the webhook goes. */
function explain(...parts: readonly ApiObject[]): void {
  for (const { metadata } of parts) {
    metadata.addAnnotation('kubernetes.io/description', 'Makes the certificate of the webhook that checks Ingresses');
  }
}
