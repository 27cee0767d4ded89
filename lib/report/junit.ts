import type { PlacedManifest } from '../kubernetes/yaml/placed-manifest';
import type { Checked } from '../policies/checked';
import { fails } from '../policies/fails';
import type { Finding } from '../policies/finding';
import { location } from './location';
import { objectTitle } from './object-title';
import type { Report } from './report';

/** One test of a report, as XML, and how it ended. */
interface TestCase {
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly xml: string;
}

/** The suite of what no file has. */
const CONSTRUCTS = 'constructs';

/**
 * For what shows tests: a suite a file, a test a finding, and one for each object without any. Findings that do not fail
 * the check are tests that passed, with what was found as their output; excused ones were skipped.
 */
export const junit: Report = (checked) => {
  const { unreadable, files, findings, excused } = checked;
  const names = new Set([...unreadable.map(({ file }) => file), ...files, ...[...findings, ...excused].map(suiteOf)]);
  const suites = [...names].map((file) => ({ file, cases: casesOf(file, checked) }));
  const all = suites.flatMap(({ cases }) => cases);
  const lines = suites.map(
    ({ file, cases }) =>
      `  <testsuite ${attributes({ name: file, ...countsOf(cases) })}>\n${cases.map(({ xml }) => xml).join('')}  </testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes({ name: 'check', ...countsOf(all) })}>\n${lines.join('')}</testsuites>\n`;
};

function casesOf(file: string, { findings, excused, unreadable, objects, failOn }: Checked): TestCase[] {
  const here = findings.filter((finding) => suiteOf(finding) === file);
  const allowed = excused.filter((finding) => suiteOf(finding) === file);
  const spokenOf = new Set([...here, ...allowed].map(({ object }) => objectTitle(object)));
  const clean = objects
    .filter((object) => object.file === file)
    .map(titleOf)
    .filter((title) => !spokenOf.has(title));
  return [
    ...unreadable
      .filter((one) => one.file === file)
      .map(({ rule, mend, ...place }) => testCase('error', { classname: file, name: location(place) }, [rule, mend])),
    ...here.map((finding) => findingCase(finding, fails(finding, failOn) ? 'failure' : 'passed')),
    ...allowed.map((finding) => {
      const { owner, reason } = finding;
      return testCase('skipped', namesOf(finding), [`${owner}: ${reason}`, finding.message]);
    }),
    ...clean.map((title) => testCase('passed', { classname: title, name: 'all rules' }, undefined)),
  ];
}

function suiteOf({ file }: Finding): string {
  return file ?? CONSTRUCTS;
}

function titleOf({ manifest: { kind, metadata } }: PlacedManifest): string {
  return objectTitle({ apiVersion: '', kind, namespace: metadata.namespace, name: metadata.name });
}

function findingCase(finding: Finding, outcome: 'failure' | 'passed'): TestCase {
  const { message, mend } = finding;
  return testCase(outcome, namesOf(finding), [message, `${mend}\n${finding.construct ?? location(finding)}`]);
}

function namesOf({ rule, object, line }: Finding) {
  return { classname: objectTitle(object), name: line === undefined ? rule : `${rule} (line ${line})` };
}

type Said = readonly [message: string, details: string];

function testCase(
  outcome: TestCase['outcome'],
  names: Readonly<Record<string, string>>,
  said: Said | undefined,
): TestCase {
  const open = `    <testcase ${attributes(names)}`;
  if (!said) return { outcome, xml: `${open}/>\n` };
  const [message, details] = said;
  const inner =
    outcome === 'passed'
      ? `<system-out>${escaped(`${message}\n${details}`)}</system-out>`
      : outcome === 'skipped'
        ? `<skipped ${attributes({ message })}/>`
        : `<${outcome} ${attributes({ message })}>${escaped(details)}</${outcome}>`;
  return { outcome, xml: `${open}>\n      ${inner}\n    </testcase>\n` };
}

function countsOf(cases: readonly TestCase[]) {
  const count = (outcome: TestCase['outcome']) => String(cases.filter((one) => one.outcome === outcome).length);
  return { tests: String(cases.length), failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(value).replace(/"/g, '&quot;').replace(/\n/g, '&#10;')}"`)
    .join(' ');
}

/** XML 1.0 has no way to write most control characters. */
function escaped(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const allowed = value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
  return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
