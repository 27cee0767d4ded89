import { regularExpressionProblem } from '../../kubernetes/regular-expression';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import type { Backend, CanaryRules, TrafficIntent } from './traffic-intent';
import type { Refusal } from './traffic-provider';

/** Name of a header or a cookie. @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const TOKEN = /^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/;

/** What is wrong with the rules of a canary, whatever the provider. */
export function canaryMistakes({ canary, stable, paths }: TrafficIntent): Refusal[] {
  if (!canary) return [];
  const mend = 'give the canary a Service of its own';
  const shared = { prop: 'canary.backend', got: canary.backend.service, rule: 'must not be the stable Service', mend };
  return [
    ...(isSame(canary.backend, stable) ? [shared] : []),
    ...paths.filter(({ backend }) => isSame(canary.backend, backend)).map(({ path: got }) => ({ ...OWN_PATH, got })),
    ...weightMistakes(canary),
    ...headerMistakes(canary),
  ];
}

const OWN_PATH = {
  prop: 'paths',
  rule: 'must not be answered by the canary alone',
  mend: 'give that path a Service of its own, which may have the same Pods',
};

/** Whether two backends are one Service, be it by different ports. */
function isSame(one: Backend, other: Backend | undefined): boolean {
  return one.service === other?.service && one.namespace === other.namespace;
}

function weightMistakes({ weightPercent: got, header, cookie }: CanaryRules): Refusal[] {
  const prop = 'canary.weightPercent';
  if (got === undefined) {
    const rule = 'must be given where no header or cookie is';
    return header !== undefined || cookie !== undefined
      ? []
      : [{ prop, got, rule, mend: 'say who gets the canary; 0 is nobody yet' }];
  }
  const rule = wholeNumberProblem(got, 0, 100);
  return rule === undefined ? [] : [{ prop, got, rule, mend: 'give the percent of requests that the canary gets' }];
}

function headerMistakes({ header, headerValue, headerPattern, cookie }: CanaryRules): Refusal[] {
  const names = Object.entries({ header, cookie }).filter(([, got]) => got !== undefined && !TOKEN.test(got));
  const values = Object.entries({ headerValue, headerPattern }).filter(([, got]) => got !== undefined);
  const refusal = (prop: string, got: unknown, rule: string, mend: string): Refusal => ({
    prop: `canary.${prop}`,
    got,
    rule,
    mend,
  });
  return [
    ...names.map(([prop, got]) =>
      refusal(prop, got, 'must be a name of letters, digits and "-"', 'write the name alone'),
    ),
    ...(header !== undefined
      ? []
      : values.map(([prop, got]) => refusal(prop, got, 'needs a header', 'name the header whose value it is'))),
    ...values
      .filter(([, got]) => got === '')
      .map(([prop, got]) => refusal(prop, got, 'must not be empty', 'leave it out, and "always" and "never" decide')),
    ...(values.length === 2
      ? [
          refusal(
            'headerPattern',
            headerPattern,
            'must not be given beside headerValue, which wins',
            'keep one of them',
          ),
        ]
      : []),
    ...(headerPattern === undefined || !regularExpressionProblem(headerPattern)
      ? []
      : [
          refusal(
            'headerPattern',
            headerPattern,
            'must be a regular expression',
            'mend it: RE2 has no lookaround, no backreference, no atomic group',
          ),
        ]),
  ];
}
