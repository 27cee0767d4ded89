import type { Construct } from 'constructs';
import { configDataKeyProblem } from '../../kubernetes/config-data';
import { nameProblem } from '../../kubernetes/names';
import { secretTypeProblem } from '../../kubernetes/secret-type';
import { wholeSecondsMistake } from '../container/whole-seconds-mistake';
import { InvalidProp, type InvalidPropDetails } from '../invalid-prop';
import type { Defaulted } from '../with-defaults';
import type { DEFAULTS, ExternalSecretProps } from './external-secret-props';

/** Props of `ExternalSecret`, with what was left out. */
export type ResolvedExternalSecretProps = Defaulted<ExternalSecretProps, typeof DEFAULTS & { readonly name: string }>;

/**
 * Holds the props of an ExternalSecret against what its operator accepts, and the Secret to come against what Kubernetes does.
 *
 * @param keys what the Secret will have, as far as it is known
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundExternalSecret(
  scope: Construct,
  props: ResolvedExternalSecretProps,
  keys: readonly string[] | 'unknown',
): void {
  const wrong =
    nameMistake(props) ??
    nothingMistake(props) ??
    keyMistake(props) ??
    remoteMistake(props) ??
    typeMistake(props, keys) ??
    intervalMistake(props);
  if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
}

type Mistake = InvalidPropDetails & { readonly code: string };

function nameMistake({ name: got, store }: ResolvedExternalSecretProps): Mistake | undefined {
  const rule = nameProblem('Secret', got);
  if (rule) return { code: 'InvalidName', prop: 'name', got, rule, mend: 'choose another name' };
  const wrong = nameProblem(store.kind, store.name);
  const mend = 'give the reference of a SecretStore or a ClusterSecretStore';
  return wrong === undefined
    ? undefined
    : { code: 'InvalidName', prop: 'store.name', got: store.name, rule: wrong, mend };
}

function nothingMistake({ data = {}, dataFrom = [], template }: ResolvedExternalSecretProps): Mistake | undefined {
  if (template !== undefined && Object.keys(template).length === 0) {
    const mend = 'leave it out, and the Secret has what was fetched';
    return { code: 'NoData', prop: 'template', got: template, rule: 'must have a key', mend };
  }
  if (Object.keys(data).length + dataFrom.length > 0) return undefined;
  const mend = 'say what to fetch';
  return { code: 'NoData', prop: 'data', got: data, rule: 'must have a key, or dataFrom a secret', mend };
}

function keyMistake({ data = {}, template = {} }: ResolvedExternalSecretProps): Mistake | undefined {
  for (const [prop, keyed] of Object.entries({ data, template })) {
    const got = Object.keys(keyed).find((key) => configDataKeyProblem(key) !== undefined);
    const rule = got === undefined ? undefined : configDataKeyProblem(got);
    if (rule) return { code: 'InvalidKey', prop, got, rule, mend: 'rename the key' };
  }
  return undefined;
}

function remoteMistake({ data = {}, dataFrom = [] }: ResolvedExternalSecretProps): Mistake | undefined {
  const remotes = [
    ...Object.entries(data).map(([key, remote]) => [`data.${key}`, remote] as const),
    ...dataFrom.map((remote, index) => [`dataFrom[${index}]`, remote] as const),
  ];
  for (const [prop, remote] of remotes) {
    const part = (['key', 'property', 'version'] as const).find((name) => remote[name] === '');
    const mend = 'say what it is called at the provider';
    if (part) return { code: 'EmptyRemote', prop: `${prop}.${part}`, got: '', rule: 'must not be empty', mend };
  }
  return undefined;
}

function typeMistake({ type }: ResolvedExternalSecretProps, keys: readonly string[] | 'unknown'): Mistake | undefined {
  const rule = keys === 'unknown' ? undefined : secretTypeProblem(type, keys);
  const mend = 'give it in data, or in template';
  return rule === undefined ? undefined : { code: 'MissingKey', prop: 'data', got: keys, rule, mend };
}

function intervalMistake({ refreshInterval }: ResolvedExternalSecretProps): Mistake | undefined {
  const fraction = wholeSecondsMistake({ refreshInterval });
  if (fraction) return { code: 'OutOfRange', ...fraction };
  if (refreshInterval.toSeconds() >= 1) return undefined;
  const [prop, got, rule] = ['refreshInterval', `${refreshInterval.toSeconds()}s`, 'must be at least 1s'] as const;
  return { code: 'OutOfRange', prop, got, rule, mend: 'give a time: 0 would never fetch it again' };
}
