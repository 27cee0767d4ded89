import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../lib/kubernetes/manifest';
import type { Rule } from '../../lib/policies/rule';

/** The objects that an example stands for: fields of a container or of a Pod stand in the plainest Pod that there is. */
export function examplesOf({ admission }: Rule, yaml: string): Manifest[] {
  const documents = parseAllDocuments(yaml).map((document) => document.toJS());
  if (typeof admission?.about !== 'string' || documents.some(({ kind }) => kind)) return documents;
  const [fields] = documents;
  const plain = { name: 'web', image: 'registry.example.com/shop/web:1.4.2' };
  const spec =
    admission.about === 'pod' ? { containers: [plain], ...fields } : { containers: [{ ...plain, ...fields }] };
  return [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec }];
}
