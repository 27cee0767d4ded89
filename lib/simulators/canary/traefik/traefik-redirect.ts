import type { Manifest } from '../../../kubernetes/manifest';
import { manifestField, manifestFieldText } from '../../../kubernetes/manifest-field';
import { namespaceOf } from '../../../kubernetes/namespace-of';
import { re2Expression } from '../expression';
import type { TraefikRouter } from './traefik-router';

/** Middlewares that a route names, and the namespace that it names them in. */
export interface NamedMiddlewares {
  readonly refs: readonly unknown[];
  readonly namespace: string;
  readonly manifests: readonly Manifest[];
}

/**
 * The redirect of some Middlewares, the first that there is. What others do changes no destination.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/middlewares/redirect/redirect_scheme.go, redirect_regex.go
 */
export function traefikRedirect({ refs, namespace, manifests }: NamedMiddlewares): TraefikRouter['redirect'] {
  const redirects = refs.flatMap((ref) => {
    const own = manifestFieldText(ref, 'namespace') ?? namespace;
    const name = manifestField(ref, 'name');
    const found = manifests.find(
      (one) => one.kind === 'Middleware' && namespaceOf(one) === own && one.metadata.name === name,
    );
    return found ? (redirectOf(found) ?? []) : [];
  });
  if (redirects.length === 0) return undefined;
  return (asked) => redirects.map((redirect) => redirect(asked)).find((status) => status !== undefined);
}

function redirectOf(middleware: Manifest): NonNullable<TraefikRouter['redirect']> | undefined {
  const scheme = manifestFieldText(middleware, 'spec.redirectScheme.scheme');
  if (scheme !== undefined) {
    const permanent = manifestField(middleware, 'spec.redirectScheme.permanent') === true;
    return (asked) => (asked.scheme === scheme ? undefined : statusOf(permanent, asked.method));
  }
  const pattern = manifestFieldText(middleware, 'spec.redirectRegex.regex');
  if (pattern === undefined) return undefined;
  const permanent = manifestField(middleware, 'spec.redirectRegex.permanent') === true;
  const expression = re2Expression(pattern);
  return ({ scheme: sent, host, path, method }) =>
    expression?.found(`${sent}://${host}${path}`) ? statusOf(permanent, method) : undefined;
}

/** Methods with a body keep it by other codes. */
function statusOf(permanent: boolean, method: string): number {
  if (method === 'GET') return permanent ? 301 : 302;
  return permanent ? 308 : 307;
}
