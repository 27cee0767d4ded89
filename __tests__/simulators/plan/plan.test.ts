import { plan } from '../../../lib/simulators/plan/plan';
import { NEWEST, objectsOf, web } from './api';

const planned = (before: string, after: string) => plan({ before: objectsOf(before), after: objectsOf(after) }, NEWEST);

/** What happens, a line an object. */
const verdicts = (before: string, after: string) =>
  planned(before, after).changes.map(({ verdict, object }) => `${verdict} ${object.kind} ${object.name}`);

const object = (kind: string, name: string, fields = '', apiVersion = 'v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop, labels: { environment: test } }\n${fields}\n---\n`;

const KEPT = 'annotations: { argocd.argoproj.io/sync-options: Prune=false }';
const version = (hash: string, url: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: web-config-${hash}, namespace: shop, labels: { environment: test }, ${KEPT} }
immutable: true
data: { URL: "${url}", PORT: "80" }
---
`;
const reading = (hash: string) => web(`image: web:v1\nenvFrom: [{ configMapRef: { name: web-config-${hash} } }]`);
const set = (name: string, fields = '') =>
  object(
    'StatefulSet',
    name,
    `spec: { serviceName: a, replicas: 3, ${fields} selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: c, image: x:1 }] } }, volumeClaimTemplates: [{ metadata: { name: data }, spec: { resources: { requests: { storage: 1Gi } } } }] }`,
    'apps/v1',
  );

test('nothing happens to what is written otherwise and means the same', () => {
  const { changes, unchanged, environments } = planned(
    web(),
    web('image: web:v1\nimagePullPolicy: IfNotPresent', 'replicas: 1'),
  );
  expect({ changes, unchanged, environments }).toEqual({ changes: [], unchanged: 1, environments: [] });
});

describe('rolls Pods', () => {
  test('by another image, and says how', () => {
    const { changes, environments } = planned(web(), web('image: web:v2', 'replicas: 3'));
    expect(changes).toMatchObject([{ verdict: 'rolls-pods', environment: 'test', newRevision: true }]);
    expect(changes[0]?.because).toEqual([
      'image of web: web v1 -> v2',
      'rolling update of 3 Pods: 25% more at once, 25% fewer',
    ]);
    expect(environments[0]?.images).toMatchObject([{ container: 'web', before: 'web:v1', after: 'web:v2' }]);
  });

  test('by another version of config, and says which of its keys differ', () => {
    const [old, now] = [version('0123456789', 'http://a'), version('abcdef0123', 'http://b')];
    const { changes } = planned(old + reading('0123456789'), now + reading('abcdef0123'));
    expect(changes.map(({ verdict, because }) => [verdict, because[0]])).toEqual([
      ['rolls-pods', 'config web-config: URL changes from http://a to http://b'],
      ['created', 'new version of web-config: URL changes from http://a to http://b'],
    ]);
    expect(changes[1]?.because[1]).toBe('web-config-0123456789 stays for a rollback');
  });

  test.each`
    how                                       | before                                             | after
    ${'replicas alone'}                       | ${web('image: a:1', 'replicas: 1')}                | ${web('image: a:1', 'replicas: 2')}
    ${'a template whose rollout is paused'}   | ${web('image: a:1')}                               | ${web('image: a:2', 'paused: true')}
    ${'a template that waits for a deletion'} | ${set('a', 'updateStrategy: { type: OnDelete },')} | ${set('a', 'updateStrategy: { type: OnDelete },').replace('x:1', 'x:2')}
  `('not by $how', ({ before, after }) => {
    expect(planned(before, after).changes.map(({ verdict }) => verdict)).toEqual(['changed']);
  });
});

describe('config that is changed where it stands', () => {
  test('says who reads it, and when they see it', () => {
    const config = (value: string) => object('ConfigMap', 'live', `data: { LEVEL: ${value} }`);
    const byVariable = web('image: a:1\nenvFrom: [{ configMapRef: { name: live } }]');
    const [change] = planned(config('info') + byVariable, config('debug') + byVariable).changes;
    expect(change).toMatchObject({ verdict: 'changed' });
    expect(change?.because).toEqual([
      'LEVEL changes from info to debug',
      'Deployment/shop/web reads it as variables, and keeps the old values until its Pods are made anew',
    ]);
  });

  test('of a Secret shows nothing of what it holds', () => {
    const secret = (value: string) => object('Secret', 'password', `stringData: { password: ${value} }`);
    const told = JSON.stringify(planned(secret('hunter2'), secret('correcthorse')).changes);
    expect(told).toContain('password changes');
    for (const value of ['hunter2', 'correcthorse']) {
      expect(told).not.toContain(value);
      expect(told).not.toContain(Buffer.from(value).toString('base64'));
    }
  });
});

describe('an object that is called otherwise', () => {
  test('is told as one that was renamed, not as one that went and one that came', () => {
    const renamed = web().replaceAll('web', 'shopfront');
    const [change] = planned(web(), renamed).changes;
    expect(change).toMatchObject({ verdict: 'replaced', object: { name: 'shopfront' }, from: { name: 'web' } });
    expect(change?.because[0]).toContain('kubectl apply leaves that one in the cluster, Argo CD prunes it');
    expect(change?.mend).toContain('moved(this,');
  });

  test('is told as moved to another namespace', () => {
    const [change] = planned(web(), web().replace('namespace: shop', 'namespace: store')).changes;
    expect(change).toMatchObject({ verdict: 'replaced', from: { namespace: 'shop' }, object: { namespace: 'store' } });
  });

  test('is another one where little is alike', () => {
    const other = object(
      'Deployment',
      'batch',
      'spec: { replicas: 9, selector: { matchLabels: { x: y } }, template: { spec: { containers: [{ name: z, image: z:1, args: [a, b, c] }] } } }',
      'apps/v1',
    );
    expect(verdicts(web(), other)).toEqual(['removed Deployment web', 'created Deployment batch']);
  });

  test('loses data where a claim is renamed', () => {
    const claim = (name: string) =>
      object('PersistentVolumeClaim', name, 'spec: { resources: { requests: { storage: 1Gi } } }');
    expect(verdicts(claim('a'), claim('b'))).toEqual(['loses-data PersistentVolumeClaim b']);
  });
});

describe('loses data', () => {
  test.each`
    what                               | before                                                                         | words
    ${'a claim'}                       | ${object('PersistentVolumeClaim', 'a', 'spec: {}')}                            | ${'what is on its volume is lost'}
    ${'a namespace'}                   | ${object('Namespace', 'a')}                                                    | ${'everything in it is lost'}
    ${'a StatefulSet, claims kept'}    | ${set('db')}                                                                   | ${'(data-db-*, one for each Pod) stay (whenDeleted: Retain)'}
    ${'a StatefulSet, claims deleted'} | ${set('db', 'persistentVolumeClaimRetentionPolicy: { whenDeleted: Delete },')} | ${'are deleted with it (whenDeleted: Delete)'}
  `('when $what is no longer there', ({ before, words }) => {
    const [change] = planned(before, '').changes;
    expect(change?.verdict).toBe('loses-data');
    expect(change?.because.join('; ')).toContain(words);
  });

  test('when a StatefulSet that deletes claims goes down to fewer Pods', () => {
    const policy = 'persistentVolumeClaimRetentionPolicy: { whenScaled: Delete },';
    const [change] = planned(set('db', policy), set('db', policy).replace('replicas: 3', 'replicas: 1')).changes;
    expect(change).toMatchObject({ verdict: 'loses-data' });
    expect(change?.because[0]).toContain('the claims of 2 Pods (data-db-*) are deleted');
  });

  test('not when a claim is told to stay', () => {
    const kept = `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a, namespace: shop, ${KEPT} }\n`;
    expect(verdicts(kept, '')).toEqual(['removed PersistentVolumeClaim a']);
  });
});

test('the worst comes first', () => {
  const claim = object('PersistentVolumeClaim', 'a', 'spec: {}');
  const before = web() + claim + object('ConfigMap', 'gone') + object('Service', 'a', 'spec: { ports: [{ port: 1 }] }');
  const after =
    web('image: web:v2') +
    object('Service', 'a', 'spec: { clusterIP: None, ports: [{ port: 1 }] }') +
    object('Secret', 'new');
  expect(verdicts(before, after).map((line) => line.split(' ')[0])).toEqual([
    'refused',
    'loses-data',
    'rolls-pods',
    'removed',
    'created',
  ]);
});
