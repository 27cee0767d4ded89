import { wholeNumberProblem } from '../../kubernetes/whole-number';
import type { IngressOptions } from './ingress-options';
import type { Backend, Canary, HttpPath, TrafficIntent } from './traffic-intent';
import type { Refusal } from './traffic-provider';
import { refuseUnsupported } from './unsupported-options';

const PATH = /^\/[A-Za-z0-9._\-/]*$/;
const LISTENER = 'set it on the listener of the AlbConfig, for all that it serves';

/** What ALB Ingress has no word for. @see the dictionary of its annotations */
const LACKS = {
  connectionsPerClient: 'limit requestsPerSecondPerClient',
  maxBodySize: 'check the size in the service, or choose the provider ingress-nginx',
  connectTimeout: LISTENER,
  readTimeout: LISTENER,
  sendTimeout: LISTENER,
  requestTimeout: LISTENER,
  allowedSourceRanges: `${LISTENER}: aclConfig`,
};

/**
 * What ALB Ingress cannot do, or would silently do otherwise.
 *
 * @source alibaba/alibaba-load-balancer-controller@c9b32db pkg/controller/ingress/reconcile/builder/albconfig_manager/model_build_listener_rules.go
 */
export function albRefusals(intent: TrafficIntent): Refusal[] {
  const { paths, stable, canary, defaultBackend } = intent;
  const backends = [...paths.map(({ backend }) => backend), stable, canary?.backend, defaultBackend];
  return [
    ...paths.flatMap(({ path: got, type }) =>
      type === 'RegularExpression' || PATH.test(got) ? [] : [{ prop: 'paths', got, ...PLAIN_PATH }],
    ),
    ...backends.flatMap((backend) => (backend ? backendRefusals(backend) : [])),
    ...(canary ? canaryRefusals(canary, paths) : []),
    ...optionRefusals(intent),
    ...addedPrefix(intent),
    ...refuseUnsupported(intent, 'alb', LACKS),
  ];
}

function backendRefusals({ port, namespace }: Backend): Refusal[] {
  const prop = 'service';
  return [
    ...(typeof port === 'string' ? [{ prop, got: port, ...BY_NUMBER }] : []),
    ...(namespace === undefined ? [] : [{ prop, got: namespace, ...OWN_NAMESPACE }]),
  ];
}

function canaryRefusals(canary: Canary, paths: readonly HttpPath[]): Refusal[] {
  const { header, headerValue, headerPattern, cookie, weightPercent = 0 } = canary;
  const byRule = header ?? cookie;
  const own = paths.find(({ backend }) => backend);
  return [
    ...(headerPattern === undefined ? [] : [{ prop: 'canary.headerPattern', got: headerPattern, ...BY_VALUE }]),
    ...(header !== undefined && headerValue === undefined && headerPattern === undefined
      ? [{ prop: 'canary.header', got: header, ...BY_VALUE }]
      : []),
    ...(cookie !== undefined && weightPercent > 0 ? [{ prop: 'canary.cookie', got: cookie, ...NO_NEVER }] : []),
    ...(byRule && own ? [{ prop: 'paths', got: own.path, ...RULES_FIRST }] : []),
  ];
}

function optionRefusals({ backendProtocol, sessionCookie, requestsPerSecondPerClient }: IngressOptions): Refusal[] {
  const protocol = backendProtocol === 'GRPCS' || backendProtocol === 'H2C' ? backendProtocol : undefined;
  const limit = requestsPerSecondPerClient && wholeNumberProblem(requestsPerSecondPerClient, 1, 1_000_000);
  const time = sessionCookie?.maxAge && wholeNumberProblem(sessionCookie.maxAge.toSeconds(), 1, 86_400);
  const mend = 'choose one in that range';
  return [
    ...(protocol ? [{ prop: 'backendProtocol', got: protocol, ...PROTOCOLS }] : []),
    ...(sessionCookie && sessionCookie.name !== 'SERVERID'
      ? [{ prop: 'sessionCookie.name', got: sessionCookie.name, ...ITS_OWN_NAME }]
      : []),
    ...(time
      ? [
          {
            prop: 'sessionCookie.maxAge',
            got: `${sessionCookie.maxAge?.toMilliseconds()}ms`,
            rule: `${time} seconds`,
            mend,
          },
        ]
      : []),
    ...(limit ? [{ prop: 'requestsPerSecondPerClient', got: requestsPerSecondPerClient, rule: limit, mend }] : []),
  ];
}

/** A path of an Ingress begins with "/", which no group can then take along. */
function addedPrefix({ rewrite, paths }: TrafficIntent): Refusal[] {
  if (!rewrite || !('replacePrefixMatch' in rewrite) || rewrite.replacePrefixMatch === '/') return [];
  const root = paths.some(({ path }) => path === '/');
  return root ? [{ prop: 'rewrite', got: rewrite.replacePrefixMatch, ...ONLY_REMOVED }] : [];
}

const PLAIN_PATH = { rule: 'must be letters, digits and "/-._" for alb', mend: 'choose a plain path' };
const BY_NUMBER = { rule: 'must be a number for alb', mend: 'give the port by its number' };
const OWN_NAMESPACE = {
  rule: 'must not be another namespace for alb',
  mend: 'make the Ingress in the namespace of the Service',
};
const BY_VALUE = {
  rule: 'needs a headerValue for alb, which matches headers by one value alone',
  mend: 'decide by headerValue',
};
const NO_NEVER = {
  rule: 'must not be given beside weightPercent for alb, which does not know "never"',
  mend: 'decide by the cookie alone, or by headerValue',
};
const RULES_FIRST = {
  rule: 'must not have a Service of its own beside a canary by header or cookie for alb, which asks the canary first',
  mend: 'give that path an Ingress of its own',
};
const PROTOCOLS = { rule: 'must be HTTP, HTTPS or GRPC for alb', mend: 'say GRPC where it is gRPC' };
const ITS_OWN_NAME = { rule: 'must be SERVERID for alb, which names the cookie itself', mend: 'call it SERVERID' };
const ONLY_REMOVED = {
  rule: 'must be "/" for the path "/" of an Ingress',
  mend: 'name the paths that are to be rewritten',
};
