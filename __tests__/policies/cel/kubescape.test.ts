import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AdmissionRequest, compilePolicy } from '../../../lib/policies/cel/admission-policy';

const FOLDER = join(__dirname, '../../../../shared/upstream');
const skipped = existsSync(FOLDER) ? undefined : 'no ../shared/upstream beside this checkout';
interface Case {
  readonly name: string;
  readonly input: AdmissionRequest & { readonly policy: string };
  readonly expected: { readonly result: 'pass' | 'fail' | 'warn' };
}

const read = (file: string) => (skipped ? [] : JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));

(skipped ? test.skip : test)(
  `kubescape's policies give its 628 verdicts${skipped ? ` (skipped: ${skipped})` : ''}`,
  () => {
    const policies = Object.fromEntries(
      Object.entries(read('vap-kubescape-policies.json')).map(([id, policy]) => {
        const { variables = [], validations } = (policy as { spec: never }).spec;
        return [id, compilePolicy({ variables, validations })];
      }),
    );
    const cases: readonly Case[] = read('vap-kubescape.json');
    const wrong = cases.filter(({ input: { policy, ...request }, expected }) => {
      const holds = policies[policy]?.(request).length === 0;
      return holds !== (expected.result === 'pass'); // "warn" is a failure that its binding only warns of
    });
    expect({ cases: cases.length, wrong: wrong.map(({ name }) => name) }).toEqual({ cases: 628, wrong: [] });
  },
);
