import type { FileSystem } from '../../../kubernetes/file-system';
import { firstProblem } from '../../first-problem';
import type { InvalidPropDetails } from '../../invalid-prop';
import { withDefaults } from '../../with-defaults';

/** Managed disks of Azure as disk.csi.azure.com makes them. */
export interface AzureDisk {
  /**
   * Kind of disk. What ends in `ZRS` is kept in three zones.
   *
   * @default 'StandardSSD_LRS'
   */
  readonly skuName?:
    | 'Standard_LRS'
    | 'StandardSSD_LRS'
    | 'StandardSSD_ZRS'
    | 'Premium_LRS'
    | 'Premium_ZRS'
    | 'PremiumV2_LRS'
    | 'UltraSSD_LRS';

  /**
   * How a disk is formatted.
   *
   * @default 'ext4'
   */
  readonly fileSystem?: FileSystem;

  /**
   * What the host keeps in memory of it. `PremiumV2_LRS` and `UltraSSD_LRS` take `None` alone.
   *
   * @default 'ReadOnly'
   */
  readonly cachingMode?: 'None' | 'ReadOnly' | 'ReadWrite';

  /**
   * Disk encryption set with a key of one's own, by its resource URI. Azure encrypts every disk.
   *
   * @default - a key of Azure's
   */
  readonly diskEncryptionSetId?: string;
}

/** What left-out options become: the driver's own values, written out. */
export const DEFAULTS = { skuName: 'StandardSSD_LRS', fileSystem: 'ext4', cachingMode: 'ReadOnly' } as const;

/**
 * The parameters of a StorageClass that say it.
 *
 * @source kubernetes-sigs/azuredisk-csi-driver docs/driver-parameters.md
 */
export function azureDiskParameters(options: AzureDisk): Readonly<Record<string, string>> {
  const { skuName, fileSystem, cachingMode, diskEncryptionSetId } = withDefaults(options, DEFAULTS);
  return {
    skuName,
    'csi.storage.k8s.io/fstype': fileSystem,
    cachingMode,
    ...(diskEncryptionSetId === undefined ? {} : { diskEncryptionSetID: diskEncryptionSetId }),
  };
}

/** What the driver would refuse, which is seen only when a claim waits for ever; nothing where it is sound. */
export function azureDiskProblem(options: AzureDisk): InvalidPropDetails | undefined {
  const { skuName, cachingMode: got } = withDefaults(options, DEFAULTS);
  const uncached = skuName === 'PremiumV2_LRS' || skuName === 'UltraSSD_LRS';
  const rule = uncached && got !== 'None' ? `must be "None" for ${skuName}` : undefined;
  return firstProblem([{ prop: 'cachingMode', got, rule, mend: 'set it to "None"' }]);
}
