import type { Manifest } from '../../kubernetes/manifest';
import { decodeSchemas } from '../../kubernetes/schema/schemas';
import { readYaml } from '../../kubernetes/yaml/read-yaml';
import { CATALOGUE } from '../../policies/catalogue';
import type { Checked } from '../../policies/checked';
import { foreignRules } from '../../policies/foreign-rules';
import { judge } from '../../policies/judge';
import type { Level, Severity } from '../../policies/rule';
import { rulesAt } from '../../policies/rules-at';
import { readProjectFile, SCHEMAS_FILE } from '../project';
import { manifestFiles } from './manifest-files';

/** How files are checked. */
export interface CheckOptions {
  /** Which rules hold. */
  readonly level: Level;
  /** Findings of this severity, or a worse one, fail the check. */
  readonly failOn: Severity;
  /**
   * Minor of Kubernetes that the objects are for.
   *
   * @default - the newest that is described
   */
  readonly kubernetes?: string;
}

/** Reads manifests of anybody and holds them against the catalogue, all together. @param paths as for `manifestFiles` */
export function checkFiles(paths: readonly string[], { level, failOn, kubernetes }: CheckOptions): Checked {
  const { files, unreadable } = manifestFiles(paths);
  const schemas = decodeSchemas(readProjectFile(SCHEMAS_FILE));
  const kubernetesVersion = kubernetes ?? schemas.minors.at(-1) ?? '';
  const read = files.map(({ file, text }) => readYaml(text, file));
  const objects = read.flatMap((one) => one.objects);
  const fileOf = new Map(objects.map(({ manifest, file }) => [manifest, file]));
  const verdict = judge(objects, {
    rules: rulesAt(
      level,
      foreignRules(CATALOGUE, (object) => fileOf.get(object)),
    ),
    known: CATALOGUE.map(({ id }) => id),
    kubernetesVersion,
    customResourceGroups: objects.flatMap(({ manifest }) => definedGroup(manifest)),
    schemas,
  });
  return {
    ...verdict,
    files: files.map(({ file }) => file),
    objects,
    unreadable: [...unreadable, ...read.flatMap((one) => one.unreadable)],
    level,
    kubernetesVersion,
    failOn,
  };
}

/** The group that a CustomResourceDefinition brings. */
function definedGroup({ kind, spec }: Manifest): string[] {
  const group = kind === 'CustomResourceDefinition' && spec ? Reflect.get(spec, 'group') : undefined;
  return typeof group === 'string' ? [group] : [];
}
