import type { Construct } from 'constructs';
import { VirtualService } from '../../imports/networking.istio.io';

/** Every kind of the file, with every field; the texts of a match and the ways to answer take turns. */
export function examples(scope: Construct): void {
  new VirtualService(scope, 'Route', {
    metadata: { name: 'orders', namespace: 'shop' },
    spec: {
      hosts: ['orders.example.com', '*.orders.example.com', '*'],
      gateways: ['gateways/public', 'mesh'],
      http: [
        {
          name: 'beta',
          match: [
            {
              name: 'beta',
              uri: { prefix: '/api/' },
              headers: { 'x-group': { exact: 'beta' }, cookie: { regex: '^(.*;\\s*)?group=always(;.*)?$' } },
              withoutHeaders: { 'x-test': {} },
              queryParams: { version: { exact: '2' } },
              method: { exact: 'GET' },
              ignoreUriCase: true,
            },
            { uri: { regex: '/legacy.*' } },
          ],
          rewrite: { authority: 'orders.internal', uri: '/v1/' },
          route: [
            {
              destination: { host: 'orders-next.shop.svc.cluster.local', subset: 'v2', port: { number: 80 } },
              weight: 100,
            },
          ],
          timeout: '30s',
          corsPolicy: {
            allowOrigins: [{ exact: 'https://shop.example.com' }],
            allowMethods: ['GET'],
            allowHeaders: ['X-Shop'],
            exposeHeaders: ['X-Total'],
            maxAge: '600s',
            allowCredentials: true,
          },
        },
        {
          match: [{ uri: { exact: '/old' } }],
          redirect: {
            scheme: 'https',
            authority: 'www.example.com',
            port: 8443,
            uri: '/new',
            redirectCode: 302,
          },
        },
        {
          rewrite: { uriRegexRewrite: { match: '^/api(/.*)?$', rewrite: '/v1\\1' } },
          route: [{ destination: { host: 'orders' } }],
        },
      ],
    },
  });
}
