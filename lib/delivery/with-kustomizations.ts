import { posix } from 'node:path';
import { dump } from 'js-yaml';
import { clusterFileName, kustomizationFileName } from './file-names';
import { ownershipLine } from './owned-file';

/** The output, and for each cluster a Kustomization that names the manifests of its folder. */
export function withKustomizations(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const folders = [...files.keys()].filter((file) => posix.basename(file) === clusterFileName).map(posix.dirname);
  const kustomizations = folders.map((folder): [string, string] => {
    const here = [...files.keys()].filter((file) => posix.dirname(file) === folder);
    const file = posix.join(folder, kustomizationFileName);
    const kustomization = {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: here.map((path) => posix.basename(path)).sort(),
    };
    return [file, ownershipLine(file) + dump(kustomization)];
  });
  return new Map([...files, ...kustomizations]);
}
