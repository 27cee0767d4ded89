import { join } from 'node:path';
import { CATALOGUE } from '../../lib/policies/catalogue';
import { describeCluster, eventually, kubectl, type LiveObject, mustKubectl, objects } from './cluster';
import { apply, applyTrials, removeTrials, type Trial } from './trial-policies';

const CLUSTER = join(__dirname, '../../dist/00-cluster.k8s.yaml');

/** A Deployment that keeps to every rule there is a refusal for, but for what a test changes. */
function deployment(namespace: string, container: object, annotations: Record<string, string> = {}): LiveObject {
  const labels = { app: 'web' };
  const securityContext = {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  };
  const resources = { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '20m', memory: '32Mi' } };
  const web = { name: 'web', image: 'registry.example.com/web:1.4.2', resources, securityContext, ...container };
  const pod = { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } };
  const spec = {
    replicas: 1,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { securityContext: pod, containers: [web] } },
  };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace, annotations }, spec };
}

const tryCreate = (object: object) => kubectl(['create', '--dry-run=server', '-f', '-'], JSON.stringify(object));

const tiller = { image: 'registry.example.com/tiller:2.17.0' };
const SAYS =
  'tiller: spec.template.spec, container web: image: must not be tiller; use Helm 3 or later, which has none';

describeCluster('the rules of an environment', () => {
  beforeAll(async () => {
    expect(kubectl(['apply', '--server-side', '-f', CLUSTER])).toMatchObject({ status: 0, stderr: '' });
    await eventually(
      () => tryCreate(deployment('prod', tiller)),
      ({ status }) => status !== 0,
      60,
    );
  });

  test('that denies: what breaks one is refused, in words that say where, what, how to mend it and by which rule', () => {
    const { status, stderr } = tryCreate(deployment('prod', tiller));
    expect(status).toBe(1);
    expect(stderr).toBe(
      `The deployments "web" is invalid: : ValidatingAdmissionPolicy 'prod.pods.deny' with binding 'prod.pods.deny' denied request: ${SAYS}\n`,
    );
  });

  test('that denies: what is not held to is let in with a warning', () => {
    const { status, stderr } = tryCreate(deployment('prod', { image: 'registry.example.com/web' }));
    expect({ status, warnings: stderr.trim().split('\n').length }).toEqual({ status: 0, warnings: 1 });
    expect(stderr).toContain("ValidatingAdmissionPolicy 'prod.pods.warn' with binding 'prod.pods.warn': latest-tag: ");
  });

  test('that warns: what breaks one is let in, with the same words', () => {
    const { status, stderr } = tryCreate(deployment('dev', tiller));
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `Warning: Validation failed for ValidatingAdmissionPolicy 'dev.pods.warn' with binding 'dev.pods.warn': ${SAYS}\n`,
    });
  });

  test.each`
    says                        | status
    ${'storage team: a rescue'} | ${0}
    ${'because'}                | ${1}
  `('an exception of "$says" ends with $status', ({ says, status }) => {
    expect(tryCreate(deployment('prod', tiller, { 'policy.exception/tiller': says })).status).toBe(status);
  });

  test('what is sound is let in without a word', () => {
    expect(tryCreate(deployment('prod', {}))).toMatchObject({ status: 0, stderr: '' });
  });

  test('are of no concern to namespaces that are no environment: kube-system, or whatever else there is', () => {
    for (const namespace of ['kube-system', 'default']) {
      expect(tryCreate(deployment(namespace, tiller))).toMatchObject({ status: 0, stderr: '' });
    }
  });

  test('are asked of what lives in no namespace where it says that it is of the environment', () => {
    const rules = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }];
    const role = (labels: object) => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'everything', labels },
      rules,
    });
    expect(tryCreate(role({ environment: 'prod' })).stderr).toContain("binding 'prod.roles-clusterroles.warn'");
    expect(tryCreate(role({}))).toMatchObject({ status: 0, stderr: '' });
  });
});

describeCluster('rules that come to what is there already', () => {
  const trial: Trial = {
    namespace: 'admission-old-trial',
    rules: CATALOGUE.filter(({ admission, id }) => admission && id !== 'naked-pod'),
    enforcement: 'deny',
  };
  const inTrial = (...args: string[]) => kubectl(['-n', trial.namespace, ...args]);
  const pods = () => objects('pods', '-n', trial.namespace, '-l', 'app=web');
  const areReady = (all: LiveObject[], count: number) =>
    all.filter(({ metadata, status }) => !metadata.deletionTimestamp && status.phase === 'Running').length === count;

  beforeAll(async () => {
    mustKubectl('create', 'namespace', trial.namespace);
    const old = deployment(trial.namespace, { ...tiller, securityContext: { privileged: true } });
    apply([{ ...old, metadata: { ...old.metadata, finalizers: ['example.com/books'] } }]);
    await eventually(pods, (all) => areReady(all, 1), 60);
    applyTrials([trial]);
    await eventually(
      () => tryCreate(deployment(trial.namespace, tiller)),
      ({ stderr }) => stderr.includes('denied'),
      60,
    );
  });
  afterAll(() => removeTrials([trial]));

  test('let the control plane make Pods of it: one that was deleted, and more of them', async () => {
    expect(inTrial('delete', 'pod', '-l', 'app=web').status).toBe(0);
    expect(inTrial('scale', 'deployment/web', '--replicas=2')).toMatchObject({ status: 0, stderr: '' });
    const all = await eventually(pods, (found) => areReady(found, 2), 60);
    expect(areReady(all, 2)).toBe(true);
  });

  test('let somebody look into a Pod, by an ephemeral container, and take it out of its Service', () => {
    const [pod] = pods();
    const debugger_ = { name: 'debugger', image: 'busybox', securityContext: { privileged: true } };
    // what kubectl debug sends; not every kubectl lets patch name this subresource
    const path = `/api/v1/namespaces/${trial.namespace}/pods/${pod.metadata.name}/ephemeralcontainers`;
    const looked = { ...pod, spec: { ...pod.spec, ephemeralContainers: [debugger_] } };
    const { status, stderr } = kubectl(['replace', '--raw', path, '-f', '-'], JSON.stringify(looked));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(inTrial('label', 'pod', pod.metadata.name, 'app=aside', '--overwrite')).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  test('let notes be taken on it, and refuse to change it but for the better', () => {
    expect(inTrial('label', 'deployment/web', 'team=shop')).toMatchObject({ status: 0, stderr: '' });
    expect(inTrial('set', 'image', 'deployment/web', 'web=registry.example.com/tiller:2.18.0').stderr).toContain(
      'denied',
    );
    expect(inTrial('rollout', 'restart', 'deployment/web').stderr).toContain('denied');
  });

  test('let it go: a finalizer can be taken off what is deleted', async () => {
    expect(inTrial('delete', 'deployment/web', '--wait=false').status).toBe(0);
    const patch = JSON.stringify({ metadata: { finalizers: null } });
    expect(inTrial('patch', 'deployment/web', '--type=merge', '-p', patch)).toMatchObject({ status: 0, stderr: '' });
    const left = await eventually(
      () => inTrial('get', 'deployment/web'),
      ({ status }) => status !== 0,
      30,
    );
    expect(left.stderr).toContain('NotFound');
  });
});
