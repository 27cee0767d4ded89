import type { EnvironmentValues } from '../../environments/environment';
import type { ReleaseFile } from './read-release-file';
import { unknownName } from './unknown-name';

/** The environment of a name. @throws ReleaseRefused */
export function environmentIn({ context }: ReleaseFile, name: string, option = '--env'): EnvironmentValues {
  const found = context.environments.find((environment) => environment.name === name);
  if (found) return found;
  throw unknownName(option, name, {
    what: 'an environment',
    known: context.environments.map((environment) => environment.name),
  });
}
