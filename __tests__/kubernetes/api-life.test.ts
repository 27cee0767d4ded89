import { API_LIVES, isSince } from '../../lib/kubernetes/api-life';
import { otherVersion } from '../../lib/kubernetes/schema/other-version';
import { removedSince } from '../../lib/kubernetes/schema/removed-since';
import { schemas } from './schema/bundled';

const [oldest = ''] = schemas.minors;
const builtIn = [...schemas.kinds.values()].filter(({ definition }) => !schemas.object(definition).custom);
const ALPHA = /alpha\d+$/;

test('what a minor serves no more, its API server was said to serve no more from then on', () => {
  // alpha versions come and go as they please
  const gone = builtIn
    .filter(({ apiVersion }) => !ALPHA.test(apiVersion))
    .flatMap((typed) => {
      const since = removedSince(typed, schemas, schemas.minors.at(-1) ?? '');
      return since ? [[`${typed.apiVersion} ${typed.kind}`, since] as const] : [];
    });
  expect(gone.length).toBeGreaterThan(3);
  expect(gone.filter(([key, since]) => API_LIVES.get(key)?.gone !== since)).toEqual([]);
});

test('what is said to be gone is served by no minor from then on', () => {
  const still = builtIn.filter(({ apiVersion, kind, servedIn }) => {
    const gone = API_LIVES.get(`${apiVersion} ${kind}`)?.gone;
    return gone !== undefined && [...servedIn].some((minor) => isSince(minor, gone));
  });
  expect(still.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).toEqual([]);
});

test('an end comes after its beginning', () => {
  const wrong = [...API_LIVES].filter(([, { deprecated, gone }]) => gone !== undefined && !isSince(gone, deprecated));
  expect(wrong).toEqual([]);
});

test('for what is gone by the oldest minor there is something to write, or something else to do', () => {
  const helpless = [...API_LIVES].filter(([key, { gone, changes }]) => {
    const [apiVersion = '', kind = ''] = key.split(' ');
    const isGone = gone !== undefined && isSince(oldest, gone);
    return isGone && !changes && !otherVersion({ apiVersion, kind }, schemas, oldest);
  });
  expect(helpless.map(([key]) => key)).toEqual([]);
});

test.each`
  apiVersion                                | kind                         | minor     | since        | instead
  ${'extensions/v1beta1'}                   | ${'Deployment'}              | ${'1.30'} | ${'1.16'}    | ${'apps/v1'}
  ${'extensions/v1beta1'}                   | ${'Ingress'}                 | ${'1.30'} | ${'1.22'}    | ${'networking.k8s.io/v1'}
  ${'extensions/v1beta1'}                   | ${'NetworkPolicy'}           | ${'1.30'} | ${'1.16'}    | ${'networking.k8s.io/v1'}
  ${'batch/v1beta1'}                        | ${'CronJob'}                 | ${'1.36'} | ${'1.25'}    | ${'batch/v1'}
  ${'policy/v1beta1'}                       | ${'PodSecurityPolicy'}       | ${'1.30'} | ${'1.25'}    | ${undefined}
  ${'policy/v1beta1'}                       | ${'PodDisruptionBudget'}     | ${'1.30'} | ${'1.25'}    | ${'policy/v1'}
  ${'autoscaling/v2beta2'}                  | ${'HorizontalPodAutoscaler'} | ${'1.30'} | ${'1.26'}    | ${'autoscaling/v2'}
  ${'rbac.authorization.k8s.io/v1beta1'}    | ${'Role'}                    | ${'1.30'} | ${'1.22'}    | ${'rbac.authorization.k8s.io/v1'}
  ${'flowcontrol.apiserver.k8s.io/v1beta3'} | ${'FlowSchema'}              | ${'1.31'} | ${undefined} | ${'flowcontrol.apiserver.k8s.io/v1'}
  ${'flowcontrol.apiserver.k8s.io/v1beta3'} | ${'FlowSchema'}              | ${'1.32'} | ${'1.32'}    | ${'flowcontrol.apiserver.k8s.io/v1'}
  ${'resource.k8s.io/v1alpha3'}             | ${'ResourceClaim'}           | ${'1.36'} | ${'1.34'}    | ${'resource.k8s.io/v1'}
  ${'apps/v1'}                              | ${'Deployment'}              | ${'1.36'} | ${undefined} | ${undefined}
  ${'networking.k8s.io/v1'}                 | ${'ServiceCIDR'}             | ${'1.30'} | ${undefined} | ${undefined}
`('$apiVersion $kind in $minor: gone since $since, instead $instead', ({ minor, since, instead, ...typed }) => {
  expect(removedSince(typed, schemas, minor)).toBe(since);
  expect(otherVersion(typed, schemas, minor)).toBe(instead);
});

test.each`
  minor     | since     | is
  ${'1.30'} | ${'1.9'}  | ${true}
  ${'1.30'} | ${'1.30'} | ${true}
  ${'1.30'} | ${'1.31'} | ${false}
  ${'2.0'}  | ${'1.31'} | ${true}
`('$minor is since $since: $is', ({ minor, since, is }) => {
  expect(isSince(minor, since)).toBe(is);
});
