import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const FOLDER = join(__dirname, '../../../shared/seeds');

/** Why tests against the tutorials' manifests cannot run here; nothing where they can. */
export const noSeeds = existsSync(FOLDER) ? undefined : 'no ../shared/seeds beside this checkout';

/** One manifest of the tutorials, and what a current Kubernetes does with it. */
export interface Seed {
  /** `002-013`: the tutorial and the place in it. */
  readonly id: string;
  readonly kind: string;
  readonly expectation: 'accepted' | 'rejected' | 'obsolete';
  /** What is wrong with it; nothing where it is sound. */
  readonly defect: string | null;
  /** Whether the manifests themselves show it. */
  readonly decidable: boolean | null;
  // biome-ignore lint/suspicious/noExplicitAny: a manifest holds what its kind says
  readonly object: any;
}

/** Kinds of other systems, of the cluster itself, and of an installation that comes later. */
const ELSEWHERE = new Set(['Cluster', 'ClusterConfiguration', 'Node', 'ValidatingWebhookConfiguration']);

/** Every manifest of the tutorials that this program is to say better. */
export function seeds(): readonly Seed[] {
  return everySeed().filter(({ kind }) => !ELSEWHERE.has(kind));
}

/** Every manifest of the tutorials, those of other systems too. */
export function everySeed(): readonly Seed[] {
  known ??= noSeeds ? [] : readSeeds();
  return known;
}

let known: readonly Seed[] | undefined;

function readSeeds(): Seed[] {
  const index: readonly (Seed & { readonly file: string })[] = JSON.parse(
    readFileSync(join(FOLDER, 'index.json'), 'utf8'),
  );
  return index.map(({ file, ...rest }) => {
    const [document] = parseAllDocuments(readFileSync(join(FOLDER, file), 'utf8'));
    return { ...rest, id: file.replace('manifests/', '').slice(0, 7), object: document?.toJS() };
  });
}
