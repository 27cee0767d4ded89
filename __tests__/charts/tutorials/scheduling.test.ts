import { SchedulingChart } from '../../../lib/charts/tutorials/scheduling';
import { chapterOf } from '../../support/chapter';

const { of, names, problems } = chapterOf(SchedulingChart);

const linux = { matchExpressions: [{ key: 'kubernetes.io/os', operator: 'In', values: ['linux'] }] };
const near = (app: string) => ({
  labelSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: [app] }] },
  topologyKey: 'kubernetes.io/hostname',
});
const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

test.each`
  pod                     | has
  ${'on-node'}            | ${{ nodeName: 'node-1' }}
  ${'node-selector'}      | ${{ nodeSelector: { 'kubernetes.io/os': 'linux' } }}
  ${'required-nodes'}     | ${{ affinity: { nodeAffinity: { [required]: { nodeSelectorTerms: [linux] } } } }}
  ${'preferred-nodes'}    | ${{ affinity: { nodeAffinity: { [preferred]: [{ weight: 100, preference: linux }] } } }}
  ${'near-backend'}       | ${{ affinity: { podAffinity: { [required]: [near('backend')] } } }}
  ${'away-from-frontend'} | ${{ affinity: { podAntiAffinity: { [preferred]: [{ weight: 100, podAffinityTerm: near('frontend') }] } } }}
  ${'tolerant'}           | ${{ tolerations: [{ key: 'key1', operator: 'Equal', value: 'value1', effect: 'NoSchedule' }] }}
  ${'sensitive-app'}      | ${{ nodeSelector: { app: 'sensitive' }, tolerations: [{ key: 'app', value: 'sensitive' }] }}
`('$pod says where it runs', ({ pod, has }) => {
  expect(problems).toEqual([]);
  expect(of(`Pod/${pod}`).spec).toMatchObject(has);
});

test('there is a Pod of the backend to be near to', () => {
  expect(of('Pod/node-selector').metadata.labels.app).toBe('backend');
});

test('what no plain cluster has is named', () => {
  const waiting = names.filter((name) => of(name).metadata.annotations?.['tutorial/needs']);
  expect(waiting).toEqual(['Pod/on-node', 'Pod/sensitive-app']);
});

test('no Node is applied', () => {
  expect(names.filter((name) => name.startsWith('Node/'))).toEqual([]);
});

test('copies keep away from their own labels', () => {
  const { metadata, spec } = of('Deployment/my-app').spec.template;
  const [term] = spec.affinity.podAntiAffinity[preferred];
  const own = { 'app.kubernetes.io/name': 'my-app', 'app.kubernetes.io/instance': 'my-app' };
  expect(term.podAffinityTerm.labelSelector).toEqual({ matchLabels: own });
  expect(metadata.labels).toMatchObject({ ...own, app: 'my-app' });
});
