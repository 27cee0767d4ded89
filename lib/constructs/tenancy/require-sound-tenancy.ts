import type { Construct } from 'constructs';
import { requestAboveLimit } from '../../kubernetes/container-size';
import { nameProblem } from '../../kubernetes/names';
import { compareQuantities } from '../../kubernetes/quantity';
import { InvalidProp, type InvalidPropDetails } from '../invalid-prop';
import type { TenancyProps } from './tenancy-props';

/**
 * Holds the props of a tenancy against what Kubernetes accepts, and sizes against their bounds.
 *
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundTenancy(scope: Construct, props: TenancyProps): void {
  const wrong =
    nameMistake(props) ?? versionMistake(props) ?? podsMistake(props) ?? requestMistake(props) ?? limitMistake(props);
  if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
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

function podsMistake({ quota: { pods: got } }: TenancyProps): Mistake | undefined {
  if (Number.isInteger(got) && got >= 0) return undefined;
  return {
    code: 'OutOfRange',
    prop: 'quota.pods',
    got,
    rule: 'must be a whole number, 0 or more',
    mend: 'give a count',
  };
}

function requestMistake({ containerDefaults: { size } }: TenancyProps): Mistake | undefined {
  const above = requestAboveLimit(size);
  if (!above) return undefined;
  const rule = `must be at most its limit (${above.limit})`;
  const mend = 'lower the request or raise the limit';
  return { code: 'RequestAboveLimit', prop: `containerDefaults.${above.prop}`, got: above.got, rule, mend };
}

/** A container that states nothing gets the default size, and is refused where that is more than one may have. */
function limitMistake({ containerDefaults: { size, maxCpu, maxMemory } }: TenancyProps): Mistake | undefined {
  const limits = [
    { of: 'cpuLimit', got: size.cpuLimit.amount, bound: 'maxCpu', most: maxCpu.amount },
    { of: 'memoryLimit', got: size.memoryLimit.asString(), bound: 'maxMemory', most: maxMemory.asString() },
  ];
  const over = limits.find(({ got, most }) => compareQuantities(got, most) > 0);
  if (!over) return undefined;
  const rule = `must be at most ${over.bound} (${over.most})`;
  const mend = `lower it or raise ${over.bound}`;
  return { code: 'LimitAboveMax', prop: `containerDefaults.size.${over.of}`, got: over.got, rule, mend };
}
