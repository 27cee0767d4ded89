import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { checkFiles } from '../delivery/checking/check-files';
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
}

/** Colours for a terminal, none for a pipe or where nobody wants any: https://no-color.org */
function paper(): Paper {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const coloured = !NO_COLOR && TERM !== 'dumb' && (process.stdout.isTTY || Boolean(FORCE_COLOR));
  return { colours: coloured ? 'ansi' : 'none', columns: process.stdout.isTTY ? process.stdout.columns : undefined };
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

function check(paths: readonly string[], { format, output, ...options }: Options): void {
  const checked = checkFiles(paths, options);
  const report = FORMATS[format];
  if (output === undefined) process.stdout.write(report?.(checked, paper()) ?? '');
  else {
    writeFileSync(output, report?.(checked, { colours: 'none' }) ?? '');
    process.stderr.write(`${output}: ${summary(checked)}\n`);
  }
  process.exitCode = exitCodeOf(checked);
}

function run(paths: readonly string[], options: Options): void {
  if (options.explain !== undefined) process.stdout.write(explain(options.explain));
  else if (options.rules) process.stdout.write(ruleList(everyRule(), paper()));
  else if (paths.length === 0) refuse('must have something to check; name files, folders, or - for standard input');
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
