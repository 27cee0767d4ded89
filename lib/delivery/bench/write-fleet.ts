import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize } from '../synthesize';
import { fleet } from './fleet';

/** Writes the manifests of a fleet to an empty folder, a file for each service in each environment; gives how many files. */
export function writeFleet(folder: string, services: number): number {
  const { charts, ...rest } = fleet(services);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // service by service: they know nothing of each other
  const files = Object.entries(charts).flatMap(([name, chart]) => [
    ...synthesize({ ...rest, charts: { [name]: chart } }),
  ]);
  const ofServices = files.filter(([file]) => !file.startsWith('00-cluster'));
  for (const [file, text] of ofServices) writeFileSync(join(folder, file), text);
  return ofServices.length;
}
