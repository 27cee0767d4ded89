import type { k8s } from '../../kubernetes/k8s';
import { driverNameProblem, nameProblem } from '../../kubernetes/names';
import { firstProblem } from '../first-problem';
import type { InvalidPropDetails } from '../invalid-prop';

/** What a CSI driver is told of a volume that it makes for one Pod. */
export interface InlineCsi {
  /** Name of the driver: `secrets-store.csi.k8s.io`. */
  readonly driver: string;

  /**
   * What the driver wants to know, in its own words.
   *
   * @default - nothing
   */
  readonly attributes?: Readonly<Record<string, string>>;

  /**
   * Secret of the same namespace that the driver is given.
   *
   * @default - none
   */
  readonly secret?: string;

  /**
   * Whether the Pod may write.
   *
   * @default 'readOnly'
   */
  readonly access?: 'readOnly' | 'readWrite';
}

/** What left-out options become. */
export const DEFAULTS = { access: 'readOnly' } as const;

/** The volume as a Pod holds it. */
export function inlineCsiManifest(inline: InlineCsi): k8s.CsiVolumeSource {
  const { driver, attributes, secret, access = DEFAULTS.access } = inline;
  return {
    driver,
    readOnly: access === 'readOnly',
    volumeAttributes: attributes && { ...attributes },
    nodePublishSecretRef: secret === undefined ? undefined : { name: secret },
  };
}

/** What Kubernetes would refuse of it; nothing where it is sound. */
export function inlineCsiProblem({ driver, secret }: InlineCsi): InvalidPropDetails | undefined {
  const wrongSecret = secret === undefined ? undefined : nameProblem('Secret', secret);
  return firstProblem([
    { prop: 'driver', got: driver, rule: driverNameProblem(driver), mend: 'name a CSIDriver of the cluster' },
    { prop: 'secret', got: secret, rule: wrongSecret, mend: 'name one of the same namespace' },
  ]);
}
