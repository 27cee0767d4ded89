import { Duration, Size } from 'cdk8s';
import type { IngressOptions } from './ingress-options';
import type { Refusal } from './traffic-provider';

/** Options that a provider has no word for, each with what to do instead. */
export type UnsupportedOptions = Partial<Record<keyof IngressOptions, string>>;

/** Refuses the options that were given and that a provider has no word for. */
export function refuseUnsupported(options: IngressOptions, provider: string, lacks: UnsupportedOptions): Refusal[] {
  return Object.entries(lacks).flatMap(([prop, mend]) => {
    const got = options[prop as keyof IngressOptions];
    return got === undefined ? [] : [{ prop, got: shown(got), rule: `must not be set for ${provider}`, mend }];
  });
}

function shown(value: unknown): unknown {
  if (value instanceof Duration) return `${value.toMilliseconds()}ms`;
  return value instanceof Size ? value.asString() : value;
}
