/**
 * Runs one command of this folder: `node lib/cli/launch.js <command> [arguments]`.
 *
 * tsc checks the types of the project meanwhile. A command that only calculates before it writes calculates beside it, and
 * writes once the types are right; any other starts then.
 */
const { spawn } = require('node:child_process');
const { createRequire, enableCompileCache } = require('node:module');
const { dirname, join } = require('node:path');

const ROOT = join(__dirname, '..', '..');
const [NODE, , COMMAND, ...ARGUMENTS] = process.argv;

/** Commands that do nothing but calculate when they are loaded, and hand back, under their own name, what does the rest. */
const CALCULATING = new Set(['synth']);

/** What takes long to load, by command. */
const PACKAGES = {
  check: ['yaml', 'js-yaml', '@marcbachmann/cel-js', 'commander', 'diff', 'picocolors'],
  release: [
    'cdk8s',
    'cdk8s-plus-30/lib/container',
    'cdk8s-plus-30/lib/imports/k8s',
    'valibot',
    'commander',
    'diff',
    'picocolors',
  ],
  route: ['yaml', 're2js', 'commander', 'picocolors'],
};

/** The native compiler itself: the package's own `tsc` is a script that takes 0.1 s to start it. */
function compiler() {
  const typescript = createRequire(require.resolve('typescript/package.json'));
  const platform = typescript.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
  return join(dirname(platform), 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc');
}

/** Calls back when the types of the project are right; when they are not, ends this process with what tsc says. */
function whenTypesAreRight(goOn) {
  const tsc = spawn(compiler(), ['-b', join(ROOT, 'tsconfig.build.json')], {
    stdio: ['ignore', 2, 2], // type errors go to standard error: standard output belongs to the command
    env: { GOGC: 'off', GOMEMLIMIT: '1GiB', ...process.env }, // collecting garbage takes a quarter of its time
  });
  tsc.on('exit', (status) => (status === 0 ? goOn() : process.exit(1)));
}

function load() {
  const file = join(__dirname, `${COMMAND}.ts`);
  process.argv = [NODE, file, ...ARGUMENTS];
  return require(file);
}

function run() {
  let finish = load;
  whenTypesAreRight(() => finish());
  enableCompileCache?.(join(ROOT, 'build', 'cache')); // node 22 and later
  require('./transpile');
  for (const name of PACKAGES[COMMAND] ?? []) require(name);
  if (CALCULATING.has(COMMAND)) finish = load()[COMMAND];
}

try {
  run();
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error;
  process.stderr.write(`${error.message.split('\n')[0]}: the packages are not installed; run npm ci\n`);
  process.exit(1);
}
