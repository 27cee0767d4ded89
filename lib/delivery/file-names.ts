/** Of every file with manifests. */
const SUFFIX = '.k8s.yaml';

/**
 * The file that governs a cluster, in the cluster's folder. It sorts before every environment, as `kubectl apply -f dist/`
 * sends files in the order of their names.
 */
export const clusterFileName: string = `00-cluster${SUFFIX}`;

/** The file that has a chart of an environment, in the folder of its cluster; `*` for the pattern of all of them. */
export function chartFileName(environment: string, chart: string): string {
  return `${environment}.${chart}${SUFFIX}`;
}

/**
 * The file that `kubectl apply -k` reads. By this one of its three names, since a folder given to `kubectl apply -f` is
 * read for .yaml, .yml and .json: it would send the file itself.
 *
 * @source kubernetes-sigs/kustomize@5.5 api/konfig/general.go RecognizedKustomizationFileNames
 */
export const kustomizationFileName = 'Kustomization';
