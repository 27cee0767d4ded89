import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { parse } from 'yaml';
import type { AccessRule, Verb } from '../../../lib/constructs/access/access-rule';
import { ClusterWideGrant } from '../../../lib/constructs/access/cluster-wide-grant';
import { ClusterWideRole } from '../../../lib/constructs/access/cluster-wide-role';
import { NamespaceGrant } from '../../../lib/constructs/access/namespace-grant';
import { NamespaceRole } from '../../../lib/constructs/access/namespace-role';
import { WorkloadAccount } from '../../../lib/constructs/access/workload-account';
import { testChart } from '../../support/chart';

/** Manifests of tutorials: beside a checkout of those who wrote this, not in it. */
const SEEDS = resolve(__dirname, '../../../../shared/seeds/manifests');

const READ: readonly Verb[] = ['get', 'list', 'watch'];
const EVENTS: AccessRule = { resources: ['events'], verbs: ['create', 'patch'] };
const STATUS: AccessRule = { resources: ['ingresses/status'], verbs: ['update'] };

/** Who the controller of ingress-nginx is, and what it may do: 002-080 to 002-089. */
class IngressNginxAccess extends Chart {
  constructor(scope: Construct) {
    super(scope, 'ingress-nginx', { namespace: 'ingress-nginx' });
    const controller = new WorkloadAccount(this, 'Controller', { name: 'ingress-nginx', token: 'mounted' });
    const admission = new WorkloadAccount(this, 'Admission', { name: 'ingress-nginx-admission', token: 'mounted' });
    for (const [account, own, all] of [
      [controller, CONTROLLER_OWN, CONTROLLER_ALL],
      [admission, ADMISSION_OWN, ADMISSION_ALL],
    ] as const) {
      const [name, to] = [account.name, [account.subject]];
      // as written, it lists IngressClasses, which belong to the cluster: the ClusterRole is what allows them
      const role = new NamespaceRole(this, `${name}-role`, { name, rules: own, clusterResources: 'tolerated' });
      const clusterRole = new ClusterWideRole(this, `${name}-cluster-role`, { name, rules: all });
      new NamespaceGrant(this, `${name}-grant`, { name, role: role.reference, to });
      new ClusterWideGrant(this, `${name}-cluster-grant`, { name, role: clusterRole.reference, to });
    }
  }
}

const CONTROLLER_OWN: readonly AccessRule[] = [
  { resources: ['namespaces'], verbs: ['get'] },
  { resources: ['configmaps', 'pods', 'secrets', 'endpoints'], verbs: READ },
  { resources: ['services'], verbs: READ },
  { resources: ['ingresses'], verbs: READ },
  STATUS,
  { resources: ['ingressclasses'], verbs: READ },
  { resources: ['configmaps'], names: ['ingress-controller-leader'], verbs: ['get', 'update'] },
  { resources: ['configmaps'], verbs: ['create'] },
  EVENTS,
];

const CONTROLLER_ALL: readonly AccessRule[] = [
  { resources: ['configmaps', 'endpoints', 'nodes', 'pods', 'secrets', 'namespaces'], verbs: ['list', 'watch'] },
  { resources: ['nodes'], verbs: ['get'] },
  { resources: ['services'], verbs: READ },
  { resources: ['ingresses'], verbs: READ },
  EVENTS,
  STATUS,
  { resources: ['ingressclasses'], verbs: READ },
];

const ADMISSION_OWN: readonly AccessRule[] = [{ resources: ['secrets'], verbs: ['get', 'create'] }];
const ADMISSION_ALL: readonly AccessRule[] = [
  { resources: ['validatingwebhookconfigurations'], verbs: ['get', 'update'] },
];

interface Rbac {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly [field: string]: unknown;
}

/**
 * What counts: the labels and hooks of a Helm chart are not part of who may do what; a token is mounted unless withheld; what
 * belongs to the cluster is in no namespace, and is written so when it is collected.
 */
function meaning({ metadata: { name, namespace }, automountServiceAccountToken, ...rest }: Rbac) {
  const token = rest.kind === 'ServiceAccount' ? (automountServiceAccountToken ?? true) : undefined;
  return { ...rest, name, namespace: rest.kind.startsWith('Cluster') ? undefined : namespace, token };
}

const byIdentity = (a: Rbac, b: Rbac) => (`${a.kind} ${a.metadata.name}` < `${b.kind} ${b.metadata.name}` ? -1 : 1);

if (existsSync(SEEDS)) {
  test('who may do what in the installation of ingress-nginx can be said, all of it', () => {
    const files = readdirSync(SEEDS).filter((file) => /^002-08\d/.test(file));
    const seeds: Rbac[] = files.map((file) => parse(readFileSync(join(SEEDS, file), 'utf8')));
    const ours: Rbac[] = new IngressNginxAccess(testChart()).toJson();
    expect(seeds).toHaveLength(10);
    expect(ours.sort(byIdentity).map(meaning)).toEqual(seeds.sort(byIdentity).map(meaning));
  });
} else {
  test.skip('who may do what in the installation of ingress-nginx: skipped, there is no ../shared/seeds beside this checkout', () => {});
}
