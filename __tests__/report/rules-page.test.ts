import { parseAllDocuments } from 'yaml';
import { RULES_PAGE, readProjectFile } from '../../lib/delivery/project';
import { CATALOGUE, CATALOGUE_BY_NOUN } from '../../lib/policies/catalogue';
import { rulesPage } from '../../lib/report/rules-page';

const page = rulesPage(CATALOGUE_BY_NOUN);

test('docs/rules.md is what npm run rules makes', () => {
  expect(readProjectFile(RULES_PAGE)).toBe(page);
});

test('the table of contents leads to a section of every rule, and of exceptions', () => {
  const linked = [...page.matchAll(/^- \[([\w-]+)\]\(#([\w-]+)\)/gm)].map(([, id, anchor]) => [id, anchor]);
  const sections = [...page.matchAll(/^### ([\w-]+)$/gm)].map(([, id]) => id);
  expect(linked.every(([id, anchor]) => id === anchor)).toBe(true);
  expect(linked.map(([id]) => id)).toEqual(sections);
  expect([...sections].sort()).toEqual([...CATALOGUE.map(({ id }) => id), 'policy-exception'].sort());
});

test('every block of YAML is YAML', () => {
  const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml);
  expect(blocks.length).toBeGreaterThan(CATALOGUE.length * 2);
  const odd = blocks.filter((yaml) => parseAllDocuments(yaml).some(({ errors }) => errors.length > 0));
  // rules about text that is no YAML show it
  expect(odd.length).toBeLessThanOrEqual(2);
});

test('what is wrongly said is set right, with the source', () => {
  for (const { misconceptions = [] } of CATALOGUE)
    for (const { claim, truth, source } of misconceptions) {
      expect(page).toContain(`> **Often said:** ${claim} **In truth:** ${truth} ([source](${source}))`);
    }
});
