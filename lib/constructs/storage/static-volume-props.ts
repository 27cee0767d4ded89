import type { Size } from 'cdk8s';
import type { AccessMode } from '../../kubernetes/access-modes';
import type { Labels } from '../../kubernetes/labels';
import type { LabelExpression } from '../pod/label-expression';
import type { Defaulted } from '../with-defaults';
import type { StaticVolumeSource } from './static-volume-source';

/** Props of `StaticVolume`. */
export interface StaticVolumeProps {
  /** Where it is. Immutable. */
  readonly source: StaticVolumeSource;

  /** Room that it offers: a claim that asks for more does not get it. Nothing measures it. */
  readonly capacity: Size;

  /** Who may mount it; a claim must ask for some of these and no others. */
  readonly accessModes: readonly AccessMode[];

  /**
   * Name of the volume. It is one of the whole cluster: say the environment in it.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * What becomes of it when its claim is deleted. `Retain` keeps it, with its data, until somebody frees it by hand: what
   * was made by hand is not Kubernetes' to delete. `Delete` is for disks whose driver can.
   *
   * @default 'Retain'
   */
  readonly reclaimPolicy?: 'Retain' | 'Delete';

  /**
   * Class that claims must name to get it. It need not exist as an object.
   *
   * @default 'none'
   */
  readonly storageClass?: string;

  /**
   * Whether it holds files, or is a raw device. Immutable.
   *
   * @default 'Filesystem'
   */
  readonly volumeMode?: 'Filesystem' | 'Block';

  /**
   * Nodes that can reach it, all conditions together: Pods that use it run there. A disk of a cloud is in a zone, a local
   * one on a node.
   *
   * @default - all of them
   */
  readonly nodes?: readonly LabelExpression[];

  /**
   * Options that it is mounted with: `['nfsvers=4.1', 'hard']`. The mount fails where one is wrong.
   *
   * @default - none
   */
  readonly mountOptions?: readonly string[];

  /**
   * The one claim that may have it, also before that is made. It must name the volume too, or it may take another.
   *
   * @default - any that fits
   */
  readonly claim?: { readonly name: string; readonly namespace: string };

  /**
   * Labels for claims to select it by.
   *
   * @default - those of the chart alone
   */
  readonly labels?: Labels;
}

/** What left-out props become. */
export const DEFAULTS = { reclaimPolicy: 'Retain', storageClass: 'none', volumeMode: 'Filesystem' } as const;

/** Props with the defaults filled in. */
export type ResolvedVolumeProps = Defaulted<StaticVolumeProps, typeof DEFAULTS & { name: string }>;
