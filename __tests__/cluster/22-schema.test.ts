import fc from 'fast-check';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { checkSchema } from '../../lib/kubernetes/schema/check';
import { CATALOGUE } from '../../lib/policies/catalogue';
import { examplesOf } from '../policies/examples-of';
import { malformed } from '../support/malformed';
import { bundledContext } from '../support/rule-context';
import { produced } from '../tutorials/produced';
import { type Answer, ApiServer } from './api-server';
import { describeCluster, mustKubectl } from './cluster';

/** So many objects at least must have been judged by both. */
const ENOUGH = 1000;
const TRIED = 2400;
const SEED = 20261128;

/** Refused as what cannot be read, or not be read strictly: what the schema decides. All else is decided later. */
const UNREADABLE = 400;

function bases(): Manifest[] {
  const examples = CATALOGUE.flatMap((rule) => examplesOf(rule, rule.examples.good));
  const all = [...examples, ...produced().map(({ object }): Manifest => object)];
  // of what is there already nothing else would be said
  return all.filter(({ metadata, kind }) => metadata?.name && kind !== 'Namespace');
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

  test('refuses what the API server refuses to read, and nothing else, for a thousand objects', async () => {
    const { serverVersion } = JSON.parse(mustKubectl('version', '-o', 'json'));
    const minor = `${serverVersion.major}.${parseInt(serverVersion.minor, 10)}`;
    const served: Manifest[] = [];
    for (const base of bases()) {
      const resource = await server.resourceOf(base);
      const namespace = resource?.namespaced ? 'default' : undefined;
      if (resource) served.push({ ...base, metadata: { ...base.metadata, namespace } });
    }
    const objects = fc.sample(malformed(served), { seed: SEED, numRuns: TRIED });
    const answers = await server.tryCreateAll(objects);
    const differing = objects.flatMap((object, index) => difference(object, answers[index] as Answer, minor) ?? []);
    const refused = answers.filter(({ code }) => code === UNREADABLE).length;
    console.info(
      `${objects.length - differing.length} of ${objects.length} objects: the same verdict, ${refused} unreadable (seed ${SEED})`,
    );
    expect(differing.slice(0, 20)).toEqual([]);
    expect(Math.min(refused, objects.length - refused)).toBeGreaterThan(ENOUGH / 4);
  });
});
