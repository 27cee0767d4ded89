import type { ReleaseFile } from './read-release-file';
import { unknownName } from './unknown-name';

/** A service that a chart runs. @throws ReleaseRefused */
export function serviceIn({ context }: ReleaseFile, name: string): string {
  if (context.services.includes(name)) return name;
  throw unknownName('service', name, { what: 'a service that a chart in main.ts runs', known: context.services });
}
