import { literalRegularExpression } from '../../kubernetes/regular-expression';
import type { Canary } from './traffic-intent';

/** A header that decides on its own who answers. */
export interface CanaryDecision {
  readonly header: string;
  /** Whether the value must be equal to `value`, or is searched for the regular expression that it is. */
  readonly type: 'Exact' | 'RegularExpression';
  readonly value: string;
  readonly picksCanary: boolean;
}

/** Decisions of a canary in their order, but for the weight, for providers that match headers and know no cookies. */
export function canaryDecisions(canary: Canary): CanaryDecision[] {
  return [...headerDecisions(canary), ...cookieDecisions(canary)];
}

function headerDecisions({ header, headerValue, headerPattern }: Canary): CanaryDecision[] {
  if (!header) return [];
  const exactly = (value: string, picksCanary: boolean): CanaryDecision => ({
    header,
    type: 'Exact',
    value,
    picksCanary,
  });
  if (headerValue !== undefined) return [exactly(headerValue, true)];
  if (headerPattern === undefined) return [exactly('always', true), exactly('never', false)];
  // some implementations search, others match the whole value: so written, both find the pattern anywhere
  return [{ header, type: 'RegularExpression', value: `^.*(?:${headerPattern}).*$`, picksCanary: true }];
}

function cookieDecisions({ cookie }: Canary): CanaryDecision[] {
  if (!cookie) return [];
  const name = literalRegularExpression(cookie);
  const set = (value: string, picksCanary: boolean): CanaryDecision => ({
    header: 'Cookie',
    type: 'RegularExpression',
    value: `^(.*;\\s*)?${name}=${value}(;.*)?$`,
    picksCanary,
  });
  return [set('always', true), set('never', false)];
}
