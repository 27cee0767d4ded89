import type { Defaulted } from '../with-defaults';
import type { Provisioner } from './provisioner';

/** Props of `StorageClass`. */
export interface StorageClassProps {
  /** Who makes the volumes, and how. Immutable. */
  readonly provisioner: Provisioner;

  /**
   * Name of the class, one of the whole cluster.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Whether claims that name no class get it. Of several defaults the newest counts.
   *
   * @default 'whenNamed'
   */
  readonly use?: 'whenNamed' | 'byDefault';

  /**
   * What becomes of a volume, and of its data, when its claim is deleted. Immutable.
   *
   * @default 'Delete'
   */
  readonly reclaimPolicy?: 'Delete' | 'Retain';

  /**
   * When a volume is made. `WaitForFirstConsumer`: when the first Pod that uses it is placed, where that Pod can reach it.
   * `Immediate`: at once, in a zone that the Pod may then find no room in. Immutable.
   *
   * @default 'WaitForFirstConsumer'
   */
  readonly volumeBindingMode?: 'WaitForFirstConsumer' | 'Immediate';

  /**
   * Whether claims may be made larger. The driver must be able to.
   *
   * @default 'allowed'
   */
  readonly expansion?: 'allowed' | 'refused';

  /**
   * Options that volumes are mounted with: `['nfsvers=4.1', 'hard']`. The mount fails where one is wrong.
   *
   * @default - none
   */
  readonly mountOptions?: readonly string[];

  /**
   * Places that volumes may be made in, as values by node label: `{ 'topology.kubernetes.io/zone': ['a', 'b'] }`. Drivers
   * have labels of their own: `topology.gke.io/zone`.
   *
   * @default - where the Pod is
   */
  readonly allowedTopologies?: Readonly<Record<string, readonly [string, ...string[]]>>;
}

/** What left-out props become. */
export const DEFAULTS = {
  use: 'whenNamed',
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'WaitForFirstConsumer',
  expansion: 'allowed',
} as const;

/** Props with the defaults filled in. */
export type ResolvedClassProps = Defaulted<StorageClassProps, typeof DEFAULTS & { name: string }>;
