import type { Manifest } from '../../kubernetes/manifest';
import type { Answer } from './answer';
import type { HttpRequest } from './http-request';
import type { Provider } from './providers';
import { routerOf } from './router-of';

/** A request, and what each of some proxies does with it. */
export interface Routed {
  readonly request: HttpRequest;
  readonly answers: readonly { readonly provider: Provider; readonly answer: Answer }[];
}

/** Asks several proxies the same. */
export function routed(manifests: readonly Manifest[], request: HttpRequest, providers: readonly Provider[]): Routed {
  const answers = providers.map((provider) => ({ provider, answer: routerOf(manifests, provider).route(request) }));
  return { request, answers };
}
