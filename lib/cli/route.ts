import { Command, Option } from 'commander';
import { isColoured } from '../delivery/is-coloured';
import { type AskedOptions, askedRequest } from '../delivery/routing/asked-request';
import { type RoutedFiles, routeFiles } from '../delivery/routing/route-files';
import { RoutingRefused } from '../delivery/routing/routing-refused';
import type { Paper } from '../report/report';
import { routedJson } from '../report/routed-json';
import { routedText } from '../report/routed-text';
import { PROVIDERS, type Provider } from '../simulators/canary/providers';

/** What a script learns of a request. */
const EXIT_CODE = { answered: 0, nobody: 1, unreadable: 2 } as const;

interface Options extends AskedOptions {
  readonly env?: string;
  readonly provider?: Provider;
  readonly format: 'text' | 'json';
}

const FORMATS: Readonly<Record<Options['format'], (routed: RoutedFiles, paper: Paper) => string>> = {
  text: routedText,
  json: routedJson,
};

/** How answers are written. */
function paper(): Paper {
  return {
    colours: isColoured() ? 'ansi' : 'none',
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  };
}

function exitCodeOf({ answers, unreadable }: RoutedFiles): number {
  if (unreadable.length > 0) return EXIT_CODE.unreadable;
  const isAnswered = answers.every(({ answer }) => answer.shares.some(({ to }) => !('status' in to)));
  return isAnswered ? EXIT_CODE.answered : EXIT_CODE.nobody;
}

function run(url: string, paths: readonly string[], { format, ...options }: Options): void {
  const routed = routeFiles(askedRequest(url, options), { ...options, paths: paths.length > 0 ? paths : ['dist'] });
  for (const { file, line, rule, mend } of routed.unreadable)
    process.stderr.write(`${file}${line === undefined ? '' : `:${line}`}: ${rule}; ${mend}\n`);
  if (routed.answers.length > 0) process.stdout.write(FORMATS[format](routed, paper()));
  process.exitCode = exitCodeOf(routed);
}

/** A user's mistake is said in its own words; anything else is ours, and comes with its stack. */
function explain(error: unknown): string {
  if (error instanceof RoutingRefused) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const several = (one: string, all: readonly string[]) => [...all, one];

// whoever reads, head say, may have seen enough
process.stdout.on('error', () => process.exit());

new Command('route')
  .description('says who gets a request, and why: by the routes of dist/, or of any manifests')
  .argument('<url>', 'address that is asked: https://hello.example.com/api')
  .argument('[paths...]', 'YAML or JSON: files, folders, or - for standard input (default: dist)')
  .option('-H, --header <header>', 'header of the request: "X-Canary: always"; may be given several times', several, [])
  .option('-b, --cookie <cookie>', 'cookie of the request: "canary=always"; may be given several times', several, [])
  .option('-X, --request <method>', 'method of the request', 'GET')
  .option('--session <service>', 'Service whose session cookie the client has: "prod/hello-canary"')
  .option('--env <name>', 'environment whose objects are looked at (default: all)')
  .addOption(
    new Option('--provider <name>', 'proxy that reads them (default: what their kinds and classes are for)').choices(
      Object.keys(PROVIDERS),
    ),
  )
  .addOption(new Option('--format <format>', 'how to print the answer').choices(Object.keys(FORMATS)).default('text'))
  .addHelpText(
    'after',
    `
Traefik reads the annotations of ingress-nginx, and HTTPRoutes, in ways of its own: --provider traefik-ingress-nginx
and --provider traefik-gateway-api say what it does with them.

Exit code: 0 a Service gets it, 1 none does, 2 something cannot be read.`,
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT_CODE.answered : EXIT_CODE.unreadable))
  .action((url: string, paths: readonly string[], options: Options) => {
    try {
      run(url, paths, options);
    } catch (error) {
      process.stderr.write(`${explain(error)}\n`);
      process.exitCode = EXIT_CODE.unreadable;
    }
  })
  .parse();
