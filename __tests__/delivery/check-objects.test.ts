import { App, Chart } from 'cdk8s';
import { checkObjects } from '../../lib/delivery/check-objects';
import { reference } from '../../lib/environments/clusters';
import { bundledContext } from '../support/rule-context';

/** Sentences about a Pod with one container. */
function problemsOf(container: object, annotations?: Record<string, string>): string[] {
  const chart = new Chart(new App(), 'dev');
  const metadata = { name: 'web', namespace: 'shop', labels: { environment: 'dev' }, annotations };
  const spec = { containers: [{ name: 'web', image: 'nginx', ...container }] };
  const manifest = { apiVersion: 'v1', kind: 'Pod', metadata, spec };
  const from = { chart, file: 'dev.web.k8s.yaml', cluster: reference, environment: 'dev' };
  return checkObjects([{ path: 'dev/Web', manifest, from }], bundledContext.schemas);
}

test('what nobody may do stops a synthesis, with the construct that does it', () => {
  expect(problemsOf({ securityContext: { privileged: true } })).toEqual([
    '[dev/Web] spec.containers[0].securityContext.privileged: invalid value true: must not be true; take privileged out, and add the one capability that the program needs',
  ]);
});

test.each`
  annotation                                                               | stops
  ${{ 'policy.exception/privileged-container': 'storage team: a driver' }} | ${0}
  ${{ 'policy.exception/privileged-container': 'true' }}                   | ${1}
  ${{ 'policy.exception/host-network': 'storage team: another rule' }}     | ${1}
`('$annotation leaves $stops mistake', ({ annotation, stops }) => {
  expect(problemsOf({ securityContext: { privileged: true } }, annotation)).toHaveLength(stops);
});

test.each`
  what                                    | container
  ${'a warning, even of level baseline'}  | ${{ ports: [{ containerPort: 80, hostPort: 80 }] }}
  ${'an error of level production'}       | ${{ env: [{ name: 'PASSWORD', value: 'hunter2' }] }}
  ${'no resources, no probes, no digest'} | ${{}}
`('a synthesis goes on after $what', ({ container }) => {
  expect(problemsOf(container)).toEqual([]);
});
