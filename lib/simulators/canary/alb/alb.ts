import type { Manifest } from '../../../kubernetes/manifest';
import { type Answer, answerAll, type Reason } from '../answer';
import { type Asked, askedBy } from '../asked';
import { ingressesFor } from '../ingress';
import { knownServices } from '../known-services';
import type { RouteWords, ValueWord } from '../route-words';
import type { Router } from '../router';
import { type AlbReferences, albAction } from './alb-action';
import { type AlbIngress, albConflict, albIngresses } from './alb-ingress';
import { type AlbRule, albRules } from './alb-rule';

/**
 * ALB Ingress of Alibaba Cloud: the first rule that matches, in the order of the Ingresses and of their paths.
 *
 * @source alibaba/alibaba-load-balancer-controller@a9b1da3 pkg/controller/ingress/reconcile/builder/albconfig_manager/model_build_listener_rules.go
 * @see https://www.alibabacloud.com/help/en/ack/serverless-kubernetes/user-guide/use-alb-ingresses-to-perform-canary-releases
 */
export function alb(manifests: readonly Manifest[]): Router {
  const all = albIngresses(ingressesFor('alb', manifests));
  const rules = albRules(all);
  const references = { all, services: knownServices(manifests) };
  const conflict = albConflict(all);
  return {
    words: wordsOf(all),
    route: (request) =>
      conflict ? answerAll({ status: 404 }, [conflict]) : answer(askedBy(request), rules, references),
  };
}

function answer(asked: Asked, rules: readonly AlbRule[], references: AlbReferences): Answer {
  const own = rules.filter((rule) => (rule.scheme === 'both' || rule.scheme === asked.scheme) && rule.isForHost(asked));
  const at = own.findIndex((rule) => rule.matches(asked));
  const taken = own[at];
  const passed = own.slice(0, taken ? at : undefined).map((rule): Reason => ({ ...reasonOf(rule), verdict: 'passes' }));
  const skipped = references.all.flatMap(skippedReason);
  if (!taken) {
    const text = own.length === 0 ? 'no Ingress has the host' : 'no rule of the host matches';
    return answerAll({ status: 404 }, [...passed, { object: 'ALB', verdict: 'takes', text }, ...skipped]);
  }
  const { shares, text } = albAction(taken, asked, references);
  const why = [...passed, reasonOf(taken)];
  if (text !== undefined) why.push({ object: taken.owner.ingress.title, verdict: 'takes', text });
  return { shares, why: [...why, ...skipped] };
}

function reasonOf({ owner, text }: AlbRule): Reason {
  return { object: owner.ingress.title, verdict: 'takes', text };
}

function skippedReason({ ingress, role, weight }: AlbIngress): Reason[] {
  if (role !== 'skipped') return [];
  const text =
    weight === 0
      ? 'canary-weight 0 gets nothing'
      : 'a weight beside a header or cookie does nothing: give each an Ingress of its own';
  return [{ object: ingress.title, verdict: 'ignored', text }];
}

function wordsOf(all: readonly AlbIngress[]): RouteWords {
  const paths = all.flatMap(({ ingress, note }) => ingress.paths.map((path) => ({ ...path, note })));
  const headers = new Map<string, readonly ValueWord[]>();
  const add = (name: string, value: string) =>
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), { type: 'exact', value }]);
  for (const { note } of all) {
    if (note('canary-by-header') !== '') add(note('canary-by-header'), note('canary-by-header-value'));
    if (note('canary-by-cookie') !== '') add('cookie', `${note('canary-by-cookie')}=always`);
  }
  return {
    hosts: all.flatMap(({ ingress }) => ingress.hosts.map((value): ValueWord => ({ type: 'exact', value }))),
    paths: paths.map(({ path, pathType, note }) => {
      const isExpression = note('use-regex') !== '' || note('rewrite-target') !== '';
      return { type: pathType === 'Exact' ? 'exact' : isExpression ? 'expression' : 'prefix', value: path };
    }),
    methods: [],
    headers,
    query: new Map(),
  };
}
