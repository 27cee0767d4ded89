import { doorViolations } from './doors';
import { effectViolations } from './effects';
import { arrowViolations } from './rooms';
import { given, projectSources } from './sources';

const project = projectSources();

test('imports point one way, as in design.md', () => {
  expect(arrowViolations(project)).toEqual([]);
});

test('only main.ts, delivery and cli read the environment, a clock, randomness or a disk', () => {
  expect(effectViolations(project)).toEqual([]);
});

test('cdk8s-plus comes in by one file, the library goes out by one, and nothing in lib imports a barrel', () => {
  expect(doorViolations(project)).toEqual([]);
});

describe('the check of arrows', () => {
  test('fails when policies import a construct, with the line and what to do', () => {
    const sources = given({
      'lib/policies/pod/rule.ts': `import { k8s } from '../../kubernetes/k8s';\nimport { Web } from '../../constructs/web';`,
      'lib/constructs/web.ts': 'export class Web {}',
    });
    expect(arrowViolations(sources)).toEqual([
      'lib/policies/pod/rule.ts:2: policies must not import constructs (lib/constructs/web.ts); it may import policies, kubernetes: hand the value in from above, or move what both need to a room below both',
    ]);
  });

  test.each`
    from                       | code                                            | because
    ${'lib/kubernetes/a.ts'}   | ${`import type { E } from '../environments/e'`} | ${'types count'}
    ${'lib/environments/a.ts'} | ${`export { x } from '../constructs/x'`}        | ${'handing on counts'}
    ${'lib/constructs/a.ts'}   | ${`import '../environments/dev'`}               | ${'constructs do not know environments'}
    ${'lib/simulators/a.ts'}   | ${`const x = require('../policies/x')`}         | ${'require counts'}
    ${'lib/simulators/a.ts'}   | ${`type X = import('../constructs/x').X`}       | ${'an import in a type counts'}
    ${'lib/report/a.ts'}       | ${`await import('../delivery/x')`}              | ${'a late import counts'}
    ${'lib/delivery/a.ts'}     | ${`import { program } from '../../main'`}       | ${'only cli imports main.ts'}
    ${'lib/charts/a.ts'}       | ${`import { run } from '../delivery/run'`}      | ${'charts do not deliver'}
    ${'main.ts'}               | ${`import { Web } from './lib/constructs/web'`} | ${'main.ts lists, and makes nothing'}
    ${'imports/argo.ts'}       | ${`import { x } from './gateway'`}              | ${'each group stands alone'}
  `('fails for $code in $from: $because', ({ from, code }) => {
    expect(arrowViolations(given({ [from]: code }))).toHaveLength(1);
  });

  test.each`
    from                     | code
    ${'lib/kubernetes/a.ts'} | ${`import { parse } from 'yaml'; import { b } from './schema/b'`}
    ${'lib/constructs/a.ts'} | ${`import { R } from '../../imports/argo'; import { k8s } from '../kubernetes/k8s'`}
    ${'lib/cli/a.ts'}        | ${`import { program } from '../../main'; import { html } from '../report/html'`}
    ${'main.ts'}             | ${`import { run } from './lib/delivery/run'`}
  `('lets $from have $code', ({ from, code }) => {
    expect(arrowViolations(given({ [from]: code }))).toEqual([]);
  });

  test.each(['lib/services/a.ts', 'lib/loose.ts', 'scripts/a.ts'])('fails for %s, which stands in no room', (file) => {
    expect(arrowViolations(given({ [file]: '' }))[0]).toContain(`${file}:1: stands in no room that is known`);
  });
});

describe('the check of effects', () => {
  test.each`
    code                                          | read
    ${`import { readFileSync } from 'node:fs'`}   | ${'node:fs'}
    ${`import { readFile } from 'fs/promises'`}   | ${'fs/promises'}
    ${`import { execSync } from 'child_process'`} | ${'child_process'}
    ${`import { randomUUID } from 'node:crypto'`} | ${'node:crypto'}
    ${`const { HOST } = process.env`}             | ${'process'}
    ${`const now = Date.now()`}                   | ${'Date.now'}
    ${`const now = new Date()`}                   | ${'Date'}
    ${`const start = performance.now()`}          | ${'performance'}
    ${`const id = Math.random()`}                 | ${'Math.random'}
    ${`const id = crypto.randomUUID()`}           | ${'crypto'}
    ${`const p = globalThis.process`}             | ${'globalThis'}
  `('fails for $code in a construct', ({ code, read }) => {
    const found = effectViolations(given({ 'lib/constructs/a.ts': code }));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(read);
  });

  test.each`
    file                     | code
    ${'lib/constructs/a.ts'} | ${`import { createHash } from 'node:crypto'`}
    ${'lib/constructs/a.ts'} | ${`import { X509Certificate, createPrivateKey } from 'node:crypto'`}
    ${'lib/kubernetes/a.ts'} | ${`const day = new Date(Date.UTC(2026, 1, 31))`}
    ${'lib/simulators/a.ts'} | ${`const step = (process: P) => process.env`}
    ${'lib/simulators/a.ts'} | ${`import { join } from 'node:path'; const a = { process: 1, fetch: 2 }`}
    ${'lib/delivery/a.ts'}   | ${`import { readFileSync } from 'node:fs'; const now = Date.now()`}
    ${'lib/cli/a.ts'}        | ${`process.exitCode = 1`}
  `('lets $file have $code', ({ file, code }) => {
    expect(effectViolations(given({ [file]: code }))).toEqual([]);
  });

  test('fails for a hash outside the constructs', () => {
    const sources = given({ 'lib/policies/a.ts': `import { createHash } from 'node:crypto'` });
    expect(effectViolations(sources)).toHaveLength(1);
  });
});

describe('the check of doors', () => {
  test.each`
    file                     | code                                            | wrong
    ${'lib/constructs/a.ts'} | ${`import { Cpu } from 'cdk8s-plus-30'`}        | ${'imports cdk8s-plus-30'}
    ${'lib/kubernetes/a.ts'} | ${`import * as k from 'cdk8s-plus-31/lib/k8s'`} | ${'imports cdk8s-plus-31/lib/k8s'}
    ${'lib/cli/a.ts'}        | ${`import { HelloService } from '..'`}          | ${'imports the barrel lib/index.ts'}
    ${'lib/charts/a.ts'}     | ${`import { web } from '../constructs/web'`}    | ${'imports the barrel lib/constructs/web/index.ts'}
    ${'lib/index.ts'}        | ${`export const answer = 42`}                   | ${'holds something of its own'}
    ${'lib/index.ts'}        | ${`export { run } from './delivery/run'`}       | ${'exports more than types of lib/delivery/run.ts'}
  `('fails for $code in $file', ({ file, code, wrong }) => {
    const found = doorViolations(given({ 'lib/index.ts': '', 'lib/constructs/web/index.ts': '', [file]: code }));
    expect(found).toEqual([expect.stringContaining(`${file}:1: ${wrong}; `)]);
  });

  test('lets lib/kubernetes/k8s.ts import cdk8s-plus, and lib/index.ts hand on types of delivery', () => {
    const sources = given({
      'lib/kubernetes/k8s.ts': `export * as k8s from 'cdk8s-plus-30/lib/imports/k8s'`,
      'lib/index.ts': `export type { Program } from './delivery/program';\nexport { Web } from './constructs/web';`,
    });
    expect(doorViolations(sources)).toEqual([]);
  });
});
