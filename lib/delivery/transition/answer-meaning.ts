import type { Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldText } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { type Answer, type Destination, placeOfShare, type Share } from '../../simulators/canary/answer';
import { percentOf } from '../../simulators/canary/fraction';

/** What a client is told in place of an answer: redirects mean the same to a browser that asks for a page, errors to everybody. */
const SAID: Readonly<Record<number, string>> = {
  301: 'redirect for good',
  308: 'redirect for good',
  302: 'redirect',
  307: 'redirect',
  500: 'no answer',
  503: 'no answer',
};

/**
 * Who gets which part, in words that are equal where two dialects mean the same: a Service that only stands for one of another
 * namespace is that one, and a permanent redirect is one whatever its number.
 */
export function answerMeaning({ shares }: Answer, manifests: readonly Manifest[]): string {
  const part = (share: Share) => {
    const percent = Number(percentOf(share.part).toFixed(4));
    return `${placeOf(share.to, manifests)}${percent === 100 ? '' : ` ${percent} %`}`;
  };
  return shares.map(part).sort().join(' and ');
}

function placeOf(to: Destination, manifests: readonly Manifest[]): string {
  if ('status' in to) return SAID[to.status] ?? String(to.status);
  const service = manifests.find(
    (one) => one.kind === 'Service' && one.metadata.name === to.service && namespaceOf(one) === to.namespace,
  );
  const external =
    manifestField(service, 'spec.type') === 'ExternalName'
      ? manifestFieldText(service, 'spec.externalName')
      : undefined;
  const [name, namespace] = external?.split('.svc.')[0]?.split('.') ?? [];
  const share = name && namespace ? { ...to, service: name, namespace } : to;
  return placeOfShare({ to: share });
}
