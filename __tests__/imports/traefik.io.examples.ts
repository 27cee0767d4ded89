import type { Construct } from 'constructs';
import {
  IngressRoute,
  Middleware,
  type MiddlewareSpec,
  ServersTransport,
  type TraefikBackend,
  TraefikService,
} from '../../imports/traefik.io';

const sticky = {
  cookie: {
    name: 'route',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 3600,
    path: '/',
    domain: 'example.com',
  },
} as const;

const backend: TraefikBackend = {
  name: 'orders',
  kind: 'Service',
  namespace: 'shop',
  port: 80,
  scheme: 'h2c',
  serversTransport: 'orders',
  sticky,
  weight: 90,
  passHostHeader: true,
};

const criterion = {
  ipStrategy: { depth: 1, excludedIPs: ['192.0.2.7'] },
  requestHeaderName: 'X-Client',
  requestHost: false,
};

/** A Middleware has one of its fields: so there is one for each. */
const middlewares: Readonly<Record<string, MiddlewareSpec>> = {
  'add-prefix': { addPrefix: { prefix: '/v1' } },
  'strip-prefix': { stripPrefix: { prefixes: ['/api'] } },
  'replace-path': { replacePath: { path: '/index' } },
  'replace-path-regex': { replacePathRegex: { regex: '^/api(/.*)?$', replacement: '/v1$1' } },
  'redirect-regex': { redirectRegex: { regex: '^.*$', replacement: 'https://www.example.com', permanent: true } },
  'redirect-scheme': { redirectScheme: { scheme: 'https', port: '443', permanent: true } },
  'rate-limit': { rateLimit: { average: 10, burst: 50, period: '1s', sourceCriterion: criterion } },
  'in-flight-req': { inFlightReq: { amount: 5, sourceCriterion: criterion } },
  'ip-allow-list': { ipAllowList: { sourceRange: ['192.0.2.0/24'], rejectStatusCode: 403 } },
  buffering: { buffering: { maxRequestBodyBytes: 1_048_576, memRequestBodyBytes: 65_536 } },
  headers: {
    headers: {
      accessControlAllowCredentials: true,
      accessControlAllowHeaders: ['X-Shop'],
      accessControlAllowMethods: ['GET'],
      accessControlAllowOriginList: ['https://shop.example.com'],
      accessControlExposeHeaders: ['X-Total'],
      accessControlMaxAge: 600,
      addVaryHeader: true,
      customRequestHeaders: { 'X-A': 'a' },
      customResponseHeaders: { 'X-B': 'b' },
    },
  },
  chain: { chain: { middlewares: [{ name: 'headers', namespace: 'front' }] } },
};

/** Every kind of the file, with every field. */
export function examples(scope: Construct): void {
  new IngressRoute(scope, 'Route', {
    metadata: { name: 'orders', namespace: 'front' },
    spec: {
      entryPoints: ['websecure'],
      routes: [
        {
          kind: 'Rule',
          match: 'Host(`orders.example.com`) && PathPrefix(`/api`)',
          priority: 100,
          middlewares: [{ name: 'strip-prefix', namespace: 'front' }],
          services: [backend, { name: 'division', kind: 'TraefikService' }, { name: 'cart', port: 'http' }],
        },
      ],
      tls: {
        secretName: 'orders-tls',
        certResolver: 'acme',
        options: { name: 'modern', namespace: 'front' },
        domains: [{ main: 'example.com', sans: ['orders.example.com'] }],
      },
    },
  });
  new TraefikService(scope, 'Division', {
    metadata: { name: 'division', namespace: 'front' },
    spec: { weighted: { services: [backend], sticky } },
  });
  for (const [name, spec] of Object.entries(middlewares)) {
    new Middleware(scope, name, { metadata: { name, namespace: 'front' }, spec });
  }
  new ServersTransport(scope, 'Transport', {
    metadata: { name: 'orders', namespace: 'shop' },
    spec: {
      serverName: 'orders.internal',
      insecureSkipVerify: true,
      forwardingTimeouts: { dialTimeout: '5s', responseHeaderTimeout: '30s', idleConnTimeout: 90 },
    },
  });
}
