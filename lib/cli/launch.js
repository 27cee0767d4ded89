/**
 * Runs one command of this folder: `node lib/cli/launch.js <command> [arguments]`.
 *
 * The one file that is JavaScript, because it compiles the others. tsc checks and compiles what changed; meanwhile this
 * process loads the packages that the command needs, which takes as long. A type error ends it before any of our code runs.
 */
const { spawn } = require('node:child_process');
const { createRequire, enableCompileCache } = require('node:module');
const { dirname, join } = require('node:path');

const ROOT = join(__dirname, '..', '..');
const [NODE, , COMMAND, ...ARGUMENTS] = process.argv;

/** What takes long to load, by command. */
const PACKAGES = {
  check: ['yaml', '@marcbachmann/cel-js', 'commander', 'picocolors'],
  route: ['yaml', 're2js', 'commander', 'picocolors'],
  synth: ['cdk8s', 'cdk8s-plus-30/lib/container', 'cdk8s-plus-30/lib/imports/k8s', 'js-yaml', 'valibot'],
};

/** The native compiler itself: the package's own `tsc` is a script that takes 0.1 s to start it. */
function compiler() {
  const typescript = createRequire(require.resolve('typescript/package.json'));
  const platform = typescript.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
  return join(dirname(platform), 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc');
}

function compileThenRun() {
  const tsc = spawn(compiler(), ['-b', join(ROOT, 'tsconfig.build.json')], {
    stdio: ['ignore', 2, 2], // type errors go to standard error: standard output belongs to the command
    env: { GOGC: 'off', GOMEMLIMIT: '1GiB', ...process.env }, // collecting garbage takes a quarter of its time
  });
  tsc.on('exit', (status) => {
    if (status !== 0) process.exit(1);
    const file = join(ROOT, 'build', 'js', 'lib', 'cli', `${COMMAND}.js`);
    process.argv = [NODE, file, ...ARGUMENTS];
    process.setSourceMapsEnabled(true);
    require(file);
  });
}

try {
  compileThenRun();
  enableCompileCache?.(join(ROOT, 'build', 'cache')); // node 22 and later
  for (const name of PACKAGES[COMMAND] ?? []) require(name);
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error;
  process.stderr.write(`${error.message.split('\n')[0]}: the packages are not installed; run npm ci\n`);
  process.exit(1);
}
