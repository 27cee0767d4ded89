import { join } from 'node:path';
import { Argument, Command } from 'commander';
import picocolors from 'picocolors';
import { program } from '../../main';
import { FileChanged } from '../delivery/file-changed';
import { isColoured } from '../delivery/is-coloured';
import { projectRoot } from '../delivery/project';
import { changeRelease } from '../delivery/release/change-release';
import { changeText } from '../delivery/release/change-text';
import { environmentIn } from '../delivery/release/environment-in';
import { readReleaseFile } from '../delivery/release/read-release-file';
import { RELEASE_ACTIONS, type ReleaseActionName } from '../delivery/release/release-actions';
import { ReleaseRefused } from '../delivery/release/release-refused';
import { serviceIn } from '../delivery/release/service-in';
import { statusText } from '../delivery/release/status-text';
import { replaceFile } from '../delivery/replace-file';
import { SynthesisFailed } from '../delivery/synthesis-failed';
import { InvalidReleases } from '../environments/invalid-releases';

interface Options {
  readonly env?: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly repository?: string;
  readonly from?: string;
  readonly to?: string;
  readonly go?: true;
  readonly dryRun?: true;
}

type Action = ReleaseActionName | 'status';

const colours = () => picocolors.createColors(isColoured());

function status(service: string | undefined, { env }: Options): string {
  const file = readReleaseFile(program);
  const environment = env === undefined ? undefined : environmentIn(file, env).name;
  const asked = { service: service === undefined ? undefined : serviceIn(file, service), environment, now: new Date() };
  return statusText(file, asked, colours());
}

function change(service: string, action: ReleaseActionName, options: Options): string {
  const { env: environment, tag, digest, repository, dryRun, ...rest } = options;
  if (environment === undefined) {
    const mend = 'say where, such as --env prod';
    throw new ReleaseRefused({ field: '--env', got: undefined, rule: 'is required', mend });
  }
  const version = tag === undefined ? undefined : { repository, tag, digest };
  const changed = changeRelease(program, { ...rest, service, action, environment, version, now: new Date() });
  const { text, file } = changed;
  if (!dryRun && text.before !== text.after) replaceFile(join(projectRoot(), file), text.before, text.after);
  const end = dryRun ? 'Nothing was written: --dry-run.' : `Next: npm run synth, and commit ${file} with dist/.`;
  return changeText(changed, colours()) + (text.before === text.after ? '' : `\n${end}\n`);
}

function run(first: string | undefined, action: Action = 'status', options: Options): void {
  const service = first === 'status' && action === 'status' ? undefined : first;
  const text =
    action === 'status' || service === undefined ? status(service, options) : change(service, action, options);
  process.stdout.write(text);
}

const TOLD = [ReleaseRefused, InvalidReleases, SynthesisFailed, FileChanged];

/** A user's mistake is said in its own words; anything else is ours, and comes with its stack. */
function explain(error: unknown): string {
  const isTold = TOLD.some((kind) => error instanceof kind);
  if (error instanceof Error && (isTold || 'syscall' in error)) return `${error.message}\n\nNothing was changed.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// whoever reads, head say, may have seen enough
process.stdout.on('error', () => process.exit());

new Command('release')
  .description('says what runs where, and brings a new version there; edits lib/environments/releases.json only')
  .argument('[service]', 'service that a chart runs (default: all, for status)')
  .addArgument(
    new Argument('[action]', 'what to do').choices([...Object.keys(RELEASE_ACTIONS), 'status']).default('status'),
  )
  .option('--env <name>', 'environment; status without it is of all')
  .option('--tag <tag>', 'set, start: tag of the version, such as 3f2a1bc-42 (git hash and build number)')
  .option('--digest <digest>', 'set, start: digest of the version, where the environment demands it')
  .option('--repository <path>', 'set, start: where it was pushed (default: where the version that runs was)')
  .option('--from <env>', 'set, start: the version that runs in another environment')
  .option('--to <tag>', 'rollback: earlier version (default: the one before)')
  .option('--go', 'step, promote: go on though a pause is not over')
  .option('--dry-run', 'show the change and write nothing')
  .addHelpText(
    'after',
    `
Actions:
  set       another version at once, by a rolling update: for CI
  start     a new version beside the one that runs: a canary at its first step, or the idle colour
  step      the next step of a canary; once it is promoted, the end of what it replaced
  promote   the new version becomes the one that runs; colours are switched
  abort     all requests get what ran before
  rollback  back to an earlier version, with the config that it ran with
  status    what runs where, since when, at which step, and what comes next`,
  )
  .action((service: string | undefined, action: Action, options: Options) => {
    try {
      run(service, action, options);
    } catch (error) {
      process.stderr.write(`${explain(error)}\n`);
      process.exitCode = 1;
    }
  })
  .parse();
