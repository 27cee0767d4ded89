import type { Mistake } from '../mistake';
import { type ContainerProps, DEFAULTS } from './container-props';

/** A path beginning with "/", whose segments are neither "." nor "..". */
const ABSOLUTE = /^(\/(?!\.{1,2}(\/|$))[^:/]+)+$/;

/** Folders that a container could not see, or could not see where it is told to; nothing where all are sound. */
export function folderMistake(props: ContainerProps): Mistake | undefined {
  return twiceOrRelative(props) ?? subPathMistake(props);
}

function twiceOrRelative({ writablePaths = DEFAULTS.writablePaths, config = [], mounts = [] }: ContainerProps) {
  const folders = [
    ...writablePaths.map((folder) => ({ prop: 'writablePaths', folder })),
    ...config.flatMap((source) => (source.as === 'files' ? [{ prop: 'config', folder: source.folder }] : [])),
    ...mounts.map(({ path }) => ({ prop: 'mounts', folder: path })),
  ];
  for (const [index, { prop, folder: got }] of folders.entries()) {
    const twice = folders.findIndex(({ folder }) => folder === got) < index;
    const rule = !ABSOLUTE.test(got) ? 'must be an absolute path' : twice ? 'must not be mounted twice' : undefined;
    if (rule) return { code: 'InvalidPath', prop, got, rule, mend: 'give each folder once, beginning with "/"' };
  }
  return undefined;
}

function subPathMistake({ mounts = [] }: ContainerProps): Mistake | undefined {
  const through = mounts.find(({ subPath }) => subPath !== undefined && /^\/|(^|\/)\.\.(\/|$)/.test(subPath));
  if (!through) return undefined;
  const rule = 'must be a relative path without ".."';
  const mend = 'name a file or folder inside the volume';
  return { code: 'InvalidPath', prop: 'mounts', got: through.subPath, rule, mend };
}
