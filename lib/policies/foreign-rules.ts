import { groupOf } from '../kubernetes/identity';
import type { Manifest } from '../kubernetes/manifest';
import { isCustomGroup } from '../kubernetes/schema/is-custom-group';
import type { Schemas } from '../kubernetes/schema/schemas';
import type { Level, Rule, Severity, Violation } from './rule';

/** What of a rule is otherwise for manifests of somebody else: we know neither their cluster nor how they are sent there. */
interface Otherwise {
  readonly severity: Severity;
  readonly level?: Level;
  /** What it is asked of. */
  readonly asked?: (object: Manifest, schemas: Schemas) => boolean;
  /** What is said instead. */
  readonly said?: Pick<Violation, 'rule' | 'mend'>;
}

const OTHERWISE: Readonly<Record<string, Otherwise>> = {
  'namespace-scope': {
    severity: 'info',
    level: 'production',
    said: { rule: 'is left to whoever applies it', mend: 'set it, or say --namespace each time' },
  },
  'custom-resource-served': {
    severity: 'info',
    asked: ({ apiVersion, kind }, schemas) =>
      !schemas.kinds.has(`${apiVersion} ${kind}`) && isCustomGroup(groupOf(apiVersion), schemas),
    said: { rule: 'is of a custom resource, whose fields are not checked', mend: 'install its definition first' },
  },
};

/** The rules as manifests of somebody else are held against them. @param fileOf where an object is from */
export function foreignRules(rules: readonly Rule[], fileOf: (object: Manifest) => string | undefined): Rule[] {
  return rules.flatMap((rule) => {
    if (rule.id === 'unique-identity') return uniqueByFile(rule, fileOf);
    return withOtherWords(rule);
  });
}

function withOtherWords(rule: Rule): Rule {
  const { said, asked = () => true, ...changes } = OTHERWISE[rule.id] ?? {};
  const check: Rule['check'] = (objects, context) => {
    const them = objects.filter((object) => asked(object, context.schemas));
    return rule.check(them, context).map((violation) => ({ ...violation, ...said }));
  };
  return { ...rule, ...changes, check };
}

/** Two of a kind in one file are a mistake; in two files they may be for two clusters, or two lessons of a tutorial. */
function uniqueByFile(rule: Rule, fileOf: (object: Manifest) => string | undefined): Rule[] {
  const inFiles: Rule['check'] = (objects, context) => {
    const files = new Map<string | undefined, Manifest[]>();
    for (const object of objects) files.set(fileOf(object), [...(files.get(fileOf(object)) ?? []), object]);
    return [...files.values()].flatMap((together) => rule.check(together, context));
  };
  const acrossFiles: Rule['check'] = (objects, context) => {
    const known = new Set(inFiles(objects, context).map(({ object }) => object));
    return rule.check(objects, context).filter(({ object }) => !known.has(object));
  };
  return [
    { ...rule, check: inFiles },
    { ...rule, severity: 'info', check: acrossFiles },
  ];
}
