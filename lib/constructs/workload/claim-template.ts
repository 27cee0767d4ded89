import type { Size } from 'cdk8s';
import type { k8s } from '../../kubernetes/k8s';
import { nameProblem } from '../../kubernetes/names';
import { parseQuantity, sizeQuantity } from '../../kubernetes/quantity';
import type { Mistake } from '../mistake';
import { type Defaulted, withDefaults } from '../with-defaults';

/** A disk that each Pod of a StatefulSet has of its own, and keeps when it is made anew: `<name>-<Pod>` is its claim. */
export interface ClaimTemplate {
  /** Name, by which it is mounted: `Volume.claimTemplate(name).at('/data')`. */
  readonly name: string;

  /** Room on it. More can be had later only claim by claim: the template is immutable. */
  readonly size: Size;

  /**
   * Who may mount it: one node, or one Pod (`ReadWriteOncePod`), or several nodes where the storage can do that.
   *
   * @default ['ReadWriteOnce']
   */
  readonly accessModes?: readonly ('ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOncePod')[];

  /**
   * StorageClass that makes it.
   *
   * @default - the cluster's default class
   */
  readonly storageClass?: string;

  /**
   * Files, or a raw device, which is mounted by `asDevice`.
   *
   * @default 'Filesystem'
   */
  readonly volumeMode?: 'Filesystem' | 'Block';
}

/** What left-out options become. */
export const DEFAULTS = { accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem' } as const;

/** The template as a StatefulSet holds it. It has no labels: a change of one would be refused. */
export function claimTemplateManifest(claim: ClaimTemplate): k8s.KubePersistentVolumeClaimProps {
  const { name, size, storageClass, accessModes, volumeMode } = withDefaults(claim, DEFAULTS);
  return {
    metadata: { name },
    spec: {
      accessModes: [...accessModes],
      storageClassName: storageClass,
      volumeMode,
      resources: { requests: { storage: sizeQuantity(size) } },
    },
  };
}

/** What Kubernetes would refuse of claim templates; nothing where all are sound. */
export function claimTemplateMistake(claims: readonly ClaimTemplate[]): Mistake | undefined {
  for (const [index, given] of claims.entries()) {
    const claim = withDefaults(given, DEFAULTS);
    const twice = claims.slice(0, index).some(({ name }) => name === claim.name);
    const wrong = (twice ? duplicate(claim) : nameMistake(claim)) ?? roomMistake(claim) ?? accessMistake(claim);
    if (wrong) return { ...wrong, prop: `claims[${index}].${wrong.prop}` };
  }
  return undefined;
}

type Claim = Defaulted<ClaimTemplate, typeof DEFAULTS>;

const MEND_NAME = 'choose another name';

function duplicate({ name: got }: Claim): Mistake {
  return { code: 'InvalidName', prop: 'name', got, rule: 'must not be the name of two claims', mend: MEND_NAME };
}

function nameMistake({ name, storageClass = 'default' }: Claim): Mistake | undefined {
  const rule = nameProblem('Namespace', name); // the volume of a Pod is called so too
  if (rule) return { code: 'InvalidName', prop: 'name', got: name, rule, mend: MEND_NAME };
  const wrong = storageClass === '' ? undefined : nameProblem('StorageClass', storageClass); // empty: none
  const mend = 'give the name of a StorageClass';
  return wrong ? { code: 'InvalidName', prop: 'storageClass', got: storageClass, rule: wrong, mend } : undefined;
}

function roomMistake({ size }: Claim): Mistake | undefined {
  const got = size.asString();
  if ((parseQuantity(got) ?? 0n) > 0n) return undefined;
  return {
    code: 'OutOfRange',
    prop: 'size',
    got,
    rule: 'must be more than nothing',
    mend: 'give the room that is needed',
  };
}

function accessMistake({ accessModes }: Claim): Mistake | undefined {
  const prop = 'accessModes';
  const code = 'InvalidAccess';
  if (accessModes.length === 0)
    return { code, prop, got: accessModes, rule: 'must have one', mend: 'say who may mount it, or leave it out' };
  if (!accessModes.includes('ReadWriteOncePod') || accessModes.length === 1) return undefined;
  const rule = 'must not have others beside ReadWriteOncePod';
  return { code, prop, got: accessModes, rule, mend: 'keep it alone, or take it out' };
}
