import type { FileSystem } from '../../kubernetes/file-system';
import type { k8s } from '../../kubernetes/k8s';
import { driverNameProblem } from '../../kubernetes/names';
import { type SecretReference, secretReferenceProblem } from '../../kubernetes/secret-reference';
import { firstProblem } from '../first-problem';
import type { InvalidPropDetails } from '../invalid-prop';

/** What there is already, as a CSI driver knows it. */
export interface CsiSource {
  /** Name of the driver: `ebs.csi.aws.com`. */
  readonly driver: string;

  /** What the driver calls it; no two volumes of a driver are called the same. */
  readonly volumeHandle: string;

  /**
   * What the driver wants to know, in its own words.
   *
   * @default - nothing
   */
  readonly attributes?: Readonly<Record<string, string>>;

  /**
   * How a disk is formatted where it is not yet.
   *
   * @default - as the driver sees fit
   */
  readonly fileSystem?: FileSystem;

  /**
   * Secret that the driver mounts it with.
   *
   * @default - none
   */
  readonly secret?: SecretReference;
}

/** The source as a PersistentVolume holds it. */
export function csiSourceManifest(source: CsiSource): k8s.CsiPersistentVolumeSource {
  const { driver, volumeHandle, attributes, fileSystem, secret } = source;
  return {
    driver,
    volumeHandle,
    fsType: fileSystem,
    volumeAttributes: attributes && { ...attributes },
    nodeStageSecretRef: secret && { ...secret },
  };
}

/**
 * What Kubernetes would refuse of it; nothing where it is sound.
 *
 * @source kubernetes@1.36 pkg/apis/core/validation/validation.go validateCSIPersistentVolumeSource
 */
export function csiSourceProblem({ driver, volumeHandle, secret }: CsiSource): InvalidPropDetails | undefined {
  const wrongSecret = secret && secretReferenceProblem(secret);
  const nameless = volumeHandle === '' ? 'must not be empty' : undefined;
  return firstProblem([
    { prop: 'driver', got: driver, rule: driverNameProblem(driver), mend: 'name a CSIDriver of the cluster' },
    { prop: 'volumeHandle', got: volumeHandle, rule: nameless, mend: 'say what the driver calls it' },
    { prop: 'secret', got: secret, rule: wrongSecret, mend: 'name a Secret and its namespace' },
  ]);
}
