import { customResourceServed } from './object/custom-resource-served';
import { namespaceScope } from './object/namespace-scope';
import { strictSchema } from './object/strict-schema';
import { uniqueIdentity } from './object/unique-identity';
import { validLabels } from './object/valid-labels';
import { validName } from './object/valid-name';
import type { Rule } from './rule';

/** Every rule that output is held against before it is written. */
export const CATALOGUE: readonly Rule[] = [
  strictSchema,
  customResourceServed,
  namespaceScope,
  uniqueIdentity,
  validName,
  validLabels,
];
