import type { Checked } from '../../policies/checked';
import type { Finding } from '../../policies/finding';
import { type CheckOptions, checkTexts } from './check-texts';
import type { ManifestFiles } from './manifest-files';
import { mendTexts, type Unmended } from './mend-texts';

/** Files as they are after mending, and what was mended. */
export interface FixedFiles {
  readonly read: ManifestFiles;
  /** In the order in which they were mended. */
  readonly mended: readonly Finding[];
  readonly unmended: readonly Unmended[];
  /** What is found in the mended files. */
  readonly checked: Checked;
}

/** A mend brings other findings to light, which may have mends too: a version that is served has fields that must be there. */
const MOST_ROUNDS = 8;

/**
 * Mends what is mechanical, and checks it all again: a mend after which its finding is still there, or its object has an
 * error that it had not, is taken back.
 */
export function fixFiles(read: ManifestFiles, options: CheckOptions): FixedFiles {
  const before: FixedFiles = { read, mended: [], unmended: [], checked: checkTexts(read, options) };
  const known = new Set(before.checked.findings.map(wordsOf));
  const refused = new Map<string, Unmended>();
  for (;;) {
    const after = mendAll(before, options, refused);
    const worse = after.checked.findings.filter((one) => one.severity === 'error' && !known.has(wordsOf(one)));
    const back = [...after.unmended, ...worse.flatMap((one) => culprits(one, after.mended))];
    if (back.length === 0) return { ...after, unmended: [...refused.values()] };
    for (const one of back) refused.set(mendKey(one.finding), one);
  }
}

/** Mends round by round, until nothing is left that has a mend; what is still there then, or could not be written, is unmended. */
function mendAll(before: FixedFiles, options: CheckOptions, refused: ReadonlyMap<string, Unmended>): FixedFiles {
  let now = before;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const open = now.checked.findings.filter((one) => one.fix && !refused.has(mendKey(one)));
    const done = new Set(now.mended.map(mendKey));
    const still = open.filter((one) => done.has(mendKey(one))).map((finding) => ({ finding, reason: STILL_THERE }));
    const { files, mended, unmended } = mendTexts(now.read.files, open);
    const failed = [...still, ...unmended];
    if (open.length === 0 || failed.length > 0) return { ...now, unmended: failed };
    const read = { ...now.read, files };
    now = { read, mended: [...now.mended, ...mended], unmended: [], checked: checkTexts(read, options) };
  }
  return now;
}

const STILL_THERE = 'it would be found again';

/** The first mend of the object that has a new error; where it had none, all there were. */
function culprits(worse: Finding, mended: readonly Finding[]): Unmended[] {
  const own = mended.filter((one) => objectOf(one) === objectOf(worse)).slice(0, 1);
  return (own.length > 0 ? own : mended).map((finding) => ({ finding, reason: `then ${worse.message}` }));
}

function objectOf({ file, object: { kind, namespace, name } }: Finding): string {
  return JSON.stringify([file, kind, namespace, name]);
}

function wordsOf(finding: Finding): string {
  return JSON.stringify([objectOf(finding), finding.rule, finding.message]);
}

function mendKey({ file, rule, fix }: Finding): string {
  return JSON.stringify([file, rule, fix]);
}
