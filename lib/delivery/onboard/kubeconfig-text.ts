import { dump } from 'js-yaml';
import type { CurrentCluster } from './current-cluster';

/** Who asks, and what proves it, in PEM. */
export interface Credentials {
  readonly user: string;
  readonly certificate: string;
  readonly privateKey: string;
}

/** The text of a kubeconfig for one cluster and one user. */
export function kubeconfigText(
  { name, cluster }: CurrentCluster,
  { user, certificate, privateKey }: Credentials,
  namespace?: string,
): string {
  const context = `${user}@${name}`;
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const proof = { 'client-certificate-data': base64(certificate), 'client-key-data': base64(privateKey) };
  return dump(
    {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name, cluster }],
      users: [{ name: user, user: proof }],
      contexts: [{ name: context, context: { cluster: name, user, ...(namespace && { namespace }) } }],
      'current-context': context,
    },
    { lineWidth: -1, forceQuotes: true }, // a name such as 1_000 is a number to some reader
  );
}
