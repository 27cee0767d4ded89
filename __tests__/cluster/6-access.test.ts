import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccessLevel } from '../../lib/constructs/access/access-level';
import { Subject } from '../../lib/constructs/access/subject';
import { TeamAccess } from '../../lib/constructs/access/team-access';
import { apiResources } from '../../lib/kubernetes/api-resource';
import { testChart } from '../support/chart';
import { describeCluster, kubectl, mustKubectl } from './cluster';

const PROJECT = join(__dirname, '../..');

interface Discovered {
  readonly name: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}

const raw = (path: string) => JSON.parse(mustKubectl('get', '--raw', path));

/** Resources that the API server has, by group: verbs of all versions together. */
function discovered(): Map<string, Discovered> {
  const { groups } = raw('/apis');
  const versions: { group: string; path: string }[] = groups.flatMap(
    ({ name, versions }: { name: string; versions: { groupVersion: string }[] }) =>
      versions.map(({ groupVersion }) => ({ group: name, path: `/apis/${groupVersion}` })),
  );
  const found = new Map<string, Discovered>();
  for (const { group, path } of [{ group: '', path: '/api/v1' }, ...versions]) {
    for (const resource of raw(path).resources as Discovered[]) {
      const key = `${group} ${resource.name}`;
      found.set(key, {
        ...resource,
        verbs: [...new Set([...(found.get(key)?.verbs ?? []), ...resource.verbs])].sort(),
      });
    }
  }
  return found;
}

/** Verbs that are asked for in no request of their own. */
const NO_REQUEST = ['approve', 'attest', 'bind', 'escalate', 'impersonate', 'sign'];

describeCluster('the resources and verbs that rules are checked against', () => {
  const table = new Map(apiResources().map((known) => [`${known.group} ${known.resource}`, known]));
  const groups = new Set(apiResources().map(({ group }) => group));

  test('are those of the API server: every one of its own that it has, in its scope, with its verbs', () => {
    const live = [...discovered()].filter(([key]) => groups.has(key.split(' ')[0] ?? ''));
    expect(live.length).toBeGreaterThan(90);
    for (const [key, { namespaced, verbs }] of live) {
      const known = table.get(key);
      expect({
        key,
        scope: known?.scope,
        verbs: known?.verbs.filter((verb) => !NO_REQUEST.includes(verb)).sort(),
      }).toEqual({ key, scope: namespaced ? 'Namespaced' : 'Cluster', verbs });
    }
  });

  test('are no others: what every API server is said to have, this one has', () => {
    const live = discovered();
    const always = [...table].filter(([, { served }]) => served === 'always').map(([key]) => key);
    expect(always.filter((key) => !live.has(key))).toEqual([]);
  });
});

describeCluster('somebody who is let in', () => {
  let folder: string;
  let kubeconfig: string;

  const asUser = (...args: string[]) => kubectl([`--kubeconfig=${kubeconfig}`, ...args]);
  const mayI = (action: string, namespace: string) =>
    asUser('auth', 'can-i', ...action.split(' '), '-n', namespace).stdout.trim();

  /** The access of the group, applied as a chart has it. */
  function grant(level: AccessLevel): void {
    const chart = testChart();
    const environments = [{ name: 'dev', namespace: 'dev', level }];
    new TeamAccess(chart, 'Backend', { to: [Subject.group('backend')], environments });
    const list = { apiVersion: 'v1', kind: 'List', items: chart.toJson() };
    const { status, stderr } = kubectl(['apply', '-f', '-'], JSON.stringify(list));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }

  const onboard = (...args: string[]) =>
    spawnSync(process.execPath, ['lib/cli/launch.js', 'onboard', ...args], { cwd: PROJECT, encoding: 'utf8' });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'access-'));
    kubeconfig = join(folder, 'ann');
    mustKubectl('apply', '--server-side', '-f', join(PROJECT, 'dist/00-cluster.k8s.yaml'));
    grant('developer');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
    mustKubectl('-n', 'dev', 'delete', 'rolebinding,role', 'backend');
  });

  test('gets a kubeconfig that only its owner can read, and is told what it is good for', () => {
    const { status, stdout, stderr } = onboard(
      '--user',
      'ann',
      '--group',
      'backend',
      '--env',
      'dev',
      '--out',
      kubeconfig,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(statSync(kubeconfig).mode & 0o777).toBe(0o600);
    expect(stdout).toContain(`${kubeconfig}: the kubeconfig of ann (backend)`);
    expect(stdout).toMatch(/^In dev ann may$/m);
    expect(stdout).toMatch(/^ {2}create, get: pods\/attach, pods\/exec, pods\/portforward$/m);
    expect(stdout).toMatch(/^It holds until \d{4}-/m);
    expect(stdout).not.toContain('PRIVATE');
    expect(stdout).not.toContain(/client-key-data: '?([^'\n]+)/.exec(readFileSync(kubeconfig, 'utf8'))?.[1]);
  });

  test('is who the certificate says, for as long as was asked for', () => {
    const { userInfo } = JSON.parse(asUser('auth', 'whoami', '-o', 'json').stdout).status;
    expect([userInfo.username, userInfo.groups]).toEqual(['ann', ['backend', 'system:authenticated']]);
    const requests = JSON.parse(mustKubectl('get', 'certificatesigningrequests', '-o', 'json')).items;
    const own = requests.find((request: { metadata: { name: string } }) =>
      request.metadata.name.startsWith('onboard-ann-'),
    );
    expect(own.spec.expirationSeconds).toBe(30 * 86_400);
  });

  test.each`
    action                                           | dev      | prod
    ${'list pods'}                                   | ${'yes'} | ${'no'}
    ${'get pods --subresource=log'}                  | ${'yes'} | ${'no'}
    ${'get namespaces/dev'}                          | ${'yes'} | ${'no'}
    ${'patch deployments.apps'}                      | ${'yes'} | ${'no'}
    ${'update deployments.apps --subresource=scale'} | ${'yes'} | ${'no'}
    ${'create pods --subresource=exec'}              | ${'yes'} | ${'no'}
    ${'get secrets'}                                 | ${'no'}  | ${'no'}
    ${'list secrets'}                                | ${'no'}  | ${'no'}
    ${'create rolebindings'}                         | ${'no'}  | ${'no'}
    ${'impersonate serviceaccounts'}                 | ${'no'}  | ${'no'}
    ${'create serviceaccounts --subresource=token'}  | ${'no'}  | ${'no'}
    ${'update resourcequotas'}                       | ${'no'}  | ${'no'}
    ${'delete namespaces'}                           | ${'no'}  | ${'no'}
  `('may $action: in dev $dev, in prod $prod', ({ action, dev, prod }) => {
    expect([mayI(action, 'dev'), mayI(action, 'prod')]).toEqual([dev, prod]);
  });

  test('deploys what a chart has, where they may, and nowhere else', () => {
    const file = (environment: string) => join(PROJECT, `dist/${environment}.hello.k8s.yaml`);
    const deployed = asUser('apply', '--server-side', '-f', file('dev'));
    expect({ status: deployed.status, stderr: deployed.stderr }).toEqual({ status: 0, stderr: '' });
    expect(asUser('apply', '--server-side', '-f', file('prod')).stderr).toContain('Forbidden');
    expect(asUser('get', 'secrets').stderr).toContain('User "ann" cannot list resource "secrets"');
    expect(asUser('get', 'nodes').stderr).toContain('User "ann" cannot list resource "nodes"');
    expect(asUser('get', 'namespace', 'dev').status).toBe(0);
  });

  test('may less as soon as the team may less, with the same kubeconfig', () => {
    grant('viewer');
    expect([mayI('list pods', 'dev'), mayI('patch deployments.apps', 'dev')]).toEqual(['yes', 'no']);
    grant('admin');
    expect([mayI('get secrets', 'dev'), mayI('create rolebindings', 'dev')]).toEqual(['yes', 'yes']);
    const escalate = ['create', 'rolebinding', 'more', '--clusterrole=cluster-admin', '--user=ann', '-n', 'dev'];
    expect(asUser(...escalate).stderr).toContain('is attempting to grant RBAC permissions not currently held');
  });

  test('is told so where nothing is granted, and how to grant it', () => {
    const { status, stdout } = onboard('--user', 'bob', '--out', join(folder, 'bob'));
    expect(status).toBe(0);
    expect(stdout).toContain('In prod bob may do nothing.');
    expect(stdout).toContain('Nothing yet: grant the user bob something by a TeamAccess');
  });
});
