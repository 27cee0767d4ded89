import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isForHelm } from '../../lib/delivery/is-for-helm';

test('the templates of a chart are a folder of that name beside a Chart.yaml', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chart-'));
  for (const name of ['templates', 'other']) mkdirSync(join(folder, name));
  expect(isForHelm(join(folder, 'templates'))).toBe(false);
  writeFileSync(join(folder, 'Chart.yaml'), 'name: x\n');
  expect(isForHelm(join(folder, 'templates'))).toBe(true);
  expect(isForHelm(join(folder, 'other'))).toBe(false);
  rmSync(folder, { recursive: true });
});
