import type { Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { isBindingOfRoleRules, type RoleRule, roleRulesOfBinding } from '../../kubernetes/role-rules';
import type { Deployed } from './deployed';

/** Somebody who may do something now, or no longer. */
export interface AccessChange {
  /** Where; an empty text for the whole cluster. */
  readonly namespace: string;
  readonly effect: 'granted' | 'taken';
  /** `Group shop-developers`, `ServiceAccount prod/web`. */
  readonly subject: string;
  /** The whole sentence, without a full stop. */
  readonly sentence: string;
}

/** One verb on one thing. */
interface Right {
  readonly subject: string;
  readonly namespace: string;
  readonly verb: string;
  readonly thing: string;
}

/** What may be done by whom: what is granted and what is taken away, verbs on the same things in one sentence. */
export function accessChanges({ before, after }: Deployed): AccessChange[] {
  const [was, is] = [rightsOf(before), rightsOf(after)];
  return [
    ...sentences(
      is.filter((right) => !was.some((other) => covers(other, right))),
      'granted',
    ),
    ...sentences(
      was.filter((right) => !is.some((other) => covers(other, right))),
      'taken',
    ),
  ];
}

/** Whether who has the one has the other too. */
function covers(one: Right, other: Right): boolean {
  return (
    one.subject === other.subject &&
    (one.namespace === '' || one.namespace === other.namespace) &&
    (one.verb === '*' || one.verb === other.verb) &&
    (one.thing === '*' || one.thing === other.thing)
  );
}

function rightsOf(objects: readonly Manifest[]): Right[] {
  return objects.filter(isBindingOfRoleRules).flatMap((binding) => {
    const namespace = binding.kind === 'ClusterRoleBinding' ? '' : namespaceOf(binding);
    const rules = roleRulesOfBinding(binding, objects);
    const rights = rules.length > 0 ? rules.flatMap(rightsIn) : [unknownRole(binding)];
    return manifestFieldList(binding, 'subjects').flatMap((subject) =>
      rights.map((right) => ({ ...right, namespace, subject: subjectText(subject, binding) })),
    );
  });
}

/** What a role allows that is not among the objects is the cluster's to say. */
function unknownRole(binding: Manifest): Pick<Right, 'verb' | 'thing'> {
  const role = `${String(manifestField(binding, 'roleRef.kind'))} ${String(manifestField(binding, 'roleRef.name'))}`;
  return { verb: 'do', thing: `what the ${role} of the cluster allows` };
}

function rightsIn({
  apiGroups,
  resources,
  verbs,
  resourceNames,
  nonResourceURLs,
}: RoleRule): Pick<Right, 'verb' | 'thing'>[] {
  const names = resourceNames.length > 0 ? ` named ${resourceNames.join(', ')}` : '';
  const things = [
    ...apiGroups.flatMap((group) =>
      resources.map((resource) => `${resourceText(String(group), String(resource))}${names}`),
    ),
    ...nonResourceURLs.map(String),
  ];
  return things.flatMap((thing) => verbs.map((verb) => ({ verb: String(verb), thing })));
}

function resourceText(group: string, resource: string): string {
  if (group === '*' && resource === '*') return '*';
  return group === '' ? resource : `${resource}.${group}`;
}

function subjectText(subject: unknown, binding: Manifest): string {
  const kind = String(manifestField(subject, 'kind'));
  const name = String(manifestField(subject, 'name'));
  if (kind !== 'ServiceAccount') return `${kind} ${name}`;
  return `${kind} ${String(manifestField(subject, 'namespace') ?? namespaceOf(binding))}/${name}`;
}

function sentences(rights: readonly Right[], effect: AccessChange['effect']): AccessChange[] {
  const byThing = grouped(rights, ({ subject, namespace, thing }) => [subject, namespace, thing]);
  const verbed = byThing.map((group) => ({ group, verbs: [...new Set(group.map(({ verb }) => verb))] }));
  const byVerbs = grouped(verbed, ({ group, verbs }) => [group[0]?.subject, group[0]?.namespace, verbs.join()]);
  return byVerbs.flatMap((same) => {
    const [first] = same.map(({ group }) => group[0]);
    if (!first) return [];
    const things = same.flatMap(({ group }) => group[0]?.thing ?? []);
    const words = [
      effect === 'granted' ? 'may now' : 'may no longer',
      verbsText(same[0]?.verbs ?? []),
      thingsText(things),
    ];
    const where = first.namespace === '' ? 'in every namespace and of the cluster' : `in ${first.namespace}`;
    const { subject, namespace } = first;
    return [{ namespace, effect, subject, sentence: `${subject} ${words.join(' ')} ${where}` }];
  });
}

const verbsText = (verbs: readonly string[]) => (verbs.includes('*') ? 'do everything with' : verbs.join(', '));
const thingsText = (things: readonly string[]) => (things.includes('*') ? 'everything' : things.join(', '));

function grouped<T>(items: readonly T[], key: (item: T) => readonly unknown[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = JSON.stringify(key(item));
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups.values()];
}
