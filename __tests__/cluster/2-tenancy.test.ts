import { Size } from 'cdk8s';
import { Tenancy } from '../../lib/constructs/tenancy/tenancy';
import type { TenancyProps } from '../../lib/constructs/tenancy/tenancy-props';
import { Cpu } from '../../lib/kubernetes/k8s';
import { QuotaScope } from '../../lib/kubernetes/quota-scope';
import { testChart } from '../support/chart';
import { describeCluster, eventually, kubectl, type LiveObject, mustKubectl, objects } from './cluster';

/** A Pod that keeps to every rule of the namespace, but for what a test changes. */
function pod(name: string, container: object): string {
  const securityContext = { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } };
  const restricted = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  const containers = [
    { name: 'main', image: 'registry.example.com/probe:v1', securityContext: restricted, ...container },
  ];
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'dev' },
    spec: { securityContext, containers },
  });
}

const tryCreate = (manifest: string) => kubectl(['create', '--dry-run=server', '-f', '-'], manifest);

/** Everything that can be said of a namespace. */
const FULL: TenancyProps = {
  namespace: 'tenancy-trial',
  environment: 'trial',
  kubernetesVersion: '1.30',
  quota: {
    cpuRequests: Cpu.units(2),
    cpuLimits: Cpu.units(4),
    memoryRequests: Size.gibibytes(2),
    memoryLimits: Size.gibibytes(4),
    ephemeralStorageRequests: Size.gibibytes(1),
    ephemeralStorageLimits: Size.gibibytes(2),
    pods: 20,
    storageRequests: Size.gibibytes(10),
    storageClasses: { fast: { storageRequests: Size.gibibytes(5), claims: 1 } },
    objects: {
      services: 5,
      'services.nodeports': 0,
      'services.loadbalancers': 0,
      deployments: 1,
      'zebras.example.com': 1,
    },
  },
  scopedQuotas: {
    batch: {
      scopes: [QuotaScope.terminating(), QuotaScope.notBestEffort()],
      amounts: { cpuLimits: Cpu.units(1), pods: 2 },
    },
    idle: { scopes: [QuotaScope.bestEffort()], amounts: { pods: 0 } },
    urgent: { scopes: [QuotaScope.priorityClass('urgent')], amounts: { pods: 1 } },
    usual: { scopes: [QuotaScope.priorityClassOtherThan('urgent'), QuotaScope.notTerminating()], amounts: { pods: 9 } },
    outward: { scopes: [QuotaScope.crossNamespaceAffinity()], amounts: { pods: 0 } },
  },
  containerDefaults: {
    size: {
      cpuRequest: Cpu.millis(50),
      cpuLimit: Cpu.millis(100),
      memoryRequest: Size.mebibytes(32),
      memoryLimit: Size.mebibytes(64),
    },
    minCpu: Cpu.millis(10),
    minMemory: Size.mebibytes(16),
    maxCpu: Cpu.units(1),
    maxMemory: Size.gibibytes(1),
  },
  podBounds: { minCpu: Cpu.millis(10), maxCpu: Cpu.units(1), maxMemory: Size.gibibytes(1) },
  claimBounds: { min: Size.gibibytes(1), max: Size.gibibytes(4) },
  podSecurity: 'baseline',
  podSecurityWarn: 'restricted',
};

describeCluster('a namespace of which everything is said', () => {
  let manifests: LiveObject[];
  beforeAll(() => {
    const chart = testChart();
    new Tenancy(chart, 'Trial', FULL);
    // what collects objects takes the namespace of the chart away from a Namespace
    manifests = chart.toJson().map(({ metadata: { namespace, ...metadata }, ...rest }) => ({
      ...rest,
      metadata: rest.kind === 'Namespace' ? metadata : { ...metadata, namespace },
    }));
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests });
    const { status, stderr } = kubectl(['apply', '-f', '-'], list);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
  afterAll(() => {
    mustKubectl('delete', 'namespace', 'tenancy-trial', '--wait=false');
  });

  test('has it as it was written: nothing is dropped, and nothing added', () => {
    for (const { kind, metadata, spec } of manifests.filter((manifest) => manifest.spec)) {
      const live = JSON.parse(mustKubectl('-n', 'tenancy-trial', 'get', kind, metadata.name, '-o', 'json'));
      expect({ kind, name: metadata.name, spec: live.spec }).toEqual({ kind, name: metadata.name, spec });
    }
  });

  test.each`
    what                            | manifest                                                                                                                                      | refusal
    ${'a Service that opens nodes'} | ${{ apiVersion: 'v1', kind: 'Service', spec: { type: 'NodePort', ports: [{ port: 80 }] } }}                                                   | ${'exceeded quota: quota, requested: services.nodeports=1, used: services.nodeports=0, limited: services.nodeports=0'}
    ${'a claim that is too large'}  | ${{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '5Gi' } } } }} | ${'maximum storage usage per PersistentVolumeClaim is 4Gi, but request is 5Gi'}
    ${'a claim that is too small'}  | ${{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '5Mi' } } } }} | ${'minimum storage usage per PersistentVolumeClaim is 1Gi, but request is 5Mi'}
  `('refuses $what', async ({ manifest, refusal }) => {
    const named = JSON.stringify({ ...manifest, metadata: { name: 'refused', namespace: 'tenancy-trial' } });
    const refused = () => kubectl(['create', '--dry-run=server', '-f', '-'], named).stderr;
    // a quota that was just made counts first what there is
    expect(await eventually(refused, (words) => words.includes(refusal), 20)).toContain(refusal);
  });
});

describeCluster('what governs an environment', () => {
  test('a Pod that keeps to the rules is let in, and gets the sizes that it did not state', () => {
    const { status, stdout } = kubectl(['create', '--dry-run=server', '-o', 'json', '-f', '-'], pod('fits', {}));
    expect(status).toBe(0);
    expect(JSON.parse(stdout).spec.containers[0].resources.limits).toEqual({ cpu: '200m', memory: '128Mi' });
  });

  test.each`
    what                        | container                                                 | refusal
    ${'a privileged container'} | ${{ securityContext: { privileged: true } }}              | ${'violates PodSecurity "restricted:v1.30"'}
    ${'no seccomp, all rights'} | ${{ securityContext: {} }}                                | ${'violates PodSecurity "restricted:v1.30"'}
    ${'more than one may have'} | ${{ resources: { limits: { cpu: '3', memory: '1Gi' } } }} | ${'maximum cpu usage per Container is 2'}
    ${'more than is left'}      | ${{ resources: { limits: { cpu: '2', memory: '2Gi' } } }} | ${'exceeded quota: quota'}
  `('refuses $what', ({ container, refusal }) => {
    const { status, stderr } = tryCreate(pod('refused', container));
    expect(status).not.toBe(0);
    expect(stderr).toContain(refusal);
  });

  test('a Deployment that grows beyond the quota stops at it', async () => {
    mustKubectl('-n', 'dev', 'scale', 'deployment/multiroute', '--replicas=40');
    const failed = (): LiveObject =>
      objects('deployments', '-n', 'dev', '--field-selector=metadata.name=multiroute')[0].status.conditions?.find(
        ({ type }: { type: string }) => type === 'ReplicaFailure',
      );
    const condition = await eventually<LiveObject>(failed, Boolean, 60);
    expect(condition?.message).toContain('exceeded quota: quota');
    mustKubectl('-n', 'dev', 'scale', 'deployment/multiroute', '--replicas=2');
    mustKubectl('-n', 'dev', 'rollout', 'status', 'deployment/multiroute', '--timeout=120s');
  });

  test('a budget gives up one Pod of every workload, also of a lone one', async () => {
    const budgets = await eventually(
      () => objects('poddisruptionbudgets', '-A', '-l', 'environment'),
      (all) => all.every(({ status }) => status?.disruptionsAllowed >= 1),
      60,
    );
    expect(budgets.length).toBeGreaterThanOrEqual(10);
    for (const { metadata, status } of budgets) {
      expect({
        budget: `${metadata.namespace}/${metadata.name}`,
        allowed: status.disruptionsAllowed >= 1,
      }).toMatchObject({ allowed: true });
    }
  });
});
