import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { argoCdFiles } from './argocd/argo-cd-files';
import type { EnvironmentVerdict } from './environment-verdict';
import { helmTemplates } from './helm-templates';
import { isForHelm } from './is-for-helm';
import { keepVerdicts } from './keep-verdicts';
import { plainFiles } from './plain-files';
import type { Program } from './program';
import { projectRoot } from './project';
import { type Published, publish } from './publish';
import { SynthesisFailed } from './synthesis-failed';
import { synthesize } from './synthesize';
import { verdictLines } from './verdict-lines';
import { withKustomizations } from './with-kustomizations';

/** Where the program's output lies in the project. */
const OUTPUT_FOLDER = 'dist';

/**
 * What cdk8s.yaml gives as `output`. The CLI deletes that folder before it starts the program, so it is not `dist/` but a
 * link to it: the CLI deletes the link, and finds behind the new one what was written.
 */
const CLI_OUTPUT = 'build/dist';

/**
 * Synthesizes a program. What is handed back writes it to where it was called for: `dist/`, the folder of
 * `cdk8s synth -o`, or the CLI's own folder for `--stdout` and `--format helm`. On a mistake it says everything that is
 * wrong on standard error and sets exit code 1. Nothing is done before: types may still be in question.
 *
 * @param folder where it goes in the project; the CLI is asked for `dist/` alone
 */
export function prepare(program: Program, folder: string = OUTPUT_FOLDER): () => void {
  let verdicts: readonly EnvironmentVerdict[] = [];
  const tell = (found: readonly EnvironmentVerdict[]) => {
    verdicts = found;
  };
  const files = attempt(() => withKustomizations(synthesize(program, { beside: argoCdFiles, tell })));
  return () => {
    try {
      write({ files: files(), folder, verdicts });
    } catch (error) {
      process.exitCode = 1;
      process.stderr.write(`${explain(error)}\n`);
    }
  };
}

/** Does some work now; what came of it, its error too, is for later. */
function attempt<T>(work: () => T): () => T {
  try {
    const result = work();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** What there is to write, where it goes in the project, and what else there is to tell. */
interface Output {
  readonly files: ReadonlyMap<string, string>;
  readonly folder: string;
  readonly verdicts: readonly EnvironmentVerdict[];
}

function write({ files, folder, verdicts }: Output): void {
  const asked = folder === OUTPUT_FOLDER ? process.env.CDK8S_OUTDIR : undefined;
  const root = projectRoot();
  if (asked) keepVerdicts(root, verdicts);
  if (!asked || resolve(asked) === join(root, CLI_OUTPUT)) {
    if (asked) linkForCli(root);
    report(folder, publish(join(root, folder), files), verdicts);
  } else if (isForStdout(asked)) {
    // one file: the CLI prints several at once, mixed
    writeFileSync(join(asked, 'all.k8s.yaml'), [...plainFiles(files).values()].join(''));
  } else {
    report(asked, publish(resolve(asked), isForHelm(asked) ? helmTemplates(files) : files), verdicts);
  }
}

function linkForCli(root: string): void {
  const link = join(root, CLI_OUTPUT);
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true, recursive: true });
  symlinkSync(
    process.platform === 'win32' ? join(root, OUTPUT_FOLDER) : relative(dirname(link), join(root, OUTPUT_FOLDER)),
    link,
    'junction',
  );
}

/** For `--stdout` the CLI makes an empty folder `cdk8s-...` among the temporary ones; a folder named by `-o` it has deleted. */
function isForStdout(asked: string): boolean {
  return (
    dirname(resolve(asked)) === resolve(tmpdir()) &&
    basename(asked).startsWith('cdk8s-') &&
    existsSync(asked) &&
    readdirSync(asked).length === 0
  );
}

function report(
  folder: string,
  { written, removed, unchanged }: Published,
  verdicts: readonly EnvironmentVerdict[],
): void {
  const total = written.length + unchanged.length;
  const lines = [
    ...written.map((file) => `  wrote    ${folder}/${file}`),
    ...removed.map((file) => `  removed  ${folder}/${file}`),
  ];
  const summary =
    lines.length === 0
      ? `${folder}/ is up to date: ${total} files`
      : `${folder}/: ${written.length} of ${total} files changed, ${removed.length} removed`;
  process.stderr.write([summary, ...lines, ...verdictLines(verdicts, folder), ''].join('\n'));
}

/** A user's mistake is said in its own words; anything else is ours, and comes with its stack. */
function explain(error: unknown): string {
  if (error instanceof SynthesisFailed) {
    const count = error.problems.length;
    return `${error.message}\n\nNothing was written: ${count} ${count === 1 ? 'problem' : 'problems'} to mend.`;
  }
  if (error instanceof Error && 'syscall' in error) return `${error.message}\n\nNothing was changed.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
