import { releaseMistakes } from '../../environments/release-mistakes';
import type { ReleasedVersion } from '../../environments/releases';
import type { ReleaseOrder } from './release-order';
import { ReleaseRefused } from './release-refused';

/**
 * The version of an order, held against the rules of releases.json. It is in the repository of the one that runs, unless it
 * names another.
 *
 * @throws ReleaseRefused naming the option
 */
export function requiredVersion(
  { service, environment, version }: ReleaseOrder,
  running: ReleasedVersion | undefined,
): ReleasedVersion {
  if (!version) {
    const mend = 'give --tag, or --from with the environment that it comes from';
    throw new ReleaseRefused({ field: '--tag', got: undefined, rule: 'is required', mend });
  }
  const { repository = running?.repository, tag, digest } = version;
  const whole = { ...(repository && { repository }), tag, ...(digest && { digest }) };
  const context = { file: '', environments: [environment], services: [service] };
  const [wrong] = releaseMistakes({ [environment.name]: { [service]: whole } }, context);
  if (wrong) throw new ReleaseRefused({ ...wrong, field: `--${String(wrong.keys.at(-1))}` });
  return whole;
}
