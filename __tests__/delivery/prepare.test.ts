import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ProjectCopy, UNCHECKED_SYNTH } from '../support/project-copy';

jest.setTimeout(120_000);

let project: ProjectCopy;
beforeAll(() => {
  project = new ProjectCopy();
});
afterAll(() => project.remove());

const documents = (text: string) => parseAllDocuments(text).map((document) => document.toJS());

describe('what is committed', () => {
  test('comes out again byte for byte, under npx cdk8s synth, and is listed', () => {
    const before = project.bytes('dist');
    const { status, stdout } = project.cdk8s();
    expect(status).toBe(0);
    expect(project.bytes('dist')).toEqual(before);
    for (const file of Object.keys(before)) if (file.endsWith('.yaml')) expect(stdout).toContain(`/${file}`);
  });

  test('goes to another folder with -o, whole, and dist/ stays', () => {
    const before = project.bytes('dist');
    expect(project.cdk8s('-o', 'elsewhere').status).toBe(0);
    expect(project.bytes('elsewhere')).toEqual(before);
    expect(project.bytes('dist')).toEqual(before);
  });

  test('is printed by --stdout as one stream with every object that kubectl apply -f dist/ sends, and dist/ stays', () => {
    const before = project.bytes('dist');
    const { status, stdout } = project.cdk8s('--stdout');
    expect(status).toBe(0);
    const plain = Object.entries(before).filter(([file]) => /^[^/]+\.yaml$/.test(file));
    const inAnyOrder = (text: string) =>
      documents(text)
        .map((object) => JSON.stringify(object))
        .sort();
    expect(inAnyOrder(stdout)).toEqual(inAnyOrder(plain.map(([, text]) => text).join('')));
    expect(project.bytes('dist')).toEqual(before);
  });

  test('is a Helm chart by --format helm: the manifests are its templates, and what lies in folders is not', () => {
    const before = project.bytes('dist');
    const { status } = project.cdk8s('--format', 'helm', '--chart-version', '1.2.3', '-o', 'chart');
    expect(status).toBe(0);
    const plain = Object.keys(before).filter((file) => /^[^/]+\.yaml$/.test(file));
    expect(Object.keys(project.bytes('chart')).sort()).toEqual(
      ['Chart.yaml', 'README.md', ...plain.map((file) => `templates/${file}`)].sort(),
    );
    expect(documents(project.read('chart/Chart.yaml'))[0]).toMatchObject({ apiVersion: 'v2', version: '1.2.3' });
    expect(project.bytes('dist')).toEqual(before);
  });

  test('has no Helm chart with templates when the program fails', () => {
    project.edit('lib/environments/releases.json', '"weight": 10', '"weight": 250');
    const { status, stderr } = project.cdk8s('--format', 'helm', '--chart-version', '1.2.3', '-o', 'chart');
    expect(status).toBe(1);
    expect(stderr).toContain('must be a whole percentage');
    expect(Object.keys(project.bytes('chart/templates'))).toEqual([]);
    project.edit('lib/environments/releases.json', '"weight": 250', '"weight": 10');
  });
});

describe('a program with mistakes', () => {
  let before: Record<string, string>;
  beforeAll(() => {
    before = project.bytes('dist');
    project.edit('lib/charts/hello.ts', 'scaling: env.replicas', 'scaling: { minReplicas: 7, maxReplicas: 5 }');
    project.edit('lib/charts/multiroute.ts', 'port: 3000,\n      size', 'port: 70000,\n      size');
  });

  test.each`
    call                              | args
    ${'npx cdk8s synth'}              | ${[]}
    ${'npx cdk8s synth -o elsewhere'} | ${['-o', 'elsewhere']}
    ${'npx cdk8s synth --stdout'}     | ${['--stdout']}
  `('$call names all of them, ends with 1, prints no manifest and writes nothing', ({ args }) => {
    const { status, stdout, stderr } = project.cdk8s(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(
      '[dev/hello/Hello/Stable/Scaling] minReplicas: invalid value 7: must be at most maxReplicas (5); lower minReplicas or raise maxReplicas',
    );
    expect(stderr).toContain(
      '[dev/multiroute/Multiroute] port: invalid value 70000: must be a whole number from 1 to 65535; give the port that the program listens on (and in test, staging, prod)',
    );
    expect(stderr).toContain('Nothing was written: 2 problems to mend.');
    expect(stdout).not.toContain('apiVersion');
    expect(project.bytes('dist')).toEqual(before);
  });

  test('run without the CLI shows the mistakes alone, no stack', () => {
    const { status, stderr } = project.main();
    expect(status).toBe(1);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('is refused by the type checker before it runs, where types are wrong', () => {
    project.edit('lib/charts/hello.ts', 'size: env.sizes.small', 'size: env.sizes.smal');
    const { status, stdout, stderr } = project.cdk8s();
    expect(status).toBe(1);
    expect(stdout + stderr + project.checkTypes().stdout).toContain('lib/charts/hello.ts');
    expect(project.bytes('dist')).toEqual(before);
    project.edit('lib/charts/hello.ts', 'size: env.sizes.smal', 'size: env.sizes.small');
  });

  test('writes again once they are mended', () => {
    project.edit('lib/charts/hello.ts', 'scaling: { minReplicas: 7, maxReplicas: 5 }', 'scaling: env.replicas');
    project.edit('lib/charts/multiroute.ts', 'port: 70000,', 'port: 3000,');
    expect(project.cdk8s().status).toBe(0);
    expect(project.bytes('dist')).toEqual(before);
  });
});

describe('a program that does not compile', () => {
  test('is refused with the place of the type error, on standard error, and writes nothing', () => {
    const before = project.bytes('dist');
    project.edit('lib/charts/hello.ts', 'new HelloService(', 'new HelloServices(');
    const { status, stdout, stderr } = project.launch('synth');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/lib\/charts\/hello\.ts\(\d+,\d+\): error TS2552: Cannot find name 'HelloServices'/);
    expect(project.bytes('dist')).toEqual(before);
    project.edit('lib/charts/hello.ts', 'new HelloServices(', 'new HelloService(');
    expect(project.launch('synth').status).toBe(0);
  });

  test('without its packages says to install them', () => {
    const bare = new ProjectCopy();
    rmSync(join(bare.folder, 'node_modules'));
    const { status, stderr } = bare.launch('synth');
    expect(status).toBe(1);
    expect(stderr).toBe("Cannot find module 'typescript/package.json': the packages are not installed; run npm ci\n");
    bare.remove();
  });
});

describe('a program that throws what is no wrong prop', () => {
  test('says where in the project it threw, and writes nothing', () => {
    const before = project.bytes('dist');
    project.edit(
      'lib/charts/hello.ts',
      'new HelloService(',
      "if (env.name === 'staging') throw new TypeError('boom');\n    new HelloService(",
    );
    const { status, stderr } = project.main();
    expect(status).toBe(1);
    expect(stderr).toMatch(/\[staging\/hello\] TypeError: boom \(lib\/charts\/hello\.ts:\d+:\d+\)/);
    expect(project.bytes('dist')).toEqual(before);
    project.edit('lib/charts/hello.ts', "if (env.name === 'staging') throw new TypeError('boom');\n    ", '');
  });
});

/** Runs the program and kills it after some milliseconds; says whether it was still running. */
function killedAfter(milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, UNCHECKED_SYNTH, { cwd: project.folder, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('exit', (_, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGKILL');
    });
  });
}

describe('kill -9', () => {
  test('at 20 moments of a synthesis leaves dist/ as it was, or as it is to be, and the next run succeeds', async () => {
    const before = project.bytes('dist');
    project.edit('lib/environments/prod.ts', 'localhost-prod', 'localhost-other');
    expect(project.main().status).toBe(0); // transpiled: what is timed, and killed, is the synthesis
    for (const [file, bytes] of Object.entries(before))
      project.write(join('dist', file), Buffer.from(bytes, 'latin1').toString());
    const started = Date.now();
    expect(project.main().status).toBe(0);
    const lasts = Date.now() - started;
    const after = project.bytes('dist');
    expect(after).not.toEqual(before);
    let killed = 0;
    for (let moment = 1; moment <= 20; moment++) {
      for (const [file, bytes] of Object.entries(before))
        project.write(join('dist', file), Buffer.from(bytes, 'latin1').toString());
      if (await killedAfter((lasts * 0.8 * moment) / 20)) killed++;
      expect([before, after]).toContainEqual(project.bytes('dist'));
    }
    expect(killed).toBeGreaterThanOrEqual(5);
    process.stdout.write(`kill -9 ended ${killed} of 20 syntheses; dist/ was never anything but whole\n`);
    expect(project.main().status).toBe(0);
    expect(project.bytes('dist')).toEqual(after);
  });
});

/** A file system of a test's own, in a mount namespace that goes with the process; not every machine lets a user make one. */
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt']).status === 0;

(canMount ? describe : describe.skip)(
  canMount ? 'a full disk' : 'a full disk (skipped: no mount namespace to make a small disk in)',
  () => {
    test('leaves the folder as it was, says so, and the next run with room succeeds', () => {
      const synth = `node ${UNCHECKED_SYNTH.map((word) => `"${word}"`).join(' ')}`;
      const script = [
        'mkdir -p disk && mount -t tmpfs -o size=1m tmpfs disk && export CDK8S_OUTDIR=disk/out',
        `${synth} || exit 10`,
        'cp -r disk/out before',
        'dd if=/dev/zero of=disk/filler bs=4k 2>/dev/null',
        'truncate -s -24576 disk/filler',
        `sed -i 's#app.kubernetes.io/part-of#example.com/part-of-another-thing#' lib/kubernetes/labels.ts`,
        `${synth} && exit 11`,
        'diff -r before disk/out || exit 12',
        '[ "$(ls -A disk | tr "\\n" " ")" = "filler out " ] || exit 13',
        'rm disk/filler',
        `${synth} || exit 14`,
        'grep -q part-of-another-thing disk/out/dev.hello.k8s.yaml || exit 15',
      ].join('\n');
      const { status, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], {
        cwd: project.folder,
        encoding: 'utf8',
      });
      expect({ status, stderr }).toMatchObject({ status: 0 });
      expect(stderr).toContain('no space left on device');
      expect(stderr).toContain('Nothing was changed.');
    });
  },
);
