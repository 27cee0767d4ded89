import { type SecretReference, secretReferenceProblem } from '../../../kubernetes/secret-reference';
import { firstProblem } from '../../first-problem';
import type { InvalidPropDetails } from '../../invalid-prop';

/** A Ceph cluster as its CSI drivers know it. */
export interface CephCluster {
  /** Its name in the drivers' ConfigMap `ceph-csi-config`, 36 bytes at most. */
  readonly clusterId: string;

  /** Secret with the user and key that volumes are made, grown and mounted by. */
  readonly secret: SecretReference;
}

/** The secret in the roles that Ceph's drivers ask for one in. */
export function cephSecretParameters(secret: CephCluster['secret']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['provisioner', 'controller-expand', 'node-stage'].flatMap((role) => [
      [`csi.storage.k8s.io/${role}-secret-name`, secret.name],
      [`csi.storage.k8s.io/${role}-secret-namespace`, secret.namespace],
    ]),
  );
}

/** What the drivers would refuse of it; nothing where it is sound. */
export function cephClusterProblem({ clusterId, secret }: CephCluster): InvalidPropDetails | undefined {
  const bytes = Buffer.byteLength(clusterId);
  const rule = bytes === 0 || bytes > 36 ? 'must be 1 to 36 bytes' : undefined;
  return firstProblem([
    { prop: 'clusterId', got: clusterId, rule, mend: 'give its name in ceph-csi-config' },
    { prop: 'secret', got: secret, rule: secretReferenceProblem(secret), mend: 'name a Secret and its namespace' },
  ]);
}
