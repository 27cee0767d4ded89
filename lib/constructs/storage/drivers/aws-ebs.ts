import type { FileSystem } from '../../../kubernetes/file-system';
import { wholeNumberProblem } from '../../../kubernetes/whole-number';
import { firstProblem } from '../../first-problem';
import type { InvalidPropDetails } from '../../invalid-prop';
import { withDefaults } from '../../with-defaults';

/** Disks of AWS as ebs.csi.aws.com makes them. */
export interface AwsEbs {
  /**
   * Kind of disk.
   *
   * @default 'gp3'
   */
  readonly type?: 'gp3' | 'gp2' | 'io2' | 'io1' | 'st1' | 'sc1' | 'standard';

  /**
   * How a disk is formatted.
   *
   * @default 'ext4'
   */
  readonly fileSystem?: FileSystem;

  /**
   * Whether what is on it is encrypted. The driver's own default is that it is not.
   *
   * @default 'encrypted'
   */
  readonly encryption?: 'encrypted' | 'plain';

  /**
   * Key to encrypt with, by its ARN.
   *
   * @default - the account's key for EBS
   */
  readonly kmsKeyId?: string;

  /**
   * Operations a second, 100 or more: for `gp3`, `io1` and `io2`, of which the last two must have it.
   *
   * @default - 3,000 for gp3
   */
  readonly iops?: number;

  /**
   * MiB a second, 125 or more: for `gp3`.
   *
   * @default - 125 for gp3
   */
  readonly throughput?: number;
}

/** What left-out options become. */
export const DEFAULTS = { type: 'gp3', fileSystem: 'ext4', encryption: 'encrypted' } as const;

/** @source kubernetes-sigs/aws-ebs-csi-driver docs/parameters.md */
const WITH_IOPS: readonly string[] = ['gp3', 'io1', 'io2'];

/** The parameters of a StorageClass that say it. */
export function awsEbsParameters(options: AwsEbs): Readonly<Record<string, string>> {
  const { type, fileSystem, encryption, kmsKeyId, iops, throughput } = withDefaults(options, DEFAULTS);
  return {
    type,
    'csi.storage.k8s.io/fstype': fileSystem,
    encrypted: String(encryption === 'encrypted'),
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
    ...(iops === undefined ? {} : { iops: String(iops) }),
    ...(throughput === undefined ? {} : { throughput: String(throughput) }),
  };
}

/** What the driver would refuse, which is seen only when a claim waits for ever; nothing where it is sound. */
export function awsEbsProblem(options: AwsEbs): InvalidPropDetails | undefined {
  const { type, encryption, kmsKeyId, iops, throughput } = withDefaults(options, DEFAULTS);
  const missing = type.startsWith('io') && iops === undefined ? `must be given for ${type}` : undefined;
  const some = iops === undefined ? undefined : wholeNumberProblem(iops, 100, 2 ** 31 - 1);
  const fast = throughput === undefined ? undefined : wholeNumberProblem(throughput, 125, 2 ** 31 - 1);
  return firstProblem([
    { prop: 'iops', got: iops, rule: missing ?? some, mend: 'give 100 or more' },
    {
      prop: 'iops',
      got: iops,
      rule: iops && !WITH_IOPS.includes(type) ? `must not be given for ${type}` : undefined,
      mend: 'leave it out, or take gp3',
    },
    { prop: 'throughput', got: throughput, rule: fast, mend: 'give 125 or more' },
    {
      prop: 'throughput',
      got: throughput,
      rule: throughput && type !== 'gp3' ? `must not be given for ${type}` : undefined,
      mend: 'leave it out, or take gp3',
    },
    {
      prop: 'kmsKeyId',
      got: kmsKeyId,
      rule: kmsKeyId && encryption === 'plain' ? 'must not be given for a plain disk' : undefined,
      mend: 'set encryption to "encrypted", or leave it out',
    },
  ]);
}
