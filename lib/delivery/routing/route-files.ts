import { ENVIRONMENT_LABEL } from '../../kubernetes/labels';
import type { Manifest } from '../../kubernetes/manifest';
import { readYaml } from '../../kubernetes/yaml/read-yaml';
import type { Unreadable } from '../../kubernetes/yaml/unreadable';
import type { HttpRequest } from '../../simulators/canary/http-request';
import type { Provider } from '../../simulators/canary/providers';
import { providersIn } from '../../simulators/canary/providers-in';
import { type Routed, routed } from '../../simulators/canary/routed';
import { manifestFiles } from '../checking/manifest-files';
import { RoutingRefused } from './routing-refused';

/** What routes are read from, and as whom. */
export interface RouteFilesOptions {
  /** Files, folders, or `-`, as for `manifestFiles`. */
  readonly paths: readonly string[];
  /**
   * Environment whose objects are read, by their label; those that have none are read too.
   *
   * @default - all
   */
  readonly env?: string;
  /**
   * Proxy to ask.
   *
   * @default - those that the manifests have routes for
   */
  readonly provider?: Provider;
}

/** Who gets a request, and what of the files could not be read. */
export interface RoutedFiles extends Routed {
  readonly unreadable: readonly Unreadable[];
}

/**
 * Asks the routes in some files who gets a request.
 *
 * @throws RoutingRefused where no file has a route, or the environment is none
 */
export function routeFiles(request: HttpRequest, { paths, env, provider }: RouteFilesOptions): RoutedFiles {
  const { files, unreadable } = manifestFiles(paths);
  const read = files.map(({ file, text }) => readYaml(text, file));
  const all = read.flatMap(({ objects }) => objects.map(({ manifest }) => manifest));
  const manifests = all.filter((one) => env === undefined || [undefined, env].includes(environmentOf(one)));
  requireEnvironment(all, env);
  const providers = provider === undefined ? providersIn(manifests) : [provider];
  const faults = [...unreadable, ...read.flatMap((one) => one.unreadable)];
  if (providers.length === 0 && faults.length === 0) {
    const rule = 'must have routes: Ingresses, HTTPRoutes, IngressRoutes or VirtualServices';
    throw new RoutingRefused([
      { field: paths.join(', '), got: undefined, rule, mend: 'name the files that have them' },
    ]);
  }
  return { ...routed(manifests, request, providers), unreadable: faults };
}

function environmentOf({ metadata }: Manifest): string | undefined {
  return metadata.labels?.[ENVIRONMENT_LABEL];
}

function requireEnvironment(all: readonly Manifest[], env: string | undefined): void {
  const known = [...new Set(all.flatMap((one) => environmentOf(one) ?? []))];
  if (env === undefined || known.length === 0 || known.includes(env)) return;
  const rule = 'must be an environment of the manifests';
  throw new RoutingRefused([{ field: '--env', got: env, rule, mend: `write one of ${known.join(', ')}` }]);
}
