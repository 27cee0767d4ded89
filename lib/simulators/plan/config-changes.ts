import { configReferences } from '../../kubernetes/config-references';
import type { Manifest } from '../../kubernetes/manifest';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { podOf } from '../../kubernetes/pod-of';
import { configStem } from './config-stem';
import type { Deployed } from './deployed';
import { keyChanges } from './key-changes';

type Kind = 'ConfigMap' | 'Secret';

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
