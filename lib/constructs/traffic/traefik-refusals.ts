import type { Traefik } from '../../kubernetes/ingress-provider';
import type { Backend, TrafficIntent } from './traffic-intent';
import type { Refusal } from './traffic-provider';
import { refuseUnsupported } from './unsupported-options';

/** Rules of a path whose priorities stay below those of a path that is a letter longer. */
const MAX_RULES = 49;

/** What Traefik's custom resources have no word for, or what its configuration must allow first. */
export function traefikRefusals(intent: TrafficIntent, { allowCrossNamespace }: Traefik): Refusal[] {
  const { paths, stable, canary, defaultBackend, plainHttp, tlsSecret } = intent;
  const rules = canary?.rules ?? [];
  const backends = [...paths.map(({ backend }) => backend), stable, canary?.backend, defaultBackend];
  return [
    ...paths.flatMap(({ path: got }) => (got.includes('`') ? [{ prop: 'paths', got, ...NO_BACKTICK }] : [])),
    ...rules.flatMap((rule, at) =>
      Object.entries(rule)
        .filter(([, got]) => got?.includes('`'))
        .map(([prop, got]) => ({ prop: `canary.rules[${at}].${prop}`, got, ...NO_BACKTICK })),
    ),
    ...(rules.length > MAX_RULES ? [{ prop: 'canary.rules', got: rules.length, ...TOO_MANY }] : []),
    ...(allowCrossNamespace ? [] : backends.flatMap(foreign)),
    ...(plainHttp === 'redirect' && tlsSecret === undefined
      ? [{ prop: 'plainHttp', got: plainHttp, ...NEEDS_TLS }]
      : []),
    ...refuseUnsupported(intent, 'traefik', {
      readTimeout: 'bound connecting by connectTimeout, or choose the provider ingress-nginx',
      sendTimeout: 'set transport.respondingTimeouts on the entry point, or choose the provider ingress-nginx',
      requestTimeout: 'set transport.respondingTimeouts on the entry point, or choose the provider gateway-api',
    }),
  ];
}

function foreign(backend: Backend | undefined): Refusal[] {
  return backend?.namespace === undefined ? [] : [{ prop: 'service', got: backend.namespace, ...OTHER_NAMESPACE }];
}

const TOO_MANY = { rule: `must be at most ${MAX_RULES} for traefik`, mend: 'join values of a header into one pattern' };

const NO_BACKTICK = { rule: 'must have no "`" for traefik, whose rules quote by it', mend: 'write it without' };

const NEEDS_TLS = {
  rule: 'needs a tlsSecret for traefik, where TLS ends',
  mend: 'give the Secret of the hosts, or redirect on the entry point',
};

const OTHER_NAMESPACE = {
  rule: 'must not be another namespace for a Traefik without allowCrossNamespace',
  mend: 'start it with providers.kubernetesCRD.allowCrossNamespace and say so on the cluster, or move the route there',
};
