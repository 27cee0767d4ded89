import type { Construct } from 'constructs';
import { Gateway, HttpRoute, type HttpRouteFilter, ReferenceGrant } from '../../imports/gateway.networking.k8s.io';

const GROUP = 'gateway.networking.k8s.io';

const redirect: HttpRouteFilter = {
  type: 'RequestRedirect',
  requestRedirect: {
    scheme: 'https',
    hostname: 'www.example.com',
    path: { type: 'ReplaceFullPath', replaceFullPath: '/new' },
    port: 8443,
    statusCode: 308,
  },
};

const headers = { set: [{ name: 'X-A', value: 'a' }], add: [{ name: 'X-B', value: 'b' }], remove: ['X-C'] };

const filters: readonly HttpRouteFilter[] = [
  { type: 'RequestHeaderModifier', requestHeaderModifier: headers },
  { type: 'ResponseHeaderModifier', responseHeaderModifier: headers },
  {
    type: 'URLRewrite',
    urlRewrite: { hostname: 'inside.example.com', path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } },
  },
  {
    type: 'CORS',
    cors: {
      allowOrigins: ['https://shop.example.com'],
      allowCredentials: true,
      allowMethods: ['GET', 'PUT'],
      allowHeaders: ['X-Shop'],
      exposeHeaders: ['X-Total'],
      maxAge: 600,
    },
  },
];

/** Every kind of the file, with every field. */
export function examples(scope: Construct): void {
  const backend = { group: '', kind: 'Service', name: 'orders', namespace: 'shop', port: 80 };
  new HttpRoute(scope, 'Route', {
    metadata: { name: 'orders', namespace: 'front' },
    spec: {
      parentRefs: [
        { group: GROUP, kind: 'Gateway', name: 'public', namespace: 'gateways', sectionName: 'web', port: 80 },
      ],
      hostnames: ['orders.example.com'],
      rules: [
        {
          matches: [
            {
              path: { type: 'PathPrefix', value: '/api' },
              headers: [
                { type: 'Exact', name: 'X-Group', value: 'beta' },
                { type: 'RegularExpression', name: 'Cookie', value: '^a=b' },
              ],
              method: 'GET',
            },
          ],
          filters,
          backendRefs: [{ ...backend, weight: 100 }],
          timeouts: { request: '30s', backendRequest: '10s' },
        },
        { matches: [{ path: { type: 'RegularExpression', value: '^/old' } }], filters: [redirect] },
      ],
    },
  });
  new Gateway(scope, 'Gateway', {
    metadata: { name: 'public', namespace: 'gateways' },
    spec: {
      gatewayClassName: 'traefik',
      addresses: [{ type: 'IPAddress', value: '192.0.2.7' }],
      listeners: [
        {
          name: 'secure',
          hostname: '*.example.com',
          port: 443,
          protocol: 'HTTPS',
          tls: {
            mode: 'Terminate',
            certificateRefs: [{ group: '', kind: 'Secret', name: 'example-tls', namespace: 'certificates' }],
          },
          allowedRoutes: {
            namespaces: { from: 'Selector', selector: { matchLabels: { environment: 'prod' } } },
            kinds: [{ group: GROUP, kind: 'HTTPRoute' }],
          },
        },
      ],
    },
  });
  new ReferenceGrant(scope, 'Grant', {
    metadata: { name: 'front-orders', namespace: 'shop' },
    spec: {
      from: [{ group: GROUP, kind: 'HTTPRoute', namespace: 'front' }],
      to: [{ group: '', kind: 'Service', name: 'orders' }],
    },
  });
}
