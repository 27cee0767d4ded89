import type { Size } from 'cdk8s';
import type { Cpu } from './k8s';
import { compareQuantities } from './quantity';

/** The least and the most that one container, or one Pod, may have. What is left out has no bound. */
export interface ResourceBounds {
  /** Least that may be requested. */
  readonly minCpu?: Cpu;
  readonly minMemory?: Size;
  /** Most that may be the limit. */
  readonly maxCpu?: Cpu;
  readonly maxMemory?: Size;
}

/** One of the bounds as a LimitRange holds it; nothing where it says nothing. */
export function resourceBound(bounds: ResourceBounds, end: 'min' | 'max'): Record<string, string> | undefined {
  const [cpu, memory] = end === 'min' ? [bounds.minCpu, bounds.minMemory] : [bounds.maxCpu, bounds.maxMemory];
  const said = { ...(cpu && { cpu: cpu.amount }), ...(memory && { memory: memory.asString() }) };
  return Object.keys(said).length > 0 ? said : undefined;
}

/** The least that is above the most; nothing where there is room between them. */
export function resourceBoundsProblem(
  bounds: ResourceBounds,
): { readonly prop: string; readonly got: string; readonly rule: string } | undefined {
  for (const [prop, least, bound, most] of [
    ['minCpu', bounds.minCpu?.amount, 'maxCpu', bounds.maxCpu?.amount],
    ['minMemory', bounds.minMemory?.asString(), 'maxMemory', bounds.maxMemory?.asString()],
  ] as const) {
    if (least === undefined || most === undefined || compareQuantities(least, most) <= 0) continue;
    return { prop, got: least, rule: `must be at most ${bound} (${most})` };
  }
  return undefined;
}
