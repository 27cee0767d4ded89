import type picocolors from 'picocolors';
import type { Releases } from '../../environments/releases';
import { aligned } from './aligned';
import type { ReleaseFile } from './read-release-file';
import { releaseStatus } from './release-status';

/** Whose releases are asked for: of one service or of all, of one environment or of all. */
export interface AskedStatus {
  readonly service?: string;
  readonly environment?: string;
  readonly now: Date;
}

/** What runs where, by environment: of one service or of all, of one environment or of all. */
export function statusText(
  file: ReleaseFile,
  asked: AskedStatus,
  { bold }: ReturnType<typeof picocolors.createColors>,
): string {
  const environments = file.context.environments.filter(({ name }) => (asked.environment ?? name) === name);
  const blocks = environments.map((environment) => {
    const services = servicesOf(file.releases, environment.name).filter((name) => (asked.service ?? name) === name);
    const lines = services.flatMap((service) => {
      const release = file.releases[environment.name]?.[service];
      const status = release ? releaseStatus(release, { service, environment, now: asked.now }) : [];
      return [`  ${service}`, ...aligned(status).map((line) => `    ${line}`)];
    });
    return [bold(environment.name), ...(lines.length > 0 ? lines : ['  nothing runs here'])].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

function servicesOf(releases: Releases, environment: string): string[] {
  return Object.keys(releases[environment] ?? {}).sort();
}
