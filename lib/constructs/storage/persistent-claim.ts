import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { type Labels, labelKeyProblem, labelValueProblem } from '../../kubernetes/labels';
import { nameProblem } from '../../kubernetes/names';
import { firstProblem } from '../first-problem';
import { InvalidProp, type InvalidPropDetails } from '../invalid-prop';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import {
  type ClaimRequest,
  claimRequestProblem,
  claimRequestSpec,
  DEFAULTS as REQUEST_DEFAULTS,
} from './claim-request';
import { type Mount, type MountOptions, Volume } from './volume';

/** Props of `PersistentClaim`. */
export interface PersistentClaimProps extends ClaimRequest {
  /**
   * Name of the claim, at most 63 characters: Pods call their volume after it.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * The one volume to take, made by hand: `StaticVolume.name`. It needs a class beside it, that of the volume or `'none'`.
   *
   * @default - one of the class that fits
   */
  readonly volumeName?: string;

  /**
   * Labels that the volume must have, among those made by hand. It needs a class beside it: no driver makes a volume for a
   * claim that has one.
   *
   * @default - any labels
   */
  readonly selector?: Labels;

  /**
   * What becomes of it, and of its data, when the program no longer has it, or its Argo CD application is deleted. `kubectl
   * apply` deletes nothing in either case.
   *
   * @default 'kept'
   */
  readonly whenRemoved?: 'kept' | 'deleted';
}

/** What left-out props become. */
export const DEFAULTS = { ...REQUEST_DEFAULTS, whenRemoved: 'kept' } as const;

/**
 * Room that outlives the Pods that use it.
 *
 * Defines one PersistentVolumeClaim. Once made, nothing of it can be changed but the size, which can be raised where its
 * class allows expansion and made its volume; for anything else make another, copy the data, and delete the first.
 *
 * @throws InvalidProp `InvalidClaim`
 * @example
 * const data = new PersistentClaim(this, 'Data', { size: Size.gibibytes(10) });
 * new ProbedDeployment(this, 'Web', { ..., mounts: [data.at('/data')] });
 */
export class PersistentClaim extends Construct {
  /** The claim itself, for what the props do not cover. */
  public readonly claim: k8s.KubePersistentVolumeClaim;
  public readonly name: string;
  /** What Pods of the same namespace mount. */
  public readonly volume: Volume;

  constructor(scope: Construct, id: string, props: PersistentClaimProps) {
    super(scope, id);
    const resolved = withDefaults(props, { ...DEFAULTS, name: objectName(scope, id) });
    const { name, volumeName, selector, whenRemoved } = resolved;
    this.requireSound(resolved);

    this.name = name;
    this.claim = new k8s.KubePersistentVolumeClaim(this, 'Claim', {
      metadata: { name, annotations: whenRemoved === 'kept' ? KEEP : undefined },
      spec: {
        ...claimRequestSpec(resolved),
        volumeName,
        selector: selector && { matchLabels: { ...selector } },
      },
    });
    this.volume = Volume.claim(name, name, resolved.volumeMode);
  }

  /** The claim in a folder of a container. @param path absolute */
  at(path: string, options: MountOptions = {}): Mount {
    return this.volume.at(path, options);
  }

  /** The raw device of a claim whose volume mode is `Block`. @param path absolute */
  asDevice(path: string): Mount {
    return this.volume.asDevice(path);
  }

  private requireSound(props: PersistentClaimProps & { readonly name: string }): void {
    const rule = nameProblem('Namespace', props.name);
    const wrong =
      firstProblem([{ prop: 'name', got: props.name, rule, mend: 'choose another name' }]) ??
      claimRequestProblem(props) ??
      bindingProblem(props);
    if (wrong) throw new InvalidProp('InvalidClaim', this, wrong);
  }
}

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#no-prune-resources */
const KEEP = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };

/**
 * A claim without a class gets the default one, and then never fits a volume that somebody made by hand.
 *
 * @source kubernetes@1.36 pkg/controller/volume/persistentvolume/pv_controller.go checkVolumeSatisfyClaim
 */
function bindingProblem(props: PersistentClaimProps): InvalidPropDetails | undefined {
  const { volumeName, selector, storageClass, dataSource } = props;
  const classless = storageClass === undefined ? 'must be given with storageClass' : undefined;
  const copied = dataSource ? 'must not be given with dataSource: nothing would be copied' : undefined;
  const named = volumeName === undefined ? undefined : nameProblem('PersistentVolume', volumeName);
  const mend = 'add storageClass: that of the volume, or "none"';
  return firstProblem([
    { prop: 'volumeName', got: volumeName, rule: named, mend: 'name a PersistentVolume' },
    ...[
      { prop: 'volumeName', got: volumeName },
      { prop: 'selector', got: selector },
    ].flatMap(({ prop, got }) => [
      { prop, got, rule: got && classless, mend },
      { prop, got, rule: got && copied, mend: 'take one of the two out' },
    ]),
    ...Object.entries(selector ?? {}).flatMap(([key, value]) => [
      { prop: 'selector', got: key, rule: labelKeyProblem(key), mend: 'give the key of a label' },
      { prop: 'selector', got: value, rule: labelValueProblem(value), mend: 'give a value of the label' },
    ]),
  ]);
}
