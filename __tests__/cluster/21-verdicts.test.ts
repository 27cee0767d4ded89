import fc from 'fast-check';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { podOf } from '../../lib/kubernetes/pod-of';
import { disabledFields } from '../../lib/kubernetes/schema/check';
import { CATALOGUE } from '../../lib/policies/catalogue';
import { SUBJECT_KINDS } from '../../lib/policies/cel/subject-kinds';
import type { ParameterValues } from '../../lib/policies/parameter';
import type { Rule } from '../../lib/policies/rule';
import { examplesOf } from '../policies/examples-of';
import { mutated } from '../support/mutated';
import { bundledContext } from '../support/rule-context';
import { produced } from '../tutorials/produced';
import { ApiServer } from './api-server';
import { describeCluster, eventually, type LiveObject, objects, servedMinor } from './cluster';
import { applyTrials, removeTrials, type Trial } from './trial-policies';
import { brokenAtDesk, brokenAtServer, concerned, inTrial, toldBy } from './verdicts';

/** So many objects at least must have been judged by both. */
const ENOUGH = 1000;
const TRIED = 1600;
const SEED = 20261128;

/** With an answer come at most 4096 characters of warnings: with fewer than these none is missing. */
const LONGEST = 3900;

/** Of so many rules an API server can tell in their own words at once. */
const RULES_AT_ONCE = 12;

const SHIPPED = CATALOGUE.filter(({ admission }) => admission);
const IDS = SHIPPED.map(({ id }) => id);

/** Parameters of the rules' own examples: with the standard of some nothing can be broken. */
const PARAMETERS: ParameterValues = Object.assign({}, ...SHIPPED.map(({ examples }) => examples.parameters));

const trial = (namespace: string, rules: readonly Rule[], terse: boolean): Trial => {
  return { namespace, rules, terse, enforcement: 'warn', parameters: PARAMETERS };
};
/** Named as shortly as can be: every warning names the policy twice, and a bare Pod breaks thirty rules of all. */
const verdicts = trial('v-trial', SHIPPED, true);
/** One rule is about the name of the namespace. */
const inDefault = trial(
  'default',
  SHIPPED.filter(({ id }) => id === 'use-namespace'),
  true,
);
const messages = chunks(bySubject(SHIPPED)).map((rules, index) => trial(`admission-${index + 1}-trial`, rules, false));
const trials = [verdicts, inDefault, ...messages];

/** Rules about one kind are one policy: side by side they make few. */
function bySubject(rules: readonly Rule[]): Rule[] {
  const subject = ({ admission }: Rule) =>
    typeof admission?.about === 'string' ? '' : JSON.stringify(admission?.about);
  return [...rules].sort((a, b) => (subject(a) < subject(b) ? -1 : subject(a) > subject(b) ? 1 : 0));
}

function chunks(rules: readonly Rule[]): Rule[][] {
  return Array.from({ length: Math.ceil(rules.length / RULES_AT_ONCE) }, (_, chunk) =>
    rules.slice(chunk * RULES_AT_ONCE, (chunk + 1) * RULES_AT_ONCE),
  );
}

const KINDS: ReadonlySet<string> = new Set(Object.values(SUBJECT_KINDS).map(({ kind }) => kind));

/** What generated objects are made of: the examples of rules, in a Pod and in a Deployment, and all that the program writes. */
function bases(): Manifest[] {
  const examples = SHIPPED.flatMap((rule) =>
    [rule.examples.bad, rule.examples.good].flatMap((yaml) => examplesOf(rule, yaml)),
  );
  const pods = examples.filter(({ kind }) => kind === 'Pod');
  const sets = examples.filter(({ kind }) => kind === 'ReplicaSet');
  return [
    ...examples,
    ...pods.map(inDeployment),
    ...sets.map(owned),
    ...produced().map(({ object }): Manifest => object),
  ]
    .filter(({ kind }) => KINDS.has(kind))
    .map(({ metadata, ...rest }) => ({ ...rest, metadata: { ...metadata, name: metadata.name ?? 'web' } }) as Manifest);
}

function inDeployment(pod: Manifest): Manifest {
  const labels = { app: 'web' };
  const template = {
    metadata: { labels, annotations: pod.metadata.annotations },
    spec: { ...podOf(pod)?.spec, restartPolicy: 'Always' },
  };
  const spec = { replicas: 3, selector: { matchLabels: labels }, template };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec };
}

function owned(object: Manifest): Manifest {
  const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', uid: '5f2d8f3c-0000-4000-8000-000000000000' };
  return { ...object, metadata: { ...object.metadata, ownerReferences: [owner] } } as Manifest;
}

const EXCUSES = [
  'team: it must',
  ' a : b ',
  'team:\n  reason',
  'true',
  ': it must',
  'team: ',
  'team',
  ' : ',
  '\u00a0: \u00a0',
];

/** Nearly what there is, some of it excused, or meant to be. */
const generated: fc.Arbitrary<Manifest> = fc
  .tuple(mutated(bases()), fc.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...EXCUSES)), { maxLength: 2 }))
  .map(([{ metadata, ...rest }, excuses]) => {
    const annotations = excuses.map(([id, words]): [string, string] => [`policy.exception/${id}`, words]);
    return {
      ...rest,
      metadata: { ...metadata, annotations: { ...metadata.annotations, ...Object.fromEntries(annotations) } },
    } as Manifest;
  });

/** What both say of an object in a trial; nothing where the server takes no such object. */
interface Compared {
  readonly object: Manifest;
  readonly rules: readonly Rule[];
  readonly desk: readonly string[];
  readonly server: readonly string[];
}

/** A difference, short enough to be read. */
function difference({ object, desk, server }: Compared) {
  const only = (some: readonly string[], others: readonly string[]) => some.filter((id) => !others.includes(id));
  return { atDesk: only(desk, server), atServer: only(server, desk), object: JSON.stringify(object) };
}

describeCluster('rules as admission policies', () => {
  let server: ApiServer;
  let minor: string;
  beforeAll(async () => {
    minor = servedMinor();
    applyTrials(trials);
    server = await ApiServer.start();
    await eventually(policies, (all) => all.every(isChecked), 180);
    await eventuallySame();
  });
  afterAll(() => {
    server?.stop();
    removeTrials(trials);
  });

  const policies = (): LiveObject[] => objects('validatingadmissionpolicies', '--all-namespaces=false');
  const isChecked = ({ metadata, status }: LiveObject) => status?.observedGeneration === metadata.generation;

  async function compare(object: Manifest, of: Trial): Promise<Compared | undefined> {
    const placed = inTrial(object, of);
    const rules = concerned(placed, of);
    if (rules.length === 0) return undefined;
    const answer = await server.tryCreate(placed);
    const isWhole = answer.warnings.reduce((sum, { length }) => sum + length, 0) < LONGEST;
    if (answer.code !== 201 || !isWhole) return undefined;
    return { object: placed, rules, desk: brokenAtDesk(placed, of, minor), server: brokenAtServer(answer) };
  }

  async function compareAll(candidates: readonly Manifest[]): Promise<Compared[]> {
    const all = candidates.map((object) => [compare(object, verdicts), compare(object, inDefault)]);
    return (await Promise.all(all.flat())).filter((one) => one !== undefined);
  }

  /** A policy holds some seconds after it was made. */
  async function eventuallySame(): Promise<void> {
    const examples = SHIPPED.flatMap((rule) => examplesOf(rule, rule.examples.bad));
    for (let tries = 0; tries < 30; tries++) {
      const compared = await compareAll(examples);
      if (compared.every(({ desk, server: found }) => desk.join() === found.join())) return;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }

  test('every policy is checked against the types of its kinds, without a warning', () => {
    const all = policies();
    expect(all.length).toBeGreaterThanOrEqual(trials.length);
    const warned = ({ status }: LiveObject) => status.typeChecking?.expressionWarnings?.length > 0;
    const wrong = all.filter((policy) => !isChecked(policy) || warned(policy));
    expect(wrong.map(({ metadata, status }) => [metadata.name, status?.typeChecking])).toEqual([]);
  });

  /** Rules of which the API refuses what breaks them by itself, before any policy is asked. */
  const refusedAnyway = new Set<string>();

  /** Rules about a field that this API server drops, as its feature gate is off: nothing it takes breaks them. */
  const neverBroken = new Set<string>();
  const isUntold = (id: string): boolean => refusedAnyway.has(id) || neverBroken.has(id);
  const isDropped = (bad: readonly Manifest[]): boolean =>
    bad.some((object) => disabledFields(object, bundledContext.schemas, minor).length > 0);

  test('every rule says its name, its field and how to mend it of its own bad example', async () => {
    const wrong = await Promise.all(
      messages.flatMap((of) =>
        of.rules.map(async (rule) => {
          if (rule.id === 'use-namespace') return [];
          const bad = examplesOf(rule, rule.examples.bad).map((object) => inTrial(object, of));
          const given = await Promise.all(bad.map((object) => server.tryCreate(object)));
          if (given.every(({ code }) => code !== 201)) refusedAnyway.add(rule.id);
          if (
            isDropped(bad) &&
            bad.every((object) => brokenAtDesk(object, { ...of, rules: [rule] }, minor).length === 0)
          ) {
            neverBroken.add(rule.id);
          }
          const told = given.flatMap(toldBy);
          const own = told.find((words) => words.startsWith(`${rule.id}: `) && words.endsWith(rule.mend));
          return isUntold(rule.id) || own?.includes(rule.admission?.must ?? '') ? [] : [rule.id, ...told];
        }),
      ),
    );
    console.info(`refused by the API whatever policies say: ${[...refusedAnyway].sort().join(', ')}`);
    console.info(`about fields that it drops: ${[...neverBroken].sort().join(', ') || 'none'}`);
    expect(wrong.filter(({ length }) => length > 0)).toEqual([]);
  });

  test('the desk and the API server say the same of what a thousand objects break', async () => {
    const all = await compareAll([...bases(), ...fc.sample(generated, { seed: SEED, numRuns: TRIED })]);
    const judged = all.filter(({ object }) => object.metadata.namespace !== 'default');
    const differing = all.filter(({ desk, server: found }) => desk.join() !== found.join());
    const broken = new Set(all.flatMap(({ desk }) => desk));
    const held = new Set(all.flatMap(({ rules, desk }) => rules.flatMap(({ id }) => (desk.includes(id) ? [] : [id]))));
    const asked = all.reduce((sum, { rules }) => sum + rules.length, 0);
    console.info(
      `${judged.length} objects are taken by the API: ${asked} verdicts of ${IDS.length} rules, ${differing.length} objects on which they differ (seed ${SEED})`,
    );
    expect(differing.slice(0, 20).map(difference)).toEqual([]);
    expect(judged.length).toBeGreaterThanOrEqual(ENOUGH);
    expect(IDS.filter((id) => !held.has(id))).toEqual([]);
    expect(IDS.filter((id) => !broken.has(id) && !isUntold(id))).toEqual([]);
  });
});
