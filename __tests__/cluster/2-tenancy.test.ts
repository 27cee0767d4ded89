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
