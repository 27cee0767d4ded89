import { type Expression, pcreExpression } from '../expression';
import { byExpression, isExpression, type NginxLocation, type NginxServer } from './nginx-server';

/** A location block of nginx's configuration: how it is compared with the path of a request. */
export interface NginxLocationBlock {
  readonly location: NginxLocation;
  readonly kind: 'exact' | 'prefix' | 'expression';
  readonly path: string;
  /** @default - it is no expression, or none that PCRE reads */
  readonly expression?: Expression;
}

/**
 * The location blocks of a server, the longest first. A path of type Prefix is two, so that it takes whole segments; one
 * of type ImplementationSpecific takes any path that begins with it. Where one path of the server is a regular expression
 * all are, the exact ones too, and none of them reads the case of letters.
 *
 * @source kubernetes/ingress-nginx@dbb11b9 internal/ingress/controller/location.go updateServerLocations, template/template.go buildLocation
 */
export function nginxLocationBlocks(server: NginxServer): NginxLocationBlock[] {
  const locations = [...server.locations].sort(
    (one, other) => other.path.length - one.path.length || (other.path > one.path ? 1 : -1),
  );
  const exact = new Set(locations.filter(({ pathType }) => pathType === 'Exact').map(({ path }) => path));
  const blocks = locations.flatMap((location): { location: NginxLocation; path: string; exact: boolean }[] => {
    const { path, pathType } = location;
    const own = { location, path, exact: pathType === 'Exact' };
    if (path === '/' || pathType !== 'Prefix' || isExpression(location)) return [own];
    const below = { location, path: path.endsWith('/') ? path : `${path}/`, exact: false };
    return exact.has(path) ? [below] : [below, { ...own, exact: true }];
  });
  if (!byExpression(server)) {
    return blocks.map((block) => ({ ...block, kind: block.exact ? 'exact' : 'prefix' }));
  }
  return blocks.map(({ location, path }) => ({
    location,
    path,
    kind: 'expression',
    expression: pcreExpression(`^${path}`, 'i'),
  }));
}

/**
 * The block that takes a path: an exact one, else the first expression, else the longest prefix.
 *
 * @see https://nginx.org/en/docs/http/ngx_http_core_module.html#location
 */
export function blockThatTakes(blocks: readonly NginxLocationBlock[], path: string): NginxLocationBlock | undefined {
  return (
    blocks.find(({ kind, path: own }) => kind === 'exact' && own === path) ??
    blocks.find(({ expression }) => expression?.found(path)) ??
    blocks
      .filter(({ kind, path: own }) => kind === 'prefix' && path.startsWith(own))
      .reduce<NginxLocationBlock | undefined>(
        (best, one) => (best && best.path.length >= one.path.length ? best : one),
        undefined,
      )
  );
}

/**
 * Whether a path is that of a prefix block but for its last slash: nginx answers 301 to it, before anything else is asked.
 *
 * @see https://nginx.org/en/docs/http/ngx_http_core_module.html#location
 */
export function lacksItsSlash(blocks: readonly NginxLocationBlock[], path: string): boolean {
  const isExact = blocks.some(({ kind, path: own }) => kind === 'exact' && own === path);
  return !isExact && blocks.some(({ kind, path: own }) => kind === 'prefix' && own === `${path}/`);
}

/** A path as nginx compares it: decoded, without empty and dotted segments. */
export function normalizedPath(path: string): NginxLocationBlock['path'] {
  const segments: string[] = [];
  const decoded = decodedText(path);
  for (const segment of decoded.split('/').slice(1)) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  const folder = /(^|\/)\.{0,2}$/.test(decoded) && segments.length > 0 ? '/' : '';
  return `/${segments.join('/')}${folder}`;
}

function decodedText(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
