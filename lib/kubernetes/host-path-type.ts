/**
 * What a path on a node must be before the Pod starts. The two that end in `OrCreate` make it where it is missing, owned
 * by root; with the others a Pod on a node that lacks it waits.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#hostpath-volume-types
 */
export type HostPathType =
  | 'Directory'
  | 'DirectoryOrCreate'
  | 'File'
  | 'FileOrCreate'
  | 'Socket'
  | 'CharDevice'
  | 'BlockDevice';
