import { posix } from 'node:path';
import { dump } from 'js-yaml';
import { clusterFile } from './build-charts';
import { ownershipLine } from './owned-file';

/**
 * The file that `kubectl apply -k` reads. By this one of its three names, since a folder given to `kubectl apply -f` is
 * read for .yaml, .yml and .json: it would send the file itself.
 *
 * @source kubernetes-sigs/kustomize@5.5 api/konfig/general.go RecognizedKustomizationFileNames
 */
export const KUSTOMIZATION = 'Kustomization';

/** The output, and for each cluster a Kustomization that names the manifests of its folder. */
export function withKustomizations(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const folders = [...files.keys()].filter((file) => posix.basename(file) === clusterFile).map(posix.dirname);
  const kustomizations = folders.map((folder): [string, string] => {
    const here = [...files.keys()].filter((file) => posix.dirname(file) === folder);
    const file = posix.join(folder, KUSTOMIZATION);
    const kustomization = {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: here.map((path) => posix.basename(path)).sort(),
    };
    return [file, ownershipLine(file) + dump(kustomization)];
  });
  return new Map([...files, ...kustomizations]);
}
