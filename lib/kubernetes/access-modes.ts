/**
 * Who may mount a volume: the Pods of one node, those of many nodes reading or writing, or one single Pod (1.29 and
 * later). A volume that can do several is mounted in one of them at a time.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
 */
export type AccessMode = 'ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOncePod';

/**
 * Says why Kubernetes would refuse these access modes, or nothing where it would not.
 *
 * @source kubernetes@1.36 pkg/apis/core/validation/validation.go ValidatePersistentVolumeClaimSpec
 */
export function accessModesProblem(modes: readonly AccessMode[]): string | undefined {
  if (modes.length === 0) return 'must name at least one';
  const alone = !modes.includes('ReadWriteOncePod') || modes.every((mode) => mode === 'ReadWriteOncePod');
  return alone ? undefined : 'must not have another beside ReadWriteOncePod';
}
