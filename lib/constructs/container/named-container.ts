import type { ContainerProps } from './container-props';

/** A container beside the one that a workload is about. */
export interface NamedContainer extends ContainerProps {
  /** Name in the Pod: lower case letters, digits and "-", at most 63 characters. */
  readonly name: string;

  /**
   * User and group that it runs as, 1 or more, or `'root'`, which Pod Security "restricted" forbids.
   *
   * @default - the Pod's
   */
  readonly user?: number | 'root';
}
