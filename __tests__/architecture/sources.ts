import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Text of TypeScript files by path in the project: what every check reads, from the disk or written out in a test. */
export type Sources = ReadonlyMap<string, string>;

/** The checkout that this test stands in. */
export const PROJECT = resolve(__dirname, '../..');

/** Everything that the program is made of: main.ts, lib/ and imports/, in the order of their paths. */
export function projectSources(): Sources {
  const files = ['main.ts', ...['imports', 'lib'].flatMap(typeScriptFiles)].sort();
  return new Map(files.map((file) => [file, readFileSync(join(PROJECT, file), 'utf8')]));
}

/** Sources written out in a test: text by path. */
export function given(files: Readonly<Record<string, string>>): Sources {
  return new Map(Object.entries(files));
}

function typeScriptFiles(folder: string): string[] {
  if (!existsSync(join(PROJECT, folder))) return [];
  return readdirSync(join(PROJECT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return typeScriptFiles(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}
