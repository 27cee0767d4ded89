import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot, RULES_PAGE } from '../delivery/project';
import { CATALOGUE_BY_NOUN } from '../policies/catalogue';
import { rulesPage } from '../report/rules-page';

// `npm run rules`: makes the documentation of the rules anew, from the rules
const file = join(projectRoot(), RULES_PAGE);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, rulesPage(CATALOGUE_BY_NOUN));
