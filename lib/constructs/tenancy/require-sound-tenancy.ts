import type { Construct } from 'constructs';
import { requestAboveLimit } from '../../kubernetes/container-size';
import { nameProblem } from '../../kubernetes/names';
import { compareQuantities } from '../../kubernetes/quantity';
import { quotaProblem } from '../../kubernetes/quota-amounts';
import { type ResourceBounds, resourceBound, resourceBoundsProblem } from '../../kubernetes/resource-bounds';
import { InvalidProp, type InvalidPropDetails } from '../invalid-prop';
import type { ContainerDefaults, TenancyProps } from './tenancy-props';

/**
 * Holds the props of a tenancy against what Kubernetes accepts, and sizes against their bounds.
 *
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundTenancy(scope: Construct, props: TenancyProps): void {
  for (const check of [
    nameMistake,
    versionMistake,
    quotaMistake,
    requestMistake,
    boundsMistake,
    sizeMistake,
    claimMistake,
  ]) {
    const wrong = check(props);
    if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
  }
}

type Mistake = InvalidPropDetails & { readonly code: string };

function nameMistake({ namespace: got }: TenancyProps): Mistake | undefined {
  const rule = nameProblem('Namespace', got);
  return rule === undefined
    ? undefined
    : { code: 'InvalidName', prop: 'namespace', got, rule, mend: 'choose another name' };
}

function versionMistake({ kubernetesVersion: got }: TenancyProps): Mistake | undefined {
  if (/^1\.\d+$/.test(got)) return undefined;
  const mend = 'write the minor alone, such as "1.30"';
  return { code: 'InvalidVersion', prop: 'kubernetesVersion', got, rule: 'must be a minor of Kubernetes', mend };
}

function quotaMistake({ quota }: TenancyProps): Mistake | undefined {
  const wrong = quotaProblem(quota);
  return (
    wrong && { code: 'InvalidQuota', prop: `quota.${wrong.field}`, got: wrong.got, rule: wrong.rule, mend: wrong.mend }
  );
}

function requestMistake({ containerDefaults: { size } }: TenancyProps): Mistake | undefined {
  const above = requestAboveLimit(size);
  if (!above) return undefined;
  const rule = `must be at most its limit (${above.limit})`;
  const mend = 'lower the request or raise the limit';
  return { code: 'RequestAboveLimit', prop: `containerDefaults.${above.prop}`, got: above.got, rule, mend };
}

function boundsMistake({ containerDefaults, podBounds }: TenancyProps): Mistake | undefined {
  for (const [of, bounds] of Object.entries({ containerDefaults, podBounds })) {
    if (!bounds) continue;
    const wrong = resourceBoundsProblem(bounds);
    if (wrong)
      return { code: 'MinAboveMax', ...wrong, prop: `${of}.${wrong.prop}`, mend: 'lower it or raise the other' };
    if (!resourceBound(bounds, 'min') && !resourceBound(bounds, 'max')) return noBound(of, bounds);
  }
  return undefined;
}

/** A container that states nothing gets the default size, and is refused where that is out of bounds: its own, or its Pod's. */
function sizeMistake({ containerDefaults, podBounds = {} }: TenancyProps): Mistake | undefined {
  const ends = [
    ...sizeEnds('', containerDefaults, containerDefaults),
    ...sizeEnds('podBounds.', containerDefaults, podBounds),
  ];
  const wrong = ends.find(({ got, at, sign }) => at !== undefined && compareQuantities(got, at) * sign > 0);
  if (!wrong) return undefined;
  const { prop, got, bound, at, sign } = wrong;
  const rule = `must be at ${sign > 0 ? 'most' : 'least'} ${bound} (${at})`;
  const code = sign > 0 ? 'LimitAboveMax' : 'RequestBelowMin';
  return { code, prop: `containerDefaults.size.${prop}`, got, rule, mend: `change it, or ${bound}` };
}

/** Each end of a size, and the bound that it must not be beyond: `sign` says in which direction. */
function sizeEnds(of: string, { size }: ContainerDefaults, { minCpu, maxCpu, minMemory, maxMemory }: ResourceBounds) {
  const [cpu, memory] = [size.cpuLimit.amount, size.memoryLimit.asString()];
  const [cpuRequest, memoryRequest] = [size.cpuRequest.amount, size.memoryRequest.asString()];
  return [
    { prop: 'cpuLimit', got: cpu, bound: `${of}maxCpu`, at: maxCpu?.amount, sign: 1 },
    { prop: 'memoryLimit', got: memory, bound: `${of}maxMemory`, at: maxMemory?.asString(), sign: 1 },
    { prop: 'cpuRequest', got: cpuRequest, bound: `${of}minCpu`, at: minCpu?.amount, sign: -1 },
    { prop: 'memoryRequest', got: memoryRequest, bound: `${of}minMemory`, at: minMemory?.asString(), sign: -1 },
  ];
}

function claimMistake({ claimBounds }: TenancyProps): Mistake | undefined {
  if (!claimBounds) return undefined;
  const [min, max] = [claimBounds.min?.asString(), claimBounds.max?.asString()];
  if (min === undefined && max === undefined) return noBound('claimBounds', claimBounds);
  if (min === undefined || max === undefined || compareQuantities(min, max) <= 0) return undefined;
  const rule = `must be at most max (${max})`;
  return { code: 'MinAboveMax', prop: 'claimBounds.min', got: min, rule, mend: 'lower it or raise max' };
}

function noBound(prop: string, got: unknown): Mistake {
  return { code: 'NoBound', prop, got, rule: 'must have a bound', mend: 'give one, or leave the prop out' };
}
