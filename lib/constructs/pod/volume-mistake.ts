import { nameProblem } from '../../kubernetes/names';
import { type ContainerProps, DEFAULTS } from '../container/container-props';
import { containerVolumes } from '../container/container-volumes';
import type { Mistake } from '../mistake';
import type { Mount } from '../storage/volume';
import type { Pod } from './pod-template';

/** What the owner of a Pod adds to its volumes. */
export interface VolumeUse {
  /**
   * Names of the claim templates of a StatefulSet.
   *
   * @default - none
   */
  readonly claims?: readonly string[];
}

/** Volumes of a Pod that Kubernetes would refuse, that would be taken for each other, or that nobody makes. */
export function volumeMistake(pod: Pod, { claims = [] }: VolumeUse): Mistake | undefined {
  const all = mountsOf(pod);
  for (const mount of all) {
    const wrong = nameMistake(mount, all) ?? claimMistake(mount, claims) ?? deviceMistake(mount);
    if (wrong) return { prop: 'mounts', got: mount.volume.name, ...wrong };
  }
  const got = claims.find((name) => all.every(({ volume }) => volume.name !== name));
  if (got === undefined) return undefined;
  const mend = `mount it: Volume.claimTemplate("${got}").at(...), or take it out`;
  return { code: 'UnmountedClaim', prop: 'claims', got, rule: 'must be mounted by a container', mend };
}

type Wrong = Omit<Mistake, 'prop' | 'got'> | undefined;

/** All of them: also those that the folders of a container stand for. */
function mountsOf({ initContainers = [], sidecars = [], containers = [], ...main }: Pod): readonly Mount[] {
  const mounts = (props: ContainerProps, owner = '') =>
    containerVolumes({ ...props, writablePaths: props.writablePaths ?? DEFAULTS.writablePaths }, owner).mounts;
  const others = [...containers, ...sidecars, ...initContainers];
  return [...mounts(main), ...others.flatMap((container) => mounts(container, `${container.name}-`))];
}

function nameMistake({ volume }: Mount, all: readonly Mount[]): Wrong {
  const rule = nameProblem('Namespace', volume.name);
  if (rule) return { code: 'InvalidName', rule, mend: 'choose another name for the volume' };
  // each claim template is one volume, however often it is spoken of
  const same = (other: Mount) =>
    other.volume === volume || (volume.traits.template === true && other.volume.traits.template === true);
  if (all.every((other) => same(other) || other.volume.name !== volume.name)) return undefined;
  const mend = 'make the volume once and mount it twice, or choose another name or folder';
  return { code: 'InvalidName', rule: 'must not be the name of two volumes', mend };
}

function claimMistake({ volume }: Mount, claims: readonly string[]): Wrong {
  if (!volume.traits.template || claims.includes(volume.name)) return undefined;
  const known = claims.map((name) => `"${name}"`).join(', ') || 'there are none';
  const mend = 'add it to the claims of a StatefulSet, or mount a Volume.claim';
  return { code: 'UnknownClaim', rule: `must be the name of a claim template: ${known}`, mend };
}

function deviceMistake({ volume, as }: Mount): Wrong {
  if (as !== 'device' || volume.traits.claim) return undefined;
  const rule = 'must be a claim to be seen as a device';
  return { code: 'InvalidDevice', rule, mend: 'mount it by at(), or take a Volume.claim' };
}
