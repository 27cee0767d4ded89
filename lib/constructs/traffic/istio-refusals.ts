import type { Backend, TrafficIntent } from './traffic-intent';
import type { Refusal } from './traffic-provider';
import { refuseUnsupported } from './unsupported-options';

const DESTINATION = 'write a DestinationRule for the Service';

/** What a VirtualService has no word for: Istio says it of the Service, or of the Gateway. */
const LACKS = {
  requestsPerSecondPerClient: "use an EnvoyFilter of the Gateway's, or the provider traefik or ingress-nginx",
  connectionsPerClient: "use an EnvoyFilter of the Gateway's, or the provider traefik or ingress-nginx",
  sessionCookie: `${DESTINATION}, with consistentHash.httpCookie`,
  maxBodySize: "use an EnvoyFilter of the Gateway's, or the provider traefik or ingress-nginx",
  connectTimeout: `${DESTINATION}, with connectionPool.tcp.connectTimeout`,
  readTimeout: 'bound the whole request by requestTimeout',
  sendTimeout: 'bound the whole request by requestTimeout',
  allowedSourceRanges: 'write an AuthorizationPolicy for the Gateway',
};

/** What Istio says elsewhere than in a VirtualService, or would silently do otherwise. */
export function istioRefusals(intent: TrafficIntent): Refusal[] {
  const { paths, stable, canary, defaultBackend, tlsSecret, plainHttp, backendProtocol } = intent;
  const backends = [...paths.map(({ backend }) => backend), stable, canary?.backend, defaultBackend];
  return [
    ...backends.flatMap(namedPort),
    ...(tlsSecret === undefined ? [] : [{ prop: 'tlsSecret', got: tlsSecret, ...TLS_ELSEWHERE }]),
    ...(plainHttp === 'redirect' ? [{ prop: 'plainHttp', got: plainHttp, ...BY_GATEWAY }] : []),
    ...(backendProtocol && backendProtocol !== 'HTTP'
      ? [{ prop: 'backendProtocol', got: backendProtocol, ...SAID_BY_SERVICE }]
      : []),
    ...refuseUnsupported(intent, 'istio', LACKS),
  ];
}

function namedPort(backend: Backend | undefined): Refusal[] {
  return typeof backend?.port === 'string' ? [{ prop: 'service', got: backend.port, ...BY_NUMBER }] : [];
}

const BY_NUMBER = { rule: 'must be a number for istio', mend: 'give the port by its number' };

const TLS_ELSEWHERE = {
  rule: 'must not be set for istio',
  mend: 'the Gateway holds the certificate: tls.credentialName of its server',
};

const BY_GATEWAY = {
  rule: 'must not be redirect for istio, whose Gateway does it',
  mend: "set tls.httpsRedirect on the Gateway's server for plain HTTP",
};

const SAID_BY_SERVICE = {
  rule: 'must be HTTP for istio, where the Service says what it speaks',
  mend: 'set appProtocol on its port (grpc, kubernetes.io/h2c), or a DestinationRule with tls',
};
