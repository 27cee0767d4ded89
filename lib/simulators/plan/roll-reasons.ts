import type { ChangedField } from './changed-field';
import { configChanges } from './config-changes';
import { configStem } from './config-stem';
import type { Deployed } from './deployed';
import { imageStep } from './image-step';
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
  return `image of ${container}: ${imageStep(String(values.before), String(values.after))}`;
}

function fromTo({ before, after }: Omit<ChangedField, 'path'>): string {
  return `${shownValue(before)} -> ${shownValue(after)}`;
}
