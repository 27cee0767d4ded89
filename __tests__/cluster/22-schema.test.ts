import fc from 'fast-check';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { checkSchema, disabledFields } from '../../lib/kubernetes/schema/check';
import { withoutFields } from '../../lib/kubernetes/without-fields';
import { CATALOGUE } from '../../lib/policies/catalogue';
import { examplesOf } from '../policies/examples-of';
import { BINDING_GROUPS, bindingExamples } from '../support/binding-examples';
import { malformed } from '../support/malformed';
import { bundledContext } from '../support/rule-context';
import { produced } from '../tutorials/produced';
import { type Answer, ApiServer } from './api-server';
import { describeCluster, servedMinor } from './cluster';
import { dropped, isKept } from './dropped';
import { GATED_EXAMPLES } from './gated-examples';
import { gatesOff } from './gates-off';

/** So many objects at least must have been judged by both. */
const ENOUGH = 1000;
const TRIED = 2400;
const SEED = 20261128;

/** Kept by a slip of the release, to no effect: its registry does not call DropDisabledSpecFields, those after it do. */
const KEPT: ReadonlySet<string> = new Set(['1.30 PersistentVolume spec.volumeAttributesClassName']);

/** Made, or so it would have been. */
const CREATED = 201;

/** Refused as what cannot be read, or not be read strictly: what the schema decides. All else is decided later. */
const UNREADABLE = 400;

function bases(): Manifest[] {
  const examples = CATALOGUE.flatMap((rule) => examplesOf(rule, rule.examples.good));
  const all = [
    ...examples,
    ...produced().map(({ object }): Manifest => object),
    ...BINDING_GROUPS.flatMap(bindingExamples),
  ];
  const { kinds } = bundledContext.schemas;
  // of what is there already nothing else would be said, and of custom resources without a schema nothing at all
  return all.filter(
    ({ apiVersion, kind, metadata }) => metadata?.name && kind !== 'Namespace' && kinds.has(`${apiVersion} ${kind}`),
  );
}

/** An example without the fields that an API server of this minor has not heard of. */
function withoutUnknown(example: Manifest, minor: string): Manifest {
  const unknown = checkSchema(example, bundledContext.schemas, minor).map(({ field }) => field);
  return withoutFields(example, unknown);
}

describeCluster('the schema', () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await ApiServer.start();
  });
  afterAll(() => server?.stop());

  /** What both say: nothing where they agree. */
  function difference(object: Manifest, { code, message }: Answer, minor: string): string | undefined {
    const found = checkSchema(object, bundledContext.schemas, minor);
    const agreed = found.length > 0 ? code >= UNREADABLE : code !== UNREADABLE;
    if (agreed) return undefined;
    const desk = found.map(({ field, got, rule }) => `${field} ${JSON.stringify(got)}: ${rule}`).join('; ');
    return `${object.kind}: desk: ${desk || 'fits'}; server: ${code} ${message}`;
  }

  async function served(): Promise<Manifest[]> {
    const found: Manifest[] = [];
    for (const base of bases()) {
      const resource = await server.resourceOf(base);
      const namespace = resource?.namespaced ? 'default' : undefined;
      if (resource) found.push({ ...base, metadata: { ...base.metadata, namespace } });
    }
    return found;
  }

  test('refuses what the API server refuses to read, and nothing else, for a thousand objects', async () => {
    const minor = servedMinor();
    const objects = fc.sample(malformed(await served()), { seed: SEED, numRuns: TRIED });
    const answers = await server.tryCreateAll(objects);
    const differing = objects.flatMap((object, index) => difference(object, answers[index] as Answer, minor) ?? []);
    const refused = answers.filter(({ code }) => code === UNREADABLE).length;
    console.info(
      `${objects.length - differing.length} of ${objects.length} objects: the same verdict, ${refused} unreadable (seed ${SEED})`,
    );
    expect(differing.slice(0, 20)).toEqual([]);
    expect(Math.min(refused, objects.length - refused)).toBeGreaterThan(ENOUGH / 4);
  });

  test('names every field that the API server drops as its feature gate is off, and no other', async () => {
    const minor = servedMinor();
    const examples = GATED_EXAMPLES.map((example) => withoutUnknown(example, minor));
    const objects = [...examples, ...(await served())];
    const answers = await server.tryCreateAll(objects);
    const taken = objects.flatMap((object, index) => {
      const { code, body } = answers[index] as Answer;
      return code === CREATED ? [{ object, body }] : [];
    });
    const gates = new Set<string>();
    const differing = taken.flatMap(({ object, body }) => {
      const desk = disabledFields(object, bundledContext.schemas, minor);
      for (const { gate } of desk) gates.add(gate.name);
      const kept = desk
        .filter((one) => isKept(body, one) && !KEPT.has(`${minor} ${object.kind} ${one.field}`))
        .map(({ field }) => `kept: ${field}`);
      // an object that holds nothing else goes with its field
      const isSaid = (field: string) => desk.some((one) => one.field === field || one.field.startsWith(`${field}.`));
      const unsaid = dropped(object, body).filter((field) => !isSaid(field));
      return [...kept, ...unsaid].map((field) => `${object.kind} ${object.metadata.name}: ${field}`);
    });
    const refused = examples.filter((example) => !taken.some(({ object }) => object === example));
    console.info(`${taken.length} objects, fields dropped for ${gates.size} gates: ${[...gates].sort().join(', ')}`);
    expect(differing).toEqual([]);
    expect(refused.map((example) => [example, answers[objects.indexOf(example)]?.message])).toEqual([]);
    expect([...gates].sort()).toEqual(gatesOff(bundledContext.schemas, minor));
  });
});
