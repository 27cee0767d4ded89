/**
 * Lets node run the project's TypeScript: `node --require ./lib/cli/transpile.js lib/cli/synth.ts`.
 *
 * It takes the types out and checks none of them. What comes out is kept in build/js, so that a file is transpiled once for
 * each of its versions; files that are in use only are looked at.
 */
const { mkdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } = require('node:fs');
const { SourceMap } = require('node:module');
const { dirname, join, relative } = require('node:path');

const ROOT = join(__dirname, '..', '..');
const JAVASCRIPT = join(ROOT, 'build', 'js');

const OPTIONS = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
  sourceMaps: true,
  swcrc: false,
};

const { '.json': json } = require.extensions;
delete require.extensions['.json'];
require.extensions['.ts'] = (module, file) => module._compile(javascriptOf(file), file);
require.extensions['.json'] = json; // behind .ts: "./releases" is releases.ts, though releases.json lies beside it

/** A file is known again by its time, whichever way that went: an older version that was put back is another one too. */
function javascriptOf(file) {
  const kept = keptAt(file);
  const { mtimeMs } = statSync(file);
  const known = statSync(kept, { throwIfNoEntry: false });
  if (known && Math.round(known.mtimeMs) === Math.trunc(mtimeMs)) return readFileSync(kept, 'utf8');
  const { transformSync } = require('@swc/core'); // loaded only where something changed
  const { code, map } = transformSync(readFileSync(file, 'utf8'), { ...OPTIONS, filename: file });
  keep(`${kept}.map`, map, mtimeMs);
  keep(kept, code, mtimeMs);
  return code;
}

const keptAt = (file) => join(JAVASCRIPT, relative(ROOT, file).replace(/\.ts$/, '.js'));

/** Whole or not at all: another process may be reading it. */
function keep(path, text, mtimeMs) {
  const unfinished = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(unfinished, text);
  utimesSync(unfinished, Math.trunc(mtimeMs) / 1000, Math.trunc(mtimeMs) / 1000);
  renameSync(unfinished, path);
}

// Node would read every source map as it loads a file, a third of the loading; so they are read when a stack is asked for.
Error.prepareStackTrace = (error, sites) =>
  [String(error), ...sites.map((site) => `    at ${placed(site)}`)].join('\n');

function placed(site) {
  const file = site.getFileName();
  if (!file?.endsWith('.ts')) return String(site);
  const [line, column] = [site.getLineNumber(), site.getColumnNumber()];
  const { originalLine, originalColumn } = sourceMapOf(file).findEntry(line - 1, column - 1);
  return String(site).replace(`:${line}:${column}`, `:${originalLine + 1}:${originalColumn + 1}`);
}

const maps = new Map();

function sourceMapOf(file) {
  const map = maps.get(file) ?? new SourceMap(JSON.parse(readFileSync(`${keptAt(file)}.map`, 'utf8')));
  maps.set(file, map);
  return map;
}
