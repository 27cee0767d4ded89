/** What is known of a container beside its props. */
export interface ContainerUse {
  /**
   * User that it runs as.
   *
   * @default - the Pod's
   */
  readonly user?: number | 'root';
  /** Whether it is started again when it ends, whatever it ends with. */
  readonly restarts: 'always' | 'onFailure' | 'never';
  /**
   * Variables that its owner gives it after those of its props.
   *
   * @default - none
   */
  readonly variables?: readonly string[];
}
