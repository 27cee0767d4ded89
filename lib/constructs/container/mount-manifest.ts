import type { k8s } from '../../kubernetes/k8s';
import type { Mount } from '../storage/volume';

/** A mount as a container holds it. */
export function mountManifest({ volume, path, access, subPath, propagation }: Mount): k8s.VolumeMount {
  return {
    name: volume.name,
    mountPath: path,
    readOnly: (access ?? (volume.traits.readOnly ? 'readOnly' : 'readWrite')) === 'readOnly' || undefined,
    subPath,
    mountPropagation: propagation,
  };
}
