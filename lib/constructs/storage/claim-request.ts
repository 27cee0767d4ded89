import type { Size } from 'cdk8s';
import { type AccessMode, accessModesProblem } from '../../kubernetes/access-modes';
import type { k8s } from '../../kubernetes/k8s';
import { nameProblem } from '../../kubernetes/names';
import { sizeQuantity, storageQuantityProblem } from '../../kubernetes/quantity';
import { firstProblem } from '../first-problem';
import type { InvalidPropDetails } from '../invalid-prop';

/** What is asked of a persistent volume. */
export interface ClaimRequest {
  /**
   * Room on it, at least. It can be raised later where the class allows expansion; it can never be lowered.
   */
  readonly size: Size;

  /**
   * Who may mount it; the volume can do all of them. Immutable.
   *
   * @default ['ReadWriteOnce']
   */
  readonly accessModes?: readonly AccessMode[];

  /**
   * StorageClass that makes it, or `'none'` for a volume without a class, which somebody made by hand. Immutable.
   *
   * @default - the default class of the cluster
   */
  readonly storageClass?: string;

  /**
   * Whether it holds files, or is a raw device, which the program formats itself. Immutable.
   *
   * @default 'Filesystem'
   */
  readonly volumeMode?: 'Filesystem' | 'Block';

  /**
   * What is on it at the start: a VolumeSnapshot, or what is on another claim of the namespace (a clone). The class's
   * driver must be the one that made it. Immutable.
   *
   * @default - nothing
   * @see https://kubernetes.io/docs/concepts/storage/volume-pvc-datasource/
   */
  readonly dataSource?: { readonly snapshot: string } | { readonly claim: string };
}

/** What left-out options become. */
export const DEFAULTS = { accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem' } as const;

/** The request as a claim holds it. */
export function claimRequestSpec(request: ClaimRequest): k8s.PersistentVolumeClaimSpec {
  const { size, accessModes = DEFAULTS.accessModes, storageClass, volumeMode = DEFAULTS.volumeMode } = request;
  return {
    accessModes: [...accessModes],
    resources: { requests: { storage: sizeQuantity(size) } },
    storageClassName: storageClass === 'none' ? '' : storageClass,
    volumeMode,
    dataSourceRef: dataSourceRef(request),
  };
}

function dataSourceRef({ dataSource: source }: ClaimRequest): k8s.TypedObjectReference | undefined {
  if (!source) return undefined;
  return 'snapshot' in source
    ? { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: source.snapshot }
    : { kind: 'PersistentVolumeClaim', name: source.claim };
}

/** What Kubernetes would refuse of the request, or would leave waiting for ever; nothing where it is sound. */
export function claimRequestProblem(request: ClaimRequest): InvalidPropDetails | undefined {
  const { size, accessModes = DEFAULTS.accessModes, storageClass, dataSource } = request;
  const copied = dataSource && ('snapshot' in dataSource ? dataSource.snapshot : dataSource.claim);
  const made = storageClass === 'none' && dataSource ? 'must not be given for a volume that no class makes' : undefined;
  return firstProblem([
    { prop: 'size', got: size.asString(), rule: storageQuantityProblem(size), mend: 'give a size' },
    {
      prop: 'accessModes',
      got: accessModes,
      rule: accessModesProblem(accessModes),
      mend: 'name ReadWriteOncePod alone',
    },
    {
      prop: 'storageClass',
      got: storageClass,
      rule: storageClass === undefined ? undefined : nameProblem('StorageClass', storageClass),
      mend: 'name a class, or leave it out for the default one',
    },
    {
      prop: 'dataSource',
      got: copied,
      rule: copied === undefined ? undefined : nameProblem('PersistentVolumeClaim', copied),
      mend: 'name a snapshot or a claim of the same namespace',
    },
    { prop: 'dataSource', got: copied, rule: made, mend: 'name a class, which copies it, or leave it out' },
  ]);
}
