import { regularExpressionProblem } from '../../kubernetes/regular-expression';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import type { Mistake } from '../mistake';
import { percentProblem } from '../traffic/percent-problem';
import type { RolloutRouting } from '../traffic/rollout-routing';
import type { HeaderRoute, RolloutStep, RolloutStepParts } from './rollout-step';

/**
 * What is wrong with the steps of a Rollout: with each of them, with their order, or with them and what divides the requests.
 *
 * @source github.com/argoproj/argo-rollouts@1.10.2 pkg/apis/rollouts/validation/validation.go
 */
export function rolloutStepsMistake(steps: readonly RolloutStep[], routing: RolloutRouting): Mistake | undefined {
  if (steps.length === 0) return { code: 'NoSteps', prop: 'steps', got: [], ...NONE };
  const parts = steps.map((step) => step.parts);
  const wrong = parts.flatMap((part, at) => {
    const found = stepMistake(part, routing) ?? orderMistake(parts, at);
    return found ? [{ code: 'InvalidStep', ...found, prop: `steps[${at}]${found.prop}` }] : [];
  });
  return wrong[0];
}

type Found = Omit<Mistake, 'code'>;

function stepMistake(part: RolloutStepParts, routing: RolloutRouting): Found | undefined {
  if ('weightPercent' in part) return weightMistake(part.weightPercent, routing);
  if ('headerRoute' in part) return headerMistake(part.headerRoute, routing);
  if (part.pause === 'until promoted') return undefined;
  const rule = wholeNumberProblem(part.pause.toSeconds({ integral: false }), 1, 2 ** 31 - 1);
  const got = `${part.pause.toMilliseconds()}ms`;
  return rule === undefined ? undefined : { prop: '.pause', got, rule: `${rule} seconds`, mend: 'give whole seconds' };
}

function weightMistake(got: number, { provider, finerThanPercent }: RolloutRouting): Found | undefined {
  const prop = '.setWeight';
  const rule = percentProblem(got);
  if (rule) return { prop, got, rule, mend: 'give the percent of requests that the canary gets' };
  if (finerThanPercent || Number.isInteger(got)) return undefined;
  const mend = 'give whole percent, or choose the provider ingress-nginx';
  return { prop, got, rule: `must be whole percent for ${provider}, whose weights Argo Rollouts makes of 100`, mend };
}

function headerMistake(route: HeaderRoute, { provider, headerRoutes }: RolloutRouting): Found | undefined {
  const prop = '.setHeaderRoute';
  const [text, byPattern] = 'pattern' in route ? [route.pattern, true] : [route.value, false];
  if (headerRoutes === 'none') {
    const rule = `must not be a header route for ${provider}, where Argo Rollouts makes none and goes on`;
    return { prop, got: route.header, rule, mend: 'say it in canaryRules, which hold for the whole release' };
  }
  if (!/^[-!#$%&'*+.^_`|~0-9A-Za-z]+$/.test(route.header)) {
    return { prop, got: route.header, rule: 'must name a header', mend: 'write its name alone' };
  }
  if (text === '') return { prop, got: text, rule: 'must not be empty', mend: 'say which requests get the canary' };
  if (byPattern && headerRoutes === 'exact') return { prop, got: text, ...NEEDS_EXPRESSIONS };
  const rule = byPattern ? regularExpressionProblem(text) : undefined;
  return rule === undefined ? undefined : { prop, got: text, rule, mend: 'mend it: RE2 has no lookaround' };
}

/** The controller does the next step as soon as the Pods are ready: a weight that no pause follows tells nobody anything. */
function orderMistake(parts: readonly RolloutStepParts[], at: number): Found | undefined {
  const step = parts[at];
  if (!step || !('weightPercent' in step)) return undefined;
  const prop = '.setWeight';
  const got = step.weightPercent;
  const before = parts.slice(0, at).findLast((part) => 'weightPercent' in part);
  if (before && before.weightPercent >= got) return { prop, got, ...rising(before.weightPercent) };
  const rest = parts.slice(at + 1);
  const next = rest.findIndex((part) => 'weightPercent' in part);
  const pauses = rest.slice(0, next === -1 ? rest.length : next).some((part) => 'pause' in part);
  return pauses || got === 100 ? undefined : { prop, got, ...PASSED_AT_ONCE };
}

function rising(before: number): Pick<Found, 'rule' | 'mend'> {
  return { rule: `must be more than the weight before it (${before})`, mend: 'put the steps in their order' };
}

const NONE = {
  rule: 'must have at least one: a Rollout without steps gives every request to a new version at once',
  mend: 'add RolloutStep.setWeight(10) and RolloutStep.pause(), or take a ProbedDeployment',
};

const PASSED_AT_ONCE = {
  rule: 'must be followed by a pause: it would be passed as soon as the Pods are ready',
  mend: 'add RolloutStep.pause(), with a time or until somebody promotes',
};

const NEEDS_EXPRESSIONS = {
  rule: 'needs header regular expressions, which Gateway API leaves to the implementation',
  mend: 'set headerRegularExpressions on the cluster if its implementation matches by RE2, or give a value',
};
