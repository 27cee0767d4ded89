import type { Manifest } from '../../kubernetes/manifest';
import { decodeSchemas } from '../../kubernetes/schema/schemas';
import type { ReadManifests } from '../../kubernetes/yaml/read-manifests';
import { readYaml } from '../../kubernetes/yaml/read-yaml';
import { CATALOGUE } from '../../policies/catalogue';
import type { Checked } from '../../policies/checked';
import { foreignRules } from '../../policies/foreign-rules';
import { judge } from '../../policies/judge';
import type { Level, Rule, Severity } from '../../policies/rule';
import { rulesAt } from '../../policies/rules-at';
import { readProjectFile, SCHEMAS_FILE } from '../project';
import type { ManifestFile, ManifestFiles } from './manifest-files';

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
  /**
   * Is told what the check is at.
   *
   * @default - nobody asks
   */
  readonly progress?: (words: string) => void;
}

/** Holds what was read against the catalogue, all together. */
export function checkTexts(
  { files, unreadable }: ManifestFiles,
  { level, failOn, kubernetes, progress = () => {} }: CheckOptions,
): Checked {
  const schemas = decodeSchemas(readProjectFile(SCHEMAS_FILE));
  const kubernetesVersion = kubernetes ?? schemas.minors.at(-1) ?? '';
  const read = files.map((file, index) => {
    progress(`reading ${index + 1} of ${files.length} files`);
    return readFile(file);
  });
  const objects = read.flatMap((one) => one.objects);
  const fileOf = new Map(objects.map(({ manifest, file }) => [manifest, file]));
  const verdict = judge(objects, {
    rules: told(
      rulesAt(
        level,
        foreignRules(CATALOGUE, (object) => fileOf.get(object)),
      ),
      (done, all) => progress(`asking ${done} of ${all} rules of ${objects.length} objects`),
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

/** The rules, each of which says when it is asked. */
function told(rules: readonly Rule[], tell: (done: number, all: number) => void): Rule[] {
  return rules.map((rule, index) => ({
    ...rule,
    check: (objects, context) => {
      tell(index + 1, rules.length);
      return rule.check(objects, context);
    },
  }));
}

const known = new WeakMap<ManifestFile, ReadManifests>();

/** What a file holds: one that is asked for again, beside others that changed, is not read again. */
function readFile(file: ManifestFile): ReadManifests {
  const read = known.get(file) ?? readYaml(file.text, file.file);
  known.set(file, read);
  return read;
}

/** The group that a CustomResourceDefinition brings. */
function definedGroup({ kind, spec }: Manifest): string[] {
  const group = kind === 'CustomResourceDefinition' && spec ? Reflect.get(spec, 'group') : undefined;
  return typeof group === 'string' ? [group] : [];
}
