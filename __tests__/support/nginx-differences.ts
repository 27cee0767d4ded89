import type { Manifest } from '../../lib/kubernetes/manifest';
import type { HttpRequest } from '../../lib/simulators/canary/http-request';
import { ingress, nginx } from './routes';

/** Where a difference is tried: so that several may stand in one cluster. */
export interface DifferencePlace {
  readonly host: string;
  readonly namespace: string;
}

/** Something that Traefik reads otherwise in the annotations of ingress-nginx. */
export interface NginxDifference {
  readonly point: string;
  readonly manifests: (place: DifferencePlace) => Manifest[];
  /** The session is a Service of the place, without its namespace. */
  readonly request: Partial<HttpRequest>;
  /** Who answers: a Service of the place, or a status. */
  readonly nginx: string;
  readonly traefik: string;
}

type Notes = Readonly<Record<string, string | number>>;
const HEADER = { 'canary-by-header': 'X-Canary' };

const stable = (place: DifferencePlace, given: Parameters<typeof ingress>[0] = {}) => ingress({ ...place, ...given });
const canary = (place: DifferencePlace, notes: Notes, given: Parameters<typeof ingress>[0] = {}) =>
  ingress({
    ...place,
    name: 'hello-canary',
    paths: [['/', 'next']],
    annotations: nginx({ canary: 'true', ...notes }),
    ...given,
  });
const sticky = (place: DifferencePlace) => stable(place, { annotations: nginx({ affinity: 'cookie' }) });

/** @source github.com/traefik/traefik/v3@3.7.5 pkg/provider/kubernetes/ingress-nginx/build.go, translator.go, annotations.go */
export const NGINX_DIFFERENCES: readonly NginxDifference[] = [
  {
    point: 'a header comes before a session',
    manifests: (place) => [sticky(place), canary(place, { ...HEADER, 'canary-weight': 50 })],
    request: { headers: { 'X-Canary': 'always' }, session: 'stable' },
    nginx: 'stable',
    traefik: 'next',
  },
  {
    point: '"never" comes before a session',
    manifests: (place) => [sticky(place), canary(place, { ...HEADER, 'canary-weight': 50 })],
    request: { headers: { 'X-Canary': 'never' }, session: 'next' },
    nginx: 'next',
    traefik: 'stable',
  },
  {
    point: 'affinity-canary-behavior is not read',
    manifests: (place) => [
      sticky(place),
      canary(place, { ...HEADER, 'canary-weight': 99, 'affinity-canary-behavior': 'legacy' }),
    ],
    request: { headers: {}, session: 'next' },
    nginx: 'stable 1, next 99',
    traefik: 'next',
  },
  {
    point: 'signs of values are not checked',
    manifests: (place) => [stable(place), canary(place, { ...HEADER, 'canary-by-header-value': 'a@b' })],
    request: { headers: { 'X-Canary': 'a@b' } },
    nginx: 'stable',
    traefik: 'next',
  },
  {
    point: 'so "always" does not take the place of such a value',
    manifests: (place) => [stable(place), canary(place, { ...HEADER, 'canary-by-header-value': 'a@b' })],
    request: { headers: { 'X-Canary': 'always' } },
    nginx: 'next',
    traefik: 'stable',
  },
  {
    point: 'nor are the signs of patterns',
    manifests: (place) => [stable(place), canary(place, { ...HEADER, 'canary-by-header-pattern': '^v{1,3}$' })],
    request: { headers: { 'X-Canary': 'vv' } },
    nginx: 'stable',
    traefik: 'next',
  },
  {
    point: 'patterns are of Go: what PCRE alone has makes no router',
    manifests: (place) => [stable(place), canary(place, { ...HEADER, 'canary-by-header-pattern': '(?=b)b$' })],
    request: { headers: { 'X-Canary': 'ab' } },
    nginx: 'next',
    traefik: 'stable',
  },
  {
    point: 'a broken pattern leaves the weight',
    manifests: (place) => [
      stable(place),
      canary(place, { ...HEADER, 'canary-by-header-pattern': '[', 'canary-weight': 100 }),
    ],
    request: { headers: { 'X-Canary': 'v' } },
    nginx: 'stable',
    traefik: 'next',
  },
  {
    point: 'names of cookies have a case',
    manifests: (place) => [stable(place), canary(place, { 'canary-by-cookie': 'try' })],
    request: { cookies: { TRY: 'always' } },
    nginx: 'next',
    traefik: 'stable',
  },
  {
    point: 'an own type of path is whole segments',
    manifests: (place) => [stable(place, { paths: [['/own', 'stable', 'ImplementationSpecific']] })],
    request: { path: '/ownership' },
    nginx: 'stable',
    traefik: '404',
  },
  {
    point: 'a prefix has a longer rule than an exact path',
    manifests: (place) => [
      stable(place, {
        paths: [
          ['/a', 'next'],
          ['/a/b', 'stable', 'Exact'],
        ],
      }),
    ],
    request: { path: '/a/b' },
    nginx: 'stable',
    traefik: 'next',
  },
  {
    point: 'an exact path stays one beside expressions',
    manifests: (place) => [
      stable(place, { paths: [['/a', 'stable', 'Exact']], annotations: nginx({ 'use-regex': 'true' }) }),
    ],
    request: { path: '/ab' },
    nginx: 'stable',
    traefik: '404',
  },
  {
    point: 'a prefix that ends with a slash takes the path without it',
    manifests: (place) => [stable(place, { paths: [['/a/', 'stable']] })],
    request: { path: '/a' },
    nginx: '301',
    traefik: 'stable',
  },
  {
    point: 'of two canaries on different paths of one Service the last counts',
    manifests: (place) => [
      stable(place, {
        paths: [
          ['/', 'stable'],
          ['/x', 'stable'],
        ],
      }),
      // of the same age the last by name is taken for the older
      canary(place, { 'canary-weight': 100 }, { name: 'z', paths: [['/', 'next']] }),
      canary(place, { 'canary-weight': 100 }, { name: 'a', paths: [['/x', 'other']] }),
    ],
    request: {},
    nginx: 'next',
    traefik: 'other',
  },
];
