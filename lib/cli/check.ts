import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { checkFiles } from '../delivery/checking/check-files';
import { fixFiles } from '../delivery/checking/fix-files';
import { manifestFiles } from '../delivery/checking/manifest-files';
import { mendedFiles, writeMended } from '../delivery/checking/mended-file';
import { progressLine } from '../delivery/checking/progress-line';
import { STANDARD_INPUT } from '../delivery/checking/standard-input';
import { isColoured } from '../delivery/is-coloured';
import { readProjectFile, SCHEMAS_FILE } from '../delivery/project';
import { nearest } from '../kubernetes/nearest';
import { decodeSchemas } from '../kubernetes/schema/schemas';
import type { Checked } from '../policies/checked';
import { fails } from '../policies/fails';
import { LEVELS } from '../policies/levels';
import type { Level, Severity } from '../policies/rule';
import { everyRule } from '../policies/rule-words';
import { SEVERITIES } from '../policies/severities';
import { FORMATS } from '../report/formats';
import { mendedText } from '../report/mended-text';
import { patch } from '../report/patch';
import type { Paper } from '../report/report';
import { ruleExplanation } from '../report/rule-explanation';
import { ruleList } from '../report/rule-list';
import { summary } from '../report/summary';

/** What a script learns of a check. */
const EXIT_CODE = { clean: 0, found: 1, unreadable: 2 } as const;

interface Options {
  readonly format: string;
  readonly level: Level;
  readonly failOn: Severity;
  readonly kubernetes?: string;
  readonly explain?: string;
  readonly rules?: true;
  readonly output?: string;
  readonly fix?: true;
  readonly dryRun?: true;
}

/** How reports are written to a stream. */
function paper(stream: NodeJS.WriteStream = process.stdout): Paper {
  return { colours: isColoured(stream) ? 'ansi' : 'none', columns: stream.isTTY ? stream.columns : undefined };
}

function explain(id: string): string {
  const rules = everyRule();
  const rule = rules.find((one) => one.id === id);
  if (rule) return ruleExplanation(rule, paper());
  const near = nearest(
    id,
    rules.map((one) => one.id),
  );
  const mend = near ? `write ${near}` : 'npm run check -- --rules lists them';
  return refuse(`--explain: invalid value ${JSON.stringify(id)}: must be the name of a rule; ${mend}`);
}

/** Ends the command: exit code 1 would say that there are findings. */
function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(EXIT_CODE.unreadable);
}

/** What the disk refuses is said in its words; anything else is ours, and comes with its stack. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'syscall' in error ? error.message : (error.stack ?? error.message);
}

function exitCodeOf({ unreadable, findings, failOn }: Checked): number {
  if (unreadable.length > 0) return EXIT_CODE.unreadable;
  return findings.some((finding) => fails(finding, failOn)) ? EXIT_CODE.found : EXIT_CODE.clean;
}

function withProgress<T>(work: (progress: (words: string) => void) => T): T {
  const line = progressLine(process.stderr);
  try {
    return work(line.say);
  } finally {
    line.end();
  }
}

function check(paths: readonly string[], options: Options): void {
  print(
    withProgress((progress) => checkFiles(paths, { ...options, progress })),
    options,
    process.stdout,
  );
}

function print(checked: Checked, { format, output }: Options, stream: NodeJS.WriteStream): void {
  const report = FORMATS[format];
  if (output === undefined) stream.write(report?.(checked, paper(stream)) ?? '');
  else {
    writeFileSync(output, report?.(checked, { colours: 'none' }) ?? '');
    process.stderr.write(`${output}: ${summary(checked)}\n`);
  }
  process.exitCode = exitCodeOf(checked);
}

/** Standard output is for what others read: the mended text of standard input, or the difference; the report gives way. */
function fix(paths: readonly string[], options: Options): void {
  const read = manifestFiles(paths);
  const fixed = withProgress((progress) => fixFiles(read, { ...options, progress }));
  const files = mendedFiles(read, fixed);
  if (!options.dryRun) writeMended(files);
  const piped = options.dryRun
    ? files.map(({ file, before, text }) => patch(file, before, text)).join('')
    : (fixed.read.files.find(({ file }) => file === STANDARD_INPUT)?.text ?? '');
  process.stdout.write(piped);
  process.stderr.write(`${mendedText(fixed, options.dryRun ? 'would mend' : 'mended', paper(process.stderr))}\n`);
  print(fixed.checked, options, options.dryRun || piped !== '' ? process.stderr : process.stdout);
}

function run(paths: readonly string[], options: Options): void {
  if (options.explain !== undefined) process.stdout.write(explain(options.explain));
  else if (options.rules) process.stdout.write(ruleList(everyRule(), paper()));
  else if (paths.length === 0) refuse('must have something to check; name files, folders, or - for standard input');
  else if (options.fix) fix(paths, options);
  else check(paths, options);
}

// whoever reads, head say, may have seen enough
process.stdout.on('error', () => process.exit());

new Command('check')
  .description('holds Kubernetes manifests of anybody against the rules: files, folders, or - for standard input')
  .argument('[paths...]', 'YAML or JSON; folders are searched for .yaml, .yml and .json')
  .addOption(
    new Option('--format <format>', 'how to print what is found').choices(Object.keys(FORMATS)).default('text'),
  )
  .addOption(new Option('--level <level>', 'which rules hold').choices(LEVELS).default('baseline'))
  .addOption(
    new Option('--fail-on <severity>', 'exit with 1 for findings of it or worse').choices(SEVERITIES).default('error'),
  )
  .addOption(
    new Option('--kubernetes <minor>', 'Kubernetes that they are for (default: the newest)').choices(
      decodeSchemas(readProjectFile(SCHEMAS_FILE)).minors,
    ),
  )
  .option('--output <file>', 'write the report to a file')
  .option('--fix', 'mend what is mechanical in the files, and report what is left; of - the mended text is printed')
  .option('--dry-run', 'with --fix: print what would change, as a diff, and change nothing')
  .option('--explain <rule>', 'why a rule is there, how to mend, and an example')
  .option('--rules', 'list all rules')
  .addHelpText('after', '\nExit code: 0 clean, 1 findings, 2 something cannot be read.')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT_CODE.clean : EXIT_CODE.unreadable))
  .action((paths: readonly string[], options: Options) => {
    try {
      run(paths, options);
    } catch (error) {
      refuse(inWords(error));
    }
  })
  .parse();
