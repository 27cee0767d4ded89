import { manifestField, manifestFieldList } from '../../../kubernetes/manifest-field';
import { answerAll, type BackendService, type Share, sharesByWeight } from '../answer';
import type { Asked } from '../asked';
import type { KnownServices } from '../known-services';
import type { AlbIngress } from './alb-ingress';
import type { AlbRule } from './alb-rule';

/** What a rule does with a request, and why. */
export interface AlbAction {
  readonly shares: readonly Share[];
  readonly text?: string;
}

/** What actions are held against. */
export interface AlbReferences {
  readonly all: readonly AlbIngress[];
  readonly services: KnownServices;
}

/** The name of a port by which an annotation says what is done. */
const BY_ANNOTATION = 'use-annotation';

/**
 * What a rule does: a redirect, what an annotation says, or the Service of its path, whose canaries by weight on the same
 * host and path get their percents together.
 *
 * @source alibaba/alibaba-load-balancer-controller@a9b1da3 model_build_listener_rules.go buildRuleActions, buildActionForwardSGP
 */
export function albAction({ owner, path }: AlbRule, asked: Asked, references: AlbReferences): AlbAction {
  if (owner.note('ssl-redirect') === 'true' && asked.scheme === 'http')
    return { shares: answerAll({ status: 308 }, []).shares, text: 'ssl-redirect: plain HTTP is sent to HTTPS' };
  if (path.backend.port === BY_ANNOTATION) return byAnnotation(owner, path.backend);
  const own = sharesOf(path.backend, references);
  if (owner.role !== 'ordinary') return { shares: own };
  const canaries = references.all
    .filter(({ role }) => role === 'weight')
    .flatMap((one) => one.ingress.paths.map((canary) => ({ one, canary })))
    .filter(({ canary }) => canary.host === path.host && canary.path === path.path);
  if (canaries.length === 0) return { shares: own };
  const total = canaries.reduce((all, { one }) => all + one.weight, 0);
  const text = canaries.map(({ one }) => `canary-weight ${one.weight} of ${one.ingress.title}`).join(', ');
  if (total > 100)
    return { shares: own, text: `${text}: more than 100 together, which ALB refuses, so nothing changes` };
  const weighted = canaries.map(({ one, canary }) => ({
    weight: one.weight,
    shares: sharesOf(canary.backend, references),
  }));
  return { shares: sharesByWeight([{ weight: 100 - total, shares: own }, ...weighted]), text };
}

function sharesOf(backend: BackendService, { services }: AlbReferences): readonly Share[] {
  const ready = services.stateOf(backend) === 'ready';
  return answerAll(ready ? services.byNumber(backend) : { status: 503 }, []).shares;
}

function byAnnotation({ note, ingress }: AlbIngress, { service }: BackendService): AlbAction {
  const actions = actionsOf(note(`actions.${service}`));
  for (const action of actions) {
    const type = String(manifestField(action, 'type')).toLowerCase();
    const code = Number(
      manifestField(action, `${type === 'redirect' ? 'RedirectConfig' : 'FixedResponseConfig'}.httpCode`),
    );
    const status = { status: code || 301 };
    if (type === 'redirect' || type === 'fixedresponse')
      return { shares: answerAll(status, []).shares, text: `actions.${service}: ${type}` };
    if (type !== 'forward') continue;
    const groups = manifestFieldList(action, 'ForwardConfig.ServerGroups').map((group) => ({
      weight: Number(manifestField(group, 'Weight') ?? 100),
      shares: answerAll(
        {
          namespace: ingress.namespace,
          service: String(manifestField(group, 'ServiceName')),
          port: Number(manifestField(group, 'ServicePort')),
        },
        [],
      ).shares,
    }));
    return { shares: sharesByWeight(groups), text: `actions.${service}: forward` };
  }
  return { shares: answerAll({ status: 503 }, []).shares, text: `actions.${service} says nothing` };
}

function actionsOf(text: string): readonly unknown[] {
  try {
    const actions: unknown = JSON.parse(text);
    return Array.isArray(actions) ? actions : [];
  } catch {
    return [];
  }
}
