import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { CommandFailed } from '../delivery/command-failed';
import { newRequest } from '../delivery/onboard/new-request';
import { onboard } from '../delivery/onboard/onboard';
import { onboardedText } from '../delivery/onboard/onboarded-text';
import type { Onboarding } from '../delivery/onboard/onboarding';
import { projectRoot } from '../delivery/project';
import { renderYaml } from '../delivery/render-yaml';
import { ENVIRONMENTS } from '../environments/environments';

interface Options {
  readonly user: string;
  readonly group: readonly string[];
  readonly env?: string;
  readonly out?: string;
  readonly days: number;
  readonly overwrite?: true;
  readonly dryRun?: true;
}

/** Not in the repository, where it would be committed: build/ is not. */
function defaultOut(user: string): string {
  return join(projectRoot(), 'build', 'onboard', `${user.replace(/[^A-Za-z0-9._-]+/g, '-')}.kubeconfig`);
}

function onboardingOf({ user, group, env, out, days, overwrite }: Options): Onboarding {
  return {
    user,
    groups: group,
    days,
    environment: env,
    environments: ENVIRONMENTS,
    out: out ?? defaultOut(user),
    existing: overwrite ? 'overwritten' : 'kept',
  };
}

async function run(options: Options): Promise<void> {
  const onboarding = onboardingOf(options);
  if (options.dryRun) process.stdout.write(renderYaml([newRequest(onboarding).request]));
  else process.stdout.write(onboardedText(onboarding, await onboard(onboarding)));
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}

/** A user's mistake is said in its own words; anything else is ours, and comes with its stack. */
function explain(error: unknown): string {
  if (error instanceof CommandFailed) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

new Command('onboard')
  .description('lets somebody in to the cluster of KUBECONFIG: has a new key certified, and writes a kubeconfig')
  .requiredOption('--user <name>', 'name that role bindings know them by')
  .option(
    '--group <name>',
    'group that they are a member of; may be given several times',
    (one, all: string[]) => [...all, one],
    [],
  )
  .option('--env <name>', 'environment that they work in; its namespace is taken where they name none')
  .option('--out <file>', 'kubeconfig to write (default: build/onboard/<user>.kubeconfig)')
  .option('--days <count>', 'days that it holds, 1 to 365; the cluster may say fewer', wholeNumber, 30)
  .option('--overwrite', 'replace a file that is there already')
  .option('--dry-run', 'only print what would be sent, with a key that is thrown away')
  .action((options: Options) =>
    run(options).catch((error) => {
      process.stderr.write(`${explain(error)}\n`);
      process.exitCode = 1;
    }),
  )
  .parse();
