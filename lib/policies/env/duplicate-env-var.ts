import { celRule } from '../cel/cel-rule';

/** A container has each variable once. */
export const duplicateEnvVar = celRule({
  id: 'duplicate-env-var',
  severity: 'warning',
  level: 'baseline',
  why: 'the last one wins, and an apply that merges lists loses the other',
  mend: 'take one of them out',
  source: 'https://docs.kubelinter.io/#/generated/checks?id=duplicate-env-var',
  about: 'container',
  expression: 'container.?env.orValue([]).all(one, container.env.exists_one(other, other.name == one.name))',
  field: 'env',
  must: 'must have each name once',
  examples: {
    bad: 'env: [{ name: PORT, value: "80" }, { name: PORT, value: "81" }]',
    good: 'env: [{ name: PORT, value: "80" }, { name: HOST, value: "80" }]',
  },
});
