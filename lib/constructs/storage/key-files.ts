import type { k8s } from '../../kubernetes/k8s';
import { filePathProblem, overlappingPath, pathModeProblem } from '../../kubernetes/paths';
import { firstProblem } from '../first-problem';
import type { InvalidPropDetails } from '../invalid-prop';

/** Which keys of a ConfigMap or Secret become which files. */
export interface KeyChoice {
  /**
   * Path in the volume by key: `{ 'app.conf': 'conf.d/app.conf' }`. Keys that are not named are left out.
   *
   * @default - every key, under its own name
   */
  readonly files?: Readonly<Record<string, string>>;

  /**
   * Whether a Pod waits until it is there, or starts with an empty folder without it.
   *
   * @default 'required'
   */
  readonly presence?: 'required' | 'optional';
}

/** Keys as files, and who may read them. */
export interface KeyFiles extends KeyChoice {
  /**
   * Permissions of the files.
   *
   * @default 0o444
   */
  readonly mode?: number;
}

/** What left-out options become. */
export const DEFAULTS = { presence: 'required', mode: 0o444 } as const;

/** The keys as a volume holds them. */
export function keyFileFields({ files, presence }: KeyChoice): Pick<k8s.ConfigMapVolumeSource, 'items' | 'optional'> {
  return {
    items: files && Object.entries(files).map(([key, path]) => ({ key, path })),
    optional: presence === 'optional' || undefined,
  };
}

/** What Kubernetes would refuse of the choice, or would read otherwise than it is written; nothing where it is sound. */
export function keyFilesProblem({ files, mode = DEFAULTS.mode }: KeyFiles): InvalidPropDetails | undefined {
  const paths = Object.values(files ?? {});
  // without items Kubernetes takes all keys
  const none = files && paths.length === 0 ? 'must name a key' : undefined;
  const twice = overlappingPath(paths);
  return firstProblem([
    { prop: 'mode', got: mode, rule: pathModeProblem(mode), mend: 'give octal permissions such as 0o444' },
    { prop: 'files', got: files, rule: none, mend: 'leave files out for all keys' },
    ...Object.entries(files ?? {}).flatMap(([key, path]) => [
      { prop: 'files', got: key, rule: key === '' ? 'must name a key' : undefined, mend: 'give the key' },
      { prop: 'files', got: path, rule: filePathProblem(path), mend: 'name a file inside the volume' },
    ]),
    {
      prop: 'files',
      got: twice,
      rule: twice && 'must not be the path of another key, or in it',
      mend: 'give each its own path',
    },
  ]);
}
