import { Command, Option } from 'commander';
import { program } from '../../main';
import { CommandFailed } from '../delivery/command-failed';
import { isColoured } from '../delivery/is-coloured';
import { makePlan } from '../delivery/plan/make-plan';
import { requireAllowable } from '../delivery/plan/require-allowable';
import { SynthesisFailed } from '../delivery/synthesis-failed';
import { PLAN_FORMATS } from '../report/plan/plan-formats';
import type { PlanPaper } from '../report/plan/plan-report';
import { isBlocked, judgedPlan } from '../simulators/plan/judged-plan';

/** What a script learns of a plan. */
const EXIT_CODE = { nothing: 0, failed: 1, changes: 2, dangerous: 3 } as const;

interface Options {
  readonly against: string;
  readonly to?: string;
  readonly env?: string;
  readonly allow: readonly string[];
  readonly format: string;
  readonly all?: true;
}

/** How plans are written. */
function paper({ all }: Options): PlanPaper {
  const columns = process.stdout.isTTY ? process.stdout.columns : undefined;
  return { colours: isColoured() ? 'ansi' : 'none', columns, lists: all ? 'whole' : 'folded' };
}

function run(options: Options): void {
  const { against, to, env: environment, allow, format } = options;
  const made = makePlan({ program, against, to, environment });
  requireAllowable(allow, made.changes);
  const plan = judgedPlan(made, allow);
  process.stdout.write(PLAN_FORMATS[format]?.(plan, paper(options)) ?? '');
  const quiet = plan.changes.length === 0 ? EXIT_CODE.nothing : EXIT_CODE.changes;
  process.exitCode = isBlocked(plan) ? EXIT_CODE.dangerous : quiet;
}

/** A user's mistake is said in its own words; anything else is ours, and comes with its stack. */
function inWords(error: unknown): string {
  if (error instanceof CommandFailed || error instanceof SynthesisFailed) return error.message;
  if (!(error instanceof Error)) return String(error);
  return 'syscall' in error ? error.message : (error.stack ?? error.message);
}

// whoever reads, head say, may have seen enough
process.stdout.on('error', () => process.exit());

new Command('plan')
  .description('says what happens when the output is applied: to each object, and for each environment')
  .option('--against <what>', 'what is deployed: a commit, a folder, or "cluster" for that of KUBECONFIG', 'HEAD')
  .option('--to <folder>', 'what is to be applied (default: what the program makes now)')
  .option('--env <name>', 'look at one environment')
  .option(
    '--allow <object>',
    'a change that is refused or loses data, and is meant: Kind/namespace/name; may be given several times',
    (one, all: string[]) => [...all, one],
    [],
  )
  .addOption(new Option('--format <format>', 'how to print it').choices(Object.keys(PLAN_FORMATS)).default('text'))
  .option('--all', 'long lists in full')
  .addHelpText(
    'after',
    '\nExit code: 0 nothing changes, 1 it could not be found out, 2 changes, 3 changes that the API server would refuse or that lose data.',
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT_CODE.nothing : EXIT_CODE.failed))
  .action((options: Options) => {
    try {
      run(options);
    } catch (error) {
      process.stderr.write(`${inWords(error)}\n`);
      process.exitCode = EXIT_CODE.failed;
    }
  })
  .parse();
