import { configReferences } from '../../kubernetes/config-references';
import type { JsonObject, Manifest } from '../../kubernetes/manifest';
import { manifestFieldObject } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { podOf } from '../../kubernetes/pod-of';
import { shownValue } from './shown-value';

/** Objects before and after, all of them. */
export interface Deployed {
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
}

type Kind = 'ConfigMap' | 'Secret';

/** The name of config without the part that its content makes: `web-config` of `web-config-08a93c5bda`. */
export function configStem(name: string): string {
  return name.replace(/-[0-9a-f]{10}$/, '');
}

/**
 * What a workload reads of config that is another version now: which keys of it differ. Each once, however often it is read.
 *
 * @returns sentences
 */
export function configChanges(before: Manifest, after: Manifest, deployed: Deployed): string[] {
  const old = namesRead(before);
  const now = namesRead(after);
  const added = now.filter(({ kind, name }) => !old.some((one) => one.kind === kind && one.name === name));
  return added.flatMap(({ kind, name }) => {
    const earlier = old.find((one) => one.kind === kind && configStem(one.name) === configStem(name));
    if (!earlier) return [];
    const from = configIn(deployed.before, kind, { namespace: namespaceOf(before), name: earlier.name });
    const to = configIn(deployed.after, kind, { namespace: namespaceOf(after), name });
    return from && to ? [`config ${configStem(name)}: ${keyChanges(from, to).join('; ')}`] : [];
  });
}

function namesRead(object: Manifest): { readonly kind: Kind; readonly name: string }[] {
  const pod = podOf(object);
  if (!pod) return [];
  const read = configReferences(pod).map(({ kind, name }) => [`${kind} ${name}`, { kind, name }] as const);
  return [...new Map(read).values()];
}

function configIn(
  objects: readonly Manifest[],
  kind: Kind,
  at: { readonly namespace: string; readonly name: string },
): Manifest | undefined {
  return objects.find(
    (object) => object.kind === kind && object.metadata.name === at.name && namespaceOf(object) === at.namespace,
  );
}

/** Which keys of config differ, with their values where it is no Secret. */
export function keyChanges(before: Manifest, after: Manifest): string[] {
  const [from, to] = [contentOf(before), contentOf(after)];
  const isSecret = after.kind === 'Secret';
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return keys.flatMap((key) => {
    if (from[key] === to[key]) return [];
    if (from[key] === undefined) return [`${key} is new`];
    if (to[key] === undefined) return [`${key} is gone`];
    return [isSecret ? `${key} changes` : `${key} changes from ${shownValue(from[key])} to ${shownValue(to[key])}`];
  });
}

function contentOf(config: Manifest): JsonObject {
  return {
    ...manifestFieldObject(config, 'binaryData'),
    ...manifestFieldObject(config, 'data'),
    ...manifestFieldObject(config, 'stringData'),
  };
}
