import type { Construct } from 'constructs';
import { SealedSecret, type SealedSecretSpec } from '../../imports/bitnami.com';

/** Every kind of the group, with every field that its binding has. */
export function examples(scope: Construct): void {
  const spec: Required<SealedSecretSpec> = {
    encryptedData: { password: 'AgBy3i4OJSWK' },
    template: {
      type: 'Opaque',
      immutable: true,
      metadata: { labels: { environment: 'rehearsal' }, annotations: { 'sealedsecrets.bitnami.com/managed': 'true' } },
      data: { url: 'mysql://orders:{{ .password }}@db' },
    },
  };
  new SealedSecret(scope, 'SealedSecret', { metadata: { name: 'orders' }, spec });
}
