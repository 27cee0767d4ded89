import type { EnvironmentValues } from '../../environments/environment';
import type { CertificateOwner } from './certificate-request';
import type { Existing } from './private-file';

/** Somebody who is to be let in to a cluster, and how. */
export interface Onboarding extends CertificateOwner {
  /** Days that the certificate is to hold, 1 to 365. The cluster may sign for fewer. */
  readonly days: number;
  /** Environment whose namespace is taken where none is named; none to be asked about in all of them. */
  readonly environment: string | undefined;
  /** Environments that there are. */
  readonly environments: readonly Pick<EnvironmentValues, 'name' | 'namespace'>[];
  /** Path of the kubeconfig to write. */
  readonly out: string;
  readonly existing: Existing;
}
