import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ProjectCopy, unchecked } from '../support/project-copy';

jest.setTimeout(60_000);

let project: ProjectCopy;
beforeAll(() => {
  project = new ProjectCopy();
});
afterAll(() => project.remove());

/**
 * Runs the command where `kubectl` is a shell script. A cluster that signs is in the tests of a cluster; here is what a
 * cluster may do instead.
 */
function onboardBy(script: string, ...args: string[]) {
  const bin = join(project.folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'kubectl'), `#!/bin/sh\necho "$@" >> '${join(project.folder, 'asked')}'\n${script}\n`);
  chmodSync(join(bin, 'kubectl'), 0o755);
  writeFileSync(join(project.folder, 'asked'), '');
  const { status, stdout, stderr } = spawnSync(process.execPath, unchecked('onboard', ...args), {
    cwd: project.folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
  });
  return { status, stdout, stderr, asked: readFileSync(join(project.folder, 'asked'), 'utf8').trim().split('\n') };
}

const NEVER = 'exit 99';
const ANN = ['--user', 'Ann@example.com', '--group', 'backend', '--out', 'out/ann'];

test('--dry-run prints the request, asks no cluster and writes nothing', () => {
  const { status, stdout, asked } = onboardBy(NEVER, ...ANN, '--days', '7', '--dry-run');
  const { metadata, spec, ...rest } = parse(stdout);
  expect([status, asked]).toEqual([0, ['']]);
  expect(rest).toEqual({ apiVersion: 'certificates.k8s.io/v1', kind: 'CertificateSigningRequest' });
  expect(metadata).toEqual({ name: expect.stringMatching(/^onboard-ann-example-com-[0-9a-f]{10}$/) });
  expect(spec).toEqual({
    request: expect.any(String),
    signerName: 'kubernetes.io/kube-apiserver-client',
    expirationSeconds: 7 * 86_400,
    usages: ['client auth'],
  });
  expect(Buffer.from(spec.request, 'base64').toString()).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----\n/);
  expect(stdout).not.toContain('PRIVATE');
  expect(project.bytes('out')).toEqual({});
});

test.each`
  mistake                       | args                                                 | sentence
  ${'no user'}                  | ${[]}                                                | ${"required option '--user <name>' not specified"}
  ${'an empty user'}            | ${['--user', '']}                                    | ${'--user: invalid value "": must be a name, without white space around it; '}
  ${'a user with a line end'}   | ${['--user', 'ann\nbob']}                            | ${'--user: invalid value "ann\\nbob": must be a name'}
  ${'a user of Kubernetes'}     | ${['--user', 'system:admin']}                        | ${'--user: invalid value "system:admin": must not begin with "system:"'}
  ${'the group of the masters'} | ${['--user', 'ann', '--group', 'system:masters']}    | ${'--group: invalid value "system:masters": must not begin with "system:"'}
  ${'a group twice'}            | ${['--user', 'ann', '--group', 'a', '--group', 'a']} | ${'--group: invalid value "a": must not be given twice; remove one'}
  ${'a name too long'}          | ${['--user', 'a'.repeat(65)]}                        | ${'must be at most 64 characters, which is what a certificate holds; shorten it'}
  ${'no such environment'}      | ${['--user', 'ann', '--env', 'prd']}                 | ${'--env: invalid value "prd": must be one of dev, test, staging, prod; write prod'}
  ${'no days'}                  | ${['--user', 'ann', '--days', '0']}                  | ${'--days: invalid value 0: must be a whole number from 1 to 365; '}
  ${'too many days'}            | ${['--user', 'ann', '--days', '366']}                | ${'--days: invalid value 366: must be a whole number from 1 to 365; '}
  ${'days that are no number'}  | ${['--user', 'ann', '--days', '1e3']}                | ${"option '--days <count>' argument '1e3' is invalid. It must be a whole number."}
`('is refused with $mistake, before any cluster is asked', ({ args, sentence }) => {
  const { status, stderr, asked } = onboardBy(NEVER, ...args);
  expect([status, asked]).toEqual([1, ['']]);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('is refused where the file is there already, before any cluster is asked', () => {
  project.write('taken.kubeconfig', 'older');
  const { status, stderr, asked } = onboardBy(NEVER, '--user', 'ann', '--out', 'taken.kubeconfig');
  expect([status, asked, project.read('taken.kubeconfig')]).toEqual([1, [''], 'older']);
  expect(stderr).toMatch(/^--out: invalid value "taken\.kubeconfig": must not be there already; .*--overwrite/);
});

const VIEW = `{"clusters": [{"name": "c", "cluster": {"server": "https://c:6443"}}]}`;
const SIGNED_NEVER = `case "$*" in
  config*) echo '${VIEW}' ;;
  create*) cat > request.json; cat request.json ;;
  *approve*|delete*) ;;`;

const refusing = (what: string, words: string) => `case "$*" in ${what}) echo '${words}' >&2; exit 1 ;; esac`;
const UNCONFIGURED = 'error: current-context must exist in order to minify';
const SILENT = 'The connection to the server c was refused';
const FORBIDDEN = 'Error from server (Forbidden): no';
const answering = (status: string) => `${SIGNED_NEVER} get*) echo '{"status": ${status}}' ;; esac`;

test.each`
  cluster                  | script                                                                       | withdrawn | sentence
  ${'is not configured'}   | ${refusing('*', UNCONFIGURED)}                                               | ${false}  | ${`failed: ${UNCONFIGURED}; set KUBECONFIG to the file of an administrator`}
  ${'does not answer'}     | ${`${refusing('create*', SILENT)}\n${SIGNED_NEVER} esac`}                    | ${false}  | ${`failed: ${SILENT}; set KUBECONFIG to a cluster that answers`}
  ${'lets nobody ask'}     | ${`${refusing('create*', FORBIDDEN)}\n${SIGNED_NEVER} esac`}                 | ${false}  | ${`kubectl create -f - -o json: failed: ${FORBIDDEN}; ask as somebody who may do that`}
  ${'lets nobody approve'} | ${`${refusing('*approve*', FORBIDDEN)}\n${SIGNED_NEVER} esac`}               | ${true}   | ${`failed: ${FORBIDDEN}; ask as somebody who may do that`}
  ${'does not sign'}       | ${answering('{"conditions": [{"type": "Failed", "message": "no signer"}]}')} | ${true}   | ${'was not signed: no signer; ask whoever runs the cluster'}
  ${'denies it'}           | ${answering('{"conditions": [{"type": "Denied", "message": "policy"}]}')}    | ${true}   | ${'was denied: policy; ask whoever runs the cluster'}
`('says what to do where the cluster $cluster, and leaves nothing behind', ({ script, withdrawn, sentence }) => {
  const { status, stdout, stderr, asked } = onboardBy(script, ...ANN);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(project.bytes('out')).toEqual({});
  expect(asked.some((line) => /^delete certificatesigningrequest onboard-ann-/.test(line))).toBe(withdrawn);
});

test('says so where there is no kubectl', () => {
  const { status, stderr } = spawnSync(process.execPath, unchecked('onboard', '--user', 'ann'), {
    cwd: project.folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: '' },
  });
  expect([status, stderr]).toEqual([
    1,
    'kubectl config view --minify --flatten --raw -o json: needs kubectl on the PATH; install kubectl, and try again\n',
  ]);
});
