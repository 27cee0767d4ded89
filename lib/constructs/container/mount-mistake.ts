import { type Size, SizeRoundingBehavior } from 'cdk8s';
import type { Mistake } from '../mistake';
import type { Mount } from '../storage/volume';
import type { ContainerProps } from './container-props';

/** A mount that Kubernetes would refuse, or that would not do what it is for; nothing where all are sound. */
export function mountMistake(props: ContainerProps): Mistake | undefined {
  for (const mount of props.mounts ?? []) {
    const wrong =
      sourceMistake(mount) ?? modeMistake(mount) ?? accessMistake(mount) ?? propagationMistake(mount, props);
    if (wrong) return wrong;
  }
  return memoryMistake(props);
}

function sourceMistake({ volume: { name, problem } }: Mount): Mistake | undefined {
  return problem && { ...problem, code: 'InvalidVolume', prop: `${problem.prop} of volume ${name}` };
}

/** The API takes it, and the Pod waits for ever. */
function modeMistake({ volume: { name, traits }, as = 'files' }: Mount): Mistake | undefined {
  const { volumeMode: got } = traits;
  if (got === undefined || (got === 'Block') === (as === 'device')) return undefined;
  const rule = `must be "${as === 'device' ? 'Block' : 'Filesystem'}" to be mounted as ${as}`;
  const mend = got === 'Block' ? 'mount it by asDevice()' : 'mount it by at()';
  return { code: 'InvalidMount', prop: `volumeMode of volume ${name}`, got, rule, mend };
}

/** The kubelet mounts these read-only, whatever a container asks for. */
function accessMistake({ volume: { name, traits }, access: got }: Mount): Mistake | undefined {
  if (got !== 'readWrite' || !traits.readOnly) return undefined;
  const rule = `must not be given for volume ${name}, which nobody can write`;
  return {
    code: 'InvalidMount',
    prop: 'mounts.access',
    got,
    rule,
    mend: 'leave access out, or copy what is to change',
  };
}

function propagationMistake({ propagation: got }: Mount, { privileges }: ContainerProps): Mistake | undefined {
  if (got !== 'Bidirectional' || privileges === 'privileged') return undefined;
  const rule = 'must not be given to a container that is not privileged';
  const mend = 'take "HostToContainer", or set privileges to "privileged"';
  return { code: 'InvalidMount', prop: 'mounts.propagation', got, rule, mend };
}

/** A container that fills a volume in memory is killed when both together are more than its limit. */
function memoryMistake({ mounts = [], size: { memoryLimit } }: ContainerProps): Mistake | undefined {
  const written = mounts.filter(({ volume, access }) => volume.traits.medium === 'Memory' && access !== 'readOnly');
  const limits = new Map(written.map(({ volume: { name, traits } }) => [name, traits.sizeLimit]));
  const sum = [...limits.values()].reduce((total, limit) => total + kibibytes(limit), 0);
  if (sum <= kibibytes(memoryLimit)) return undefined;
  const got = [...limits.values()].map((limit) => limit?.asString()).join(' + ');
  const rule = `must be at most the memory limit of a container that writes it (${memoryLimit.asString()})`;
  const mend = 'lower the size limit, raise the memory limit, or mount it "readOnly"';
  return {
    code: 'MemoryVolumeAboveLimit',
    prop: `sizeLimit of volume ${[...limits.keys()].join(', ')}`,
    got,
    rule,
    mend,
  };
}

function kibibytes(size: Size | undefined): number {
  return size?.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) ?? 0;
}
