import { argoCd } from '../../lib/environments/argo-cd';
import type { ArgoCdDelivery } from '../../lib/environments/argo-cd-delivery';
import { deliveryMistakes } from '../../lib/environments/delivery-mistakes';
import { dev } from '../../lib/environments/dev';
import type { EnvironmentValues } from '../../lib/environments/environment';
import { ENVIRONMENTS } from '../../lib/environments/environments';
import { prod } from '../../lib/environments/prod';

const delivery: ArgoCdDelivery = { ...argoCd, project: 'dev', application: 'dev', sync: 'manual' };
const wrongIn = (...environments: EnvironmentValues[]) => deliveryMistakes({ environments });
const wrongWith = (values: Partial<ArgoCdDelivery>) => wrongIn({ ...dev, argoCd: { ...delivery, ...values } });
const source = (values: Partial<ArgoCdDelivery['source']>) => ({ source: { ...argoCd.source, ...values } });

test('there is nothing wrong with the environments there are', () => {
  expect(deliveryMistakes({ environments: ENVIRONMENTS })).toEqual([]);
});

test('an environment that Argo CD does not deploy needs nothing', () => {
  expect(wrongIn({ ...dev, name: 'a.b', argoCd: undefined, cluster: { ...dev.cluster, argoCd: undefined } })).toEqual(
    [],
  );
});

test.each`
  repository
  ${'https://git.example.com/team/services.git'}
  ${'ssh://git@git.example.com:2222/team/services.git'}
  ${'git@git.example.com:team/services.git'}
  ${'https://team@dev.azure.com/team/services/_git/services'}
  ${'file:///srv/git/services'}
`('takes $repository for an address', ({ repository }) => {
  expect(wrongWith(source({ repository }))).toEqual([]);
});

test.each`
  values                                            | sentence
  ${source({ repository: 'git.example.com/team' })} | ${'argoCd.source.repository: invalid value "git.example.com/team": must be the address of a Git repository'}
  ${source({ repository: 'https://a:b@c/d.git' })}  | ${'argoCd.source.repository: must not hold a password'}
  ${source({ revision: '' })}                       | ${'argoCd.source.revision: invalid value "": must be a branch, a tag or a commit'}
  ${source({ revision: 'a..b' })}                   | ${'argoCd.source.revision: invalid value "a..b"'}
  ${source({ folder: '../dist' })}                  | ${'argoCd.source.folder: invalid value "../dist": must be a folder of the repository'}
  ${source({ folder: '/dist' })}                    | ${'argoCd.source.folder: invalid value "/dist"'}
  ${source({ folder: 'dist/' })}                    | ${'argoCd.source.folder: invalid value "dist/"'}
  ${{ project: 'default' }}                         | ${'argoCd.project: invalid value "default": must not be the project that Argo CD itself comes with'}
  ${{ project: 'Shop' }}                            | ${'argoCd.project: invalid value "Shop": must be lower case'}
  ${{ application: 'a_b' }}                         | ${'argoCd.application: invalid value "a_b": must be lower case'}
  ${{ namespace: 'argo.cd' }}                       | ${'argoCd.namespace: invalid value "argo.cd": must be lower case'}
`('refuses $values', ({ values, sentence }) => {
  expect(wrongWith(values)).toEqual([expect.stringContaining(`environment dev: ${sentence}`)]);
});

test('no password is said again in the error', () => {
  expect(wrongWith(source({ repository: 'https://me:secret@git.example.com/a.git' })).join()).not.toContain('secret');
});

test('two Applications of one name, with both who have it', () => {
  expect(wrongIn(dev, { ...prod, argoCd: { ...delivery, project: 'prod' } })).toEqual([
    'environment prod: argoCd.application: invalid value "dev": must be the name of one Application: that of environment dev has it, too; give one of them another name',
  ]);
});

test('one project in two installations of Argo CD', () => {
  const elsewhere = { ...delivery, application: 'prod', namespace: 'gitops' };
  expect(wrongIn(dev, { ...prod, argoCd: elsewhere })).toEqual([
    expect.stringContaining(
      'environment prod: argoCd.namespace: invalid value "gitops": must be that of its project: environment dev has it in argocd',
    ),
  ]);
});

test('an environment whose name has a dot: the pattern of another would find its files', () => {
  expect(wrongIn({ ...dev, name: 'dev.eu' })).toEqual([
    expect.stringContaining(
      'environment dev.eu: name: invalid value "dev.eu": must be lower case letters, digits and "-"',
    ),
  ]);
});

test('an environment in a cluster that Argo CD does not know', () => {
  expect(wrongIn({ ...dev, cluster: { ...dev.cluster, argoCd: undefined } })).toEqual([
    'environment dev: argoCd: must be of an environment whose cluster Argo CD knows; give cluster reference an argoCd with its destination',
  ]);
});

test('a cluster without the address of an API server', () => {
  const inCluster = dev.cluster.argoCd;
  if (!inCluster) throw new Error('the reference cluster is known to Argo CD');
  const cluster = { ...dev.cluster, argoCd: { ...inCluster, destination: { server: 'far' } } };
  expect(wrongIn({ ...dev, cluster })).toEqual([
    expect.stringContaining(
      'cluster reference: argoCd.destination.server: invalid value "far": must be the address of an API server',
    ),
  ]);
});
