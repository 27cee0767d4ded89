import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, readProjectFile } from '../delivery/project';
import { withConstructTable } from '../delivery/with-construct-table';

// `npm run readme`: makes the table of constructs in README.md anew, from the docs in the code
const folder = 'lib/constructs';
const files = readdirSync(join(projectRoot(), folder), { recursive: true, encoding: 'utf8' }).sort();
const sources = files
  .filter((file) => file.endsWith('.ts'))
  .map((file): [string, string] => [`${folder}/${file}`, readFileSync(join(projectRoot(), folder, file), 'utf8')]);
writeFileSync(join(projectRoot(), 'README.md'), withConstructTable(readProjectFile('README.md'), new Map(sources)));
