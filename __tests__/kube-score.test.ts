import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const KUBE_SCORE = process.env.KUBE_SCORE;
const ROOT = join(__dirname, '..');
const CRITICAL = 1;

interface ScoredObject {
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
  }[];
}

/** Checks that the README's table declines. */
function declined(): string[] {
  const section = readFileSync(join(ROOT, 'README.md'), 'utf8').split('## kube-score')[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([a-z-]+)` \| .{40,} \|$/gm)].map(([, id]) => id ?? '');
}

const promise = 'kube-score finds nothing critical in dist/ but what the README declines, each with a reason';

(KUBE_SCORE ? test : test.skip)(
  KUBE_SCORE ? promise : `${promise} (skipped: KUBE_SCORE does not say where kube-score v1.20 is)`,
  () => {
    const files = readdirSync(join(ROOT, 'dist'))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => join(ROOT, 'dist', file));
    const { stdout } = spawnSync(KUBE_SCORE ?? '', ['score', '--output-format', 'json', ...files], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const objects: ScoredObject[] = JSON.parse(stdout);
    expect(objects.length).toBeGreaterThan(50);
    const critical = objects.flatMap(({ checks }) =>
      checks.filter(({ grade, skipped }) => grade === CRITICAL && !skipped).map(({ check }) => check.id),
    );
    expect([...new Set(critical)].sort()).toEqual(declined().sort());
  },
);
