import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { CATALOGUE } from '../../lib/policies/catalogue';
import type { ParameterValues } from '../../lib/policies/parameter';
import { bundledContext } from '../support/rule-context';
import { CHECKOV, KUBE_LINTER, type NeighbourChecks, POLARIS, UNMATCHED } from './neighbour-checks';
import { DIFFERENCES } from './neighbour-differences';

const FOLDER = join(__dirname, '../../../shared/upstream');
const skipped = existsSync(FOLDER) ? undefined : 'no ../shared/upstream beside this checkout';

/** What a neighbour says of some manifests, and what we say: how often a check fires, or whether it does. */
interface Verdict {
  readonly name: string;
  readonly theirs: number | boolean;
  readonly ours: number | boolean;
}

interface Case<Input, Expected> {
  readonly name: string;
  readonly input: Input & { readonly check: string };
  readonly expected: Expected;
}

// biome-ignore lint/suspicious/noExplicitAny: manifests as their authors left them
type Loose = any;

/** Kinds and versions that are gone are read as these, which have the same fields. */
const NOW: Readonly<Record<string, readonly [apiVersion: string, kind: string]>> = {
  DeploymentConfig: ['apps/v1', 'Deployment'],
  PodDisruptionBudget: ['policy/v1', ''],
  'extensions/v1beta1': ['apps/v1', ''],
  'apps/v1beta1': ['apps/v1', ''],
  'apps/v1beta2': ['apps/v1', ''],
};

function current(manifest: Loose): Manifest[] {
  if (manifest === null || typeof manifest !== 'object' || Array.isArray(manifest)) return [];
  if (manifest.kind === 'List') return manifest.items.flatMap(current);
  const [apiVersion, kind] = NOW[manifest.kind] ?? NOW[manifest.apiVersion] ?? [manifest.apiVersion, ''];
  return [{ ...manifest, apiVersion, kind: kind || manifest.kind, metadata: manifest.metadata ?? {} }];
}

/** kube-linter's own: it takes only the classes that every cluster has, and wants three of each. */
const PARAMETERS: ParameterValues = {
  allowedPriorityClasses: ['', 'system-cluster-critical', 'system-node-critical'],
  hpaMinimumReplicas: 3,
  minimumReplicas: 3,
  requiredAnnotations: ['email'],
  requiredLabels: ['owner'],
};

function fired(
  checks: NeighbourChecks,
  check: string,
  manifests: readonly Loose[],
  parameters?: ParameterValues,
): number {
  const rules = CATALOGUE.filter(({ id }) => checks[check]?.includes(id));
  if (rules.length !== checks[check]?.length) throw new Error(`${check}: no such rule: ${checks[check]}`);
  const asksForVersion = rules.some(({ id }) => id === 'removed-api-version');
  const objects = manifests.flatMap((manifest) => (asksForVersion ? manifest : current(manifest)));
  return rules.flatMap((rule) => rule.check(objects, { ...bundledContext, parameters })).length;
}

function everyCase<Input, Expected>(tool: string): Case<Input, Expected>[] {
  return skipped ? [] : JSON.parse(readFileSync(join(FOLDER, `policies-${tool}.json`), 'utf8'));
}

function cases<Input, Expected>(tool: string, checks: NeighbourChecks): Case<Input, Expected>[] {
  return everyCase<Input, Expected>(tool).filter(({ input }) => Object.hasOwn(checks, input.check));
}

type Manifests = { readonly manifests: readonly Loose[] };
type KubeLinterCount = { readonly count: number | null; readonly messages: readonly string[] };
type Files = { readonly files: readonly (Manifests & { readonly file: string })[] };

const verdicts: Readonly<Record<string, readonly Verdict[]>> = {
  polaris: cases<Manifests, { pass: boolean }>('polaris', POLARIS).map(({ name, input, expected }) => ({
    name,
    theirs: expected.pass,
    ours: fired(POLARIS, input.check, input.manifests) === 0,
  })),
  'kube-linter': cases<Manifests, KubeLinterCount>('kubelinter', KUBE_LINTER).map(({ name, input, expected }) => ({
    name,
    theirs: expected.count ?? expected.messages.length,
    ours: fired(KUBE_LINTER, input.check, input.manifests, PARAMETERS),
  })),
  Checkov: cases<Files, { perFile: Record<string, string> }>('checkov', CHECKOV).flatMap(({ name, input, expected }) =>
    input.files
      .filter(({ file }) => expected.perFile[file])
      .map(({ file, manifests }) => ({
        name: `${name} ${file}`,
        theirs: expected.perFile[file] === 'pass',
        ours: fired(CHECKOV, input.check, manifests) === 0,
      })),
  ),
};

(skipped ? test.skip : test.each(Object.entries(verdicts)))(
  `%s's verdicts are ours, but for the differences that have a reason${skipped ? ` (skipped: ${skipped})` : ''}`,
  ((tool: string, rows: readonly Verdict[]) => {
    const differ = rows.filter(({ theirs, ours }) => theirs !== ours).map(({ name }) => name);
    console.info(`${tool}: ${rows.length - differ.length} of ${rows.length} verdicts agree`);
    const known = Object.keys(DIFFERENCES).filter((name) => name.startsWith(`${tool.toLowerCase()} `));
    expect(rows.filter(({ name }) => differ.includes(name) && !known.includes(name))).toEqual([]);
    expect(known.filter((name) => !differ.includes(name))).toEqual([]);
  }) as never,
);

(skipped ? test.skip : test)(
  `each of their checks is one of ours, or there is a reason why not${skipped ? ` (skipped: ${skipped})` : ''}`,
  () => {
    const theirs = {
      polaris: everyCase('polaris'),
      'kube-linter': everyCase('kubelinter'),
      Checkov: everyCase('checkov'),
    };
    const ours = { polaris: POLARIS, 'kube-linter': KUBE_LINTER, Checkov: CHECKOV };
    const unmatched = Object.entries(theirs).flatMap(([tool, all]) =>
      all
        .filter(({ input }) => !Object.hasOwn(ours[tool as keyof typeof ours], input.check))
        .map(({ input }) => `${tool} ${input.check}`),
    );
    expect([...new Set(unmatched)].sort()).toEqual(Object.keys(UNMATCHED).sort());
  },
);
