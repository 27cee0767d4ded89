import type { StringMatch, VirtualServiceRule } from '../../imports/networking.istio.io';
import type { CanaryRequest } from './canary-share';
import type { objectsOf } from './chart';

/**
 * Percent that Istio sends to `canary`, or nothing where it answers 404: the first rule of the list that matches decides. Names
 * of headers are met in lower case, and an expression must meet the whole of a text.
 *
 * @source istio.io/api@1.31.1 networking/v1alpha3/virtual_service.proto HTTPMatchRequest
 */
export function istioShare(
  services: ReturnType<typeof objectsOf>,
  { path, header, cookie }: CanaryRequest,
  canary: string,
): number | undefined {
  const sent = new Map([
    ['x-group', header],
    ['cookie', cookie === undefined ? 'lang=en' : `lang=en; group=${cookie}; theme=never`],
  ]);
  const rules: VirtualServiceRule[] = services.flatMap(({ spec }) => spec.http);
  const winner = rules.find(({ match = [{}] }) =>
    match.some(
      ({ uri, headers = {} }) =>
        (!uri || isMet(uri, path)) && Object.entries(headers).every(([name, value]) => isMet(value, sent.get(name))),
    ),
  );
  const shares = (winner?.route ?? []).map(({ destination, weight = 1 }) => ({ host: destination.host, weight }));
  const sum = (some: typeof shares) => some.reduce((all, { weight }) => all + weight, 0);
  if (!winner) return undefined;
  return (sum(shares.filter(({ host }) => host.split('.')[0] === canary)) / sum(shares)) * 100;
}

function isMet({ exact, prefix, regex }: StringMatch, text: string | undefined): boolean {
  if (text === undefined) return false;
  if (exact !== undefined) return text === exact;
  if (prefix !== undefined) return text.startsWith(prefix);
  return new RegExp(`^(?:${regex})$`).test(text);
}
