import type { Share } from '../simulators/canary/answer';
import { percentOf } from '../simulators/canary/fraction';
import type { Routed } from '../simulators/canary/routed';

/** For programs: every key is always there, and null where there is nothing to say. Parts are exact: `part` of `of`. */
export function routedJson({ request, answers }: Routed): string {
  const { scheme = 'http', host, path, method = 'GET', headers = {}, session = null } = request;
  const report = {
    request: { scheme, host, path, method, headers, session },
    answers: answers.map(({ provider, answer: { shares, why } }) => ({
      provider,
      shares: shares.map(written),
      why: why.map(({ object, verdict, text }) => ({ object, verdict, text })),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function written({ to, part }: Share) {
  const nobody = { namespace: null, service: null, port: null, subset: null, status: null };
  return { ...nobody, ...to, part: part.part, of: part.of, percent: percentOf(part) };
}
