const BACKSTEP = /(^|\/)\.\.(\/|$)/;

/**
 * Says why this is no path of a file inside a volume, or nothing where it is one. Names that begin with ".." are those by
 * which the kubelet changes the files of a volume at once.
 *
 * @source kubernetes@1.36 pkg/apis/core/validation/validation.go ValidateLocalNonReservedPath
 */
export function filePathProblem(path: string): string | undefined {
  if (path === '') return 'must not be empty';
  if (path.startsWith('/')) return 'must be a relative path';
  if (BACKSTEP.test(path)) return 'must not contain ".."';
  return path.startsWith('..') ? 'must not begin with ".."' : undefined;
}

/** Says why this is no path from the root of a file system, or nothing where it is one. */
export function absolutePathProblem(path: string): string | undefined {
  if (!path.startsWith('/')) return 'must be an absolute path';
  return BACKSTEP.test(path) ? 'must not contain ".."' : undefined;
}

/** Says why these are no permissions of a file, or nothing where they are. */
export function pathModeProblem(mode: number): string | undefined {
  return Number.isInteger(mode) && mode >= 0 && mode <= 0o777 ? undefined : 'must be permissions from 0 to 0o777';
}

/** The first of some paths that is another of them, or lies in it as if it were a folder; nothing where all have their own place. */
export function overlappingPath(paths: readonly string[]): string | undefined {
  return paths.find((path, index) =>
    paths.some((other, place) => (path === other ? place < index : path.startsWith(`${other}/`))),
  );
}
