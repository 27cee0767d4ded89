import type { Construct } from 'constructs';
import { accessModesProblem } from '../../kubernetes/access-modes';
import { labelKeyProblem, labelValueProblem } from '../../kubernetes/labels';
import { nameProblem } from '../../kubernetes/names';
import { storageQuantityProblem } from '../../kubernetes/quantity';
import { type Candidate, firstProblem } from '../first-problem';
import { InvalidProp } from '../invalid-prop';
import type { ResolvedVolumeProps } from './static-volume-props';

/**
 * Holds the props of a volume against what Kubernetes accepts, and what its source can do.
 *
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundVolume(scope: Construct, props: ResolvedVolumeProps): void {
  const { problem } = props.source;
  const wrong =
    (problem && { ...problem, prop: `source.${problem.prop}` }) ??
    firstProblem([...basics(props), ...abilities(props)]);
  if (wrong) throw new InvalidProp('InvalidVolume', scope, wrong);
}

function basics({ name, capacity, accessModes, storageClass, claim, labels, nodes }: ResolvedVolumeProps): Candidate[] {
  const wrongClaim =
    claim && (nameProblem('PersistentVolumeClaim', claim.name) ?? nameProblem('Namespace', claim.namespace));
  const wrongClass = nameProblem('StorageClass', storageClass);
  const wrongNodes = nodes?.length === 0 ? 'must not be empty' : undefined;
  return [
    { prop: 'name', got: name, rule: nameProblem('PersistentVolume', name), mend: 'choose another name' },
    { prop: 'capacity', got: capacity.asString(), rule: storageQuantityProblem(capacity), mend: 'give a size' },
    {
      prop: 'accessModes',
      got: accessModes,
      rule: accessModesProblem(accessModes),
      mend: 'name ReadWriteOncePod alone',
    },
    { prop: 'storageClass', got: storageClass, rule: wrongClass, mend: 'name a class, or leave it out' },
    { prop: 'claim', got: claim, rule: wrongClaim, mend: 'name a claim and its namespace' },
    { prop: 'nodes', got: nodes, rule: wrongNodes, mend: 'leave it out for all nodes' },
    ...(nodes ?? []).flatMap((one) => {
      const wrong = one.problem('nodes');
      return wrong ? [{ prop: 'nodes', ...wrong }] : [];
    }),
    ...Object.entries(labels ?? {}).flatMap(([key, value]) => [
      { prop: 'labels', got: key, rule: labelKeyProblem(key), mend: 'choose another key' },
      { prop: 'labels', got: value, rule: labelValueProblem(value), mend: 'shorten or rename the value' },
    ]),
  ];
}

/** The API takes these, and a Pod that mounts the volume waits for ever, or the volume is never freed. */
function abilities(props: ResolvedVolumeProps): Candidate[] {
  const { source, accessModes, nodes, volumeMode, mountOptions, reclaimPolicy } = props;
  const { device, disk, onNodes, plainMount, deletedBy } = source.traits;
  const when = (wrong: unknown, rule: string) => (wrong ? rule : undefined);
  const homeless = when(onNodes && !nodes, 'must be given for a local volume');
  const folder = when(volumeMode === 'Block' && !device, 'must be "Filesystem": the source has folders, no devices');
  const torn = when(
    disk && volumeMode === 'Filesystem' && accessModes.includes('ReadWriteMany'),
    'must not have ReadWriteMany: two nodes would destroy the file system of a disk',
  );
  const unread = when(mountOptions && (plainMount || volumeMode === 'Block'), 'must not be given: nothing reads them');
  const kept = when(reclaimPolicy === 'Delete' && !deletedBy, 'must be "Retain": nobody can delete it');
  const node = "say the node: LabelExpression.in('kubernetes.io/hostname', ...)";
  return [
    { prop: 'nodes', got: nodes, rule: homeless, mend: node },
    { prop: 'volumeMode', got: volumeMode, rule: folder, mend: 'leave it out' },
    { prop: 'accessModes', got: accessModes, rule: torn, mend: 'take ReadWriteOnce, or share files by NFS or CephFS' },
    { prop: 'mountOptions', got: mountOptions, rule: unread, mend: 'leave it out' },
    { prop: 'reclaimPolicy', got: reclaimPolicy, rule: kept, mend: 'leave it out' },
  ];
}
