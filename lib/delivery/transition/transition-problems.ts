import type { IngressDialect, Transition } from '../../kubernetes/ingress-provider';
import { invalidValue } from '../../kubernetes/invalid-value';
import type { Manifest } from '../../kubernetes/manifest';
import { manifestField } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import type { HttpRequest } from '../../simulators/canary/http-request';
import type { Disagreement } from '../../simulators/canary/same-answer';
import type { CollectedObject } from '../collect-objects';
import { answerMeaning } from './answer-meaning';
import { dialectManifests } from './dialect-manifests';
import { hostGroups } from './host-groups';
import { isRoute } from './is-route';

/**
 * Requests that the two dialects of a transition would answer differently: a sentence for each host, with the construct that
 * one of the answers comes from. What is decided by sessions is left out, and of a certificate's host that Istio serves plain
 * HTTP, which its Gateway redirects.
 */
export function transitionProblems(objects: readonly CollectedObject[]): string[] {
  const transitions = new Map(objects.map(({ from }) => [from.environment, from.cluster.ingress]));
  return [...transitions].flatMap(([environment, ingress]) =>
    ingress.provider === 'transition'
      ? environmentProblems(
          objects.filter(({ from }) => from.environment === environment),
          ingress,
        )
      : [],
  );
}

function environmentProblems(objects: readonly CollectedObject[], { from, to }: Transition): string[] {
  const manifests = objects.map(({ manifest }) => manifest);
  const others = manifests.filter((one) => !isRoute(one));
  const told = [from, to].flatMap((dialect) => dialectManifests(manifests.filter(isRoute), dialect)).filter(isRoute);
  return hostGroups(manifests.filter((one) => told.includes(one))).flatMap((routes) => {
    const found = disagreements([...others, ...routes], [from, to]);
    const hosts = [...new Set(found.map(({ request }) => request.host))];
    return hosts.map((host) => {
      const own = found.filter(({ request }) => request.host === host);
      return sentence(own, { objects, dialects: [from, to] });
    });
  });
}

type Dialects = readonly [IngressDialect, IngressDialect];

function disagreements(manifests: readonly Manifest[], dialects: Dialects): Disagreement[] {
  // loaded here: most programs have no transition, and the simulators are many files
  const {
    sameAnswer,
  }: typeof import('../../simulators/canary/same-answer') = require('../../simulators/canary/same-answer');
  const [one, other] = dialects.map((dialect) => ({
    manifests: dialectManifests(manifests, dialect),
    provider: dialect.provider,
  }));
  if (!one || !other) return [];
  const { disagreements: all } = sameAnswer(one, other, schemesOf(manifests, dialects));
  return all.filter(({ answers: [first, second] }) => {
    const open = [first, second].some(({ why }) => why.some(({ verdict }) => verdict === 'either'));
    return open || answerMeaning(first, manifests) !== answerMeaning(second, manifests);
  });
}

/** By HTTPS too where some host has a certificate. */
function schemesOf(manifests: readonly Manifest[], dialects: Dialects): NonNullable<HttpRequest['scheme']>[] {
  const encrypted = manifests.some((one) => isRoute(one) && manifestField(one, 'spec.tls') !== undefined);
  if (!encrypted) return ['http'];
  return dialects.some(({ provider }) => provider === 'istio') ? ['https'] : ['http', 'https'];
}

interface Context {
  readonly objects: readonly CollectedObject[];
  readonly dialects: Dialects;
}

function sentence([first, ...rest]: readonly Disagreement[], { objects, dialects }: Context): string {
  if (!first) return '';
  const { request, answers } = first;
  const manifests = objects.map(({ manifest }) => manifest);
  const said = dialects.map(
    ({ provider }, at) => `${provider} gives ${answerMeaning(answers[at] ?? answers[0], manifests)}`,
  );
  const deciding = answers.flatMap(({ why }) =>
    why.filter(({ verdict }) => verdict === 'takes').map(({ object }) => object),
  );
  const [where] = objects.filter(({ manifest }) => deciding.includes(titleOf(manifest)));
  const more = rest.length === 0 ? '' : `, and ${rest.length} more requests differ`;
  const wrong = {
    field: 'ingress',
    got: requestLine(request),
    rule: `must get one answer during a transition: ${said.join(', ')}${more}`,
    mend: 'tell both the same, by via: env.cluster.ingress, or leave out what only one of them can do',
  };
  return `[${where?.path ?? objects[0]?.from.environment}] ${invalidValue(wrong)}`;
}

function titleOf(manifest: Manifest): string {
  return `${manifest.kind} ${namespaceOf(manifest)}/${manifest.metadata.name}`;
}

function requestLine({ scheme = 'http', host, path, method = 'GET', headers = {} }: HttpRequest): string {
  const sent = Object.entries(headers).map(([name, value]) => `, ${name}: ${value}`);
  return `${method} ${scheme}://${host}${path}${sent.join('')}`;
}
