import { configReferences } from '../../kubernetes/config-references';
import type { Manifest } from '../../kubernetes/manifest';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { podOf } from '../../kubernetes/pod-of';
import { objectKey, objectKeyText } from './object-key';

/** Workloads that read config, by how they do. */
export interface ConfigReaders {
  readonly byVariable: readonly string[];
  readonly byFile: readonly string[];
}

/** Who reads a ConfigMap or a Secret. */
export function configReaders(config: Manifest, objects: readonly Manifest[]): ConfigReaders {
  const read = objects
    .filter((object) => namespaceOf(object) === namespaceOf(config))
    .flatMap((object) => {
      const pod = podOf(object);
      const fields = pod ? configReferences(pod) : [];
      return fields
        .filter(({ kind, name }) => kind === config.kind && name === config.metadata.name)
        .map(({ field }) => ({ by: objectKeyText(objectKey(object)), isFile: /\.volumes\[/.test(field) }));
    });
  const names = (isFile: boolean) => [...new Set(read.filter((one) => one.isFile === isFile).map(({ by }) => by))];
  return { byVariable: names(false), byFile: names(true) };
}
