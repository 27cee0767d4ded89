import { groupOf } from '../../kubernetes/identity';
import type { Manifest } from '../../kubernetes/manifest';
import { manifestField } from '../../kubernetes/manifest-field';
import { configReaders } from './config-readers';
import { keyChanges } from './key-changes';
import type { PodEffect } from './pod-effect';
import type { Update } from './refusals';

/** What follows from an object that is changed where it stands, beside that it is changed. */
export function otherEffects({ before, after }: Update, effect: PodEffect, objects: readonly Manifest[]): string[] {
  const kind = `${groupOf(after.apiVersion)}/${after.kind}`;
  if (kind === '/ConfigMap' || kind === '/Secret') return configEffects(before, after, objects);
  if (effect.fields.length === 0) return kind === 'batch/CronJob' ? ['takes effect with the next Job'] : [];
  if (kind === 'apps/ReplicaSet') return ['Pods that run stay as they are; new ones are made of the new template'];
  if (effect.rolls !== 'later') return [];
  return manifestField(after, 'spec.paused') === true
    ? ['the rollout is paused: Pods are made anew once it is resumed']
    : ['updateStrategy is OnDelete: each Pod takes it when somebody deletes it'];
}

function configEffects(before: Manifest, after: Manifest, objects: readonly Manifest[]): string[] {
  const keys = keyChanges(before, after);
  if (keys.length === 0) return [];
  const { byVariable, byFile } = configReaders(after, objects);
  return [
    ...keys,
    ...(byVariable.length > 0
      ? [`${byVariable.join(', ')} reads it as variables, and keeps the old values until its Pods are made anew`]
      : []),
    ...(byFile.length > 0
      ? [`${byFile.join(', ')} reads it as files, and sees the new ones within about a minute`]
      : []),
  ];
}
