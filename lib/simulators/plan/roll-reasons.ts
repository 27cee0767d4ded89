import { manifestField } from '../../kubernetes/manifest-field';
import type { ChangedField } from './changed-field';
import { configChanges, configStem, type Deployed } from './config-change';
import type { PodEffect } from './pod-effect';
import type { Update } from './refusals';
import { shownValue } from './shown-value';

const TEMPLATE = /^spec\.template\.(spec\.)?/;

/** Why Pods are made anew: the images, the keys of config, and every other field of their template that differs. */
export function rollReasons({ before, after }: Update, effect: PodEffect, deployed: Deployed): string[] {
  const configs = configChanges(before, after, deployed);
  const told = effect.fields.filter((field) => !(configs.length > 0 && isOtherVersion(field)));
  const images = told.filter(({ path }) => path.endsWith('.image'));
  return [
    ...images.map(imageSentence),
    ...configs,
    ...told
      .filter((field) => !images.includes(field))
      .map(({ path, ...values }) => `${path.replace(TEMPLATE, '')}: ${fromTo(values)}`),
  ];
}

/** The same config by the name of another version. */
function isOtherVersion({ before, after }: ChangedField): boolean {
  return (
    typeof before === 'string' &&
    typeof after === 'string' &&
    before !== after &&
    configStem(before) === configStem(after)
  );
}

function imageSentence({ path, ...values }: ChangedField): string {
  const [, container = ''] = /\[([^\]]*)\]\.image$/.exec(path) ?? [];
  return `image of ${container}: ${fromTo(values)}`;
}

function fromTo({ before, after }: Omit<ChangedField, 'path'>): string {
  return `${shownValue(before)} -> ${shownValue(after)}`;
}

/** How a workload's Pods are made anew, by its strategy. */
export function rollManner({ after }: Pick<Update, 'after'>): string {
  if (after.kind === 'Deployment') {
    if (manifestField(after, 'spec.strategy.type') === 'Recreate')
      return 'all Pods end before the first new one starts';
    const surge = shownValue(manifestField(after, 'spec.strategy.rollingUpdate.maxSurge') as string | number);
    const unavailable = shownValue(
      manifestField(after, 'spec.strategy.rollingUpdate.maxUnavailable') as string | number,
    );
    return `rolling update: ${surge} more at once, ${unavailable} fewer`;
  }
  if (after.kind !== 'StatefulSet') return 'rolling update, node by node';
  const partition = manifestField(after, 'spec.updateStrategy.rollingUpdate.partition');
  return partition
    ? `rolling update, one after the other; ${String(partition)} Pods are left as they are`
    : 'rolling update, one after the other';
}
