import type { CanaryStep, CanaryStrategy } from '../../../imports/argoproj.io.rollouts';
import { canaryWeight } from '../traffic/canary-weight';
import type { RolloutRouting } from '../traffic/rollout-routing';
import type { HeaderRoute, RolloutStep, RolloutStepParts } from './rollout-step';

/** Seconds that the old Pods stay after a promotion, in which proxies learn of the new ones: Argo Rollouts' own default. */
const SCALE_DOWN_DELAY = 30;

/** Steps, Services and router of a Rollout. */
export interface StrategyParts {
  readonly steps: readonly RolloutStep[];
  readonly routing: RolloutRouting;
  readonly stableService: string;
  readonly canaryService: string;
}

/** How a Rollout brings a new version in, in its own words. */
export function canaryStrategy({ steps, routing, stableService, canaryService }: StrategyParts): CanaryStrategy {
  const parts = steps.map((step) => step.parts);
  const total = Math.max(
    ...parts.map((part) => ('weightPercent' in part ? canaryWeight(part.weightPercent).total : 100)),
  );
  const managed = parts.flatMap((part, at) => ('headerRoute' in part ? [{ name: routeName(at) }] : []));
  return {
    stableService,
    canaryService,
    trafficRouting: {
      ...routing.trafficRouting,
      managedRoutes: managed.length > 0 ? managed : undefined,
      maxTrafficWeight: total > 100 ? total : undefined,
    },
    scaleDownDelaySeconds: SCALE_DOWN_DELAY,
    steps: parts.map((part, at) => stepManifest(part, at, total)),
  };
}

function stepManifest(part: RolloutStepParts, at: number, total: number): CanaryStep {
  if ('weightPercent' in part) return { setWeight: Math.round((part.weightPercent * total) / 100) };
  if ('headerRoute' in part) return { setHeaderRoute: { name: routeName(at), match: [headerMatch(part.headerRoute)] } };
  return { pause: part.pause === 'until promoted' ? {} : { duration: part.pause.toSeconds() } };
}

function routeName(at: number): string {
  return `step-${at}`;
}

function headerMatch({ header, ...text }: HeaderRoute) {
  // some implementations search, others match the whole value: so written, both find the pattern anywhere
  const headerValue = 'pattern' in text ? { regex: `^.*(?:${text.pattern}).*$` } : { exact: text.value };
  return { headerName: header, headerValue };
}
