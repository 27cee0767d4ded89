import type { Manifest } from '../../kubernetes/manifest';
import {
  manifestField,
  manifestFieldList,
  manifestFieldObject,
  manifestFieldText,
} from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import type { BackendService } from './answer';
import { objectName } from './object-name';

/** A path of an Ingress, with the Service that it sends to. */
export interface IngressPath {
  /** Empty for every host. */
  readonly host: string;
  readonly path: string;
  readonly pathType: string;
  readonly backend: BackendService;
  /** Place of its rule in the Ingress, and of it in the rule. */
  readonly ruleIndex: number;
  readonly pathIndex: number;
}

/** An Ingress, as controllers read it. */
export interface Ingress {
  readonly title: string;
  readonly namespace: string;
  readonly name: string;
  /** When it was made, in the words of the API server; empty where nobody knows. */
  readonly created: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly hosts: readonly string[];
  readonly paths: readonly IngressPath[];
  readonly tlsHosts: readonly string[];
  readonly tls: 'some' | 'none';
  /**
   * What answers where no path does.
   *
   * @default - nothing of its own
   */
  readonly defaultBackend?: BackendService;
}

/** Controllers by what their IngressClass says, or where it is not among the manifests, by the name of the class. */
const CONTROLLERS = {
  nginx: { controller: /^k8s\.io\/ingress-nginx$/, className: /^(?!.*alb).*$/ },
  alb: { controller: /alibabacloud\/alb$/, className: /alb/ },
} as const;

/** The Ingresses that a controller takes. Those that name no class are taken to be for it, unless it is ALB. */
export function ingressesFor(controller: keyof typeof CONTROLLERS, manifests: readonly Manifest[]): Ingress[] {
  const classes = new Map(
    manifests
      .filter(({ kind }) => kind === 'IngressClass')
      .map((one) => [one.metadata.name ?? '', manifestFieldText(one, 'spec.controller') ?? '']),
  );
  const words = CONTROLLERS[controller];
  const isTaken = (ingress: Manifest) => {
    const name =
      manifestFieldText(ingress, 'spec.ingressClassName') ??
      ingress.metadata.annotations?.['kubernetes.io/ingress.class'];
    const known = classes.get(name ?? '');
    return known === undefined ? words.className.test(name ?? '') : words.controller.test(known);
  };
  return manifests
    .filter(({ kind, apiVersion }) => kind === 'Ingress' && apiVersion.startsWith('networking.k8s.io/'))
    .filter(isTaken)
    .map(ingressOf);
}

/**
 * Ingresses in the order in which ingress-nginx takes them: the oldest first, and of those made at one time the last by
 * namespace and name.
 *
 * @source kubernetes/ingress-nginx@dbb11b9 internal/ingress/controller/store/store.go sortIngressSlice
 */
export function oldestIngressFirst(ingresses: readonly Ingress[]): Ingress[] {
  const key = ({ namespace, name }: Ingress) => `${namespace}/${name}`;
  const byAge = (one: Ingress, other: Ingress) => compare(one.created, other.created) || compare(key(other), key(one));
  return [...ingresses].sort(byAge);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function ingressOf(manifest: Manifest): Ingress {
  const namespace = namespaceOf(manifest);
  const rules = manifestFieldList(manifest, 'spec.rules');
  const tls = manifestFieldList(manifest, 'spec.tls');
  return {
    title: objectName(manifest),
    namespace,
    name: manifest.metadata.name ?? '',
    created: manifestFieldText(manifest, 'metadata.creationTimestamp') ?? '',
    annotations: manifest.metadata.annotations ?? {},
    hosts: rules.map((rule) => manifestFieldText(rule, 'host') ?? ''),
    paths: rules.flatMap((rule, ruleIndex) =>
      manifestFieldList(rule, 'http.paths').flatMap((path, pathIndex) =>
        pathOf({ namespace, rule, path, ruleIndex, pathIndex }),
      ),
    ),
    tlsHosts: tls.flatMap((one) => manifestFieldList(one, 'hosts').map(String)),
    tls: tls.length > 0 ? 'some' : 'none',
    defaultBackend: backendOf(namespace, manifestField(manifest, 'spec.defaultBackend')),
  };
}

interface PathParts {
  readonly namespace: string;
  readonly rule: unknown;
  readonly path: unknown;
  readonly ruleIndex: number;
  readonly pathIndex: number;
}

function pathOf({ namespace, rule, path, ruleIndex, pathIndex }: PathParts): IngressPath[] {
  const backend = backendOf(namespace, manifestField(path, 'backend'));
  if (!backend) return [];
  return [
    {
      host: (manifestFieldText(rule, 'host') ?? '').toLowerCase(),
      path: manifestFieldText(path, 'path') ?? '',
      pathType: manifestFieldText(path, 'pathType') ?? 'ImplementationSpecific',
      backend,
      ruleIndex,
      pathIndex,
    },
  ];
}

/** A backend that is no Service, but an object of another kind, is nothing that these controllers send to. */
function backendOf(namespace: string, backend: unknown): BackendService | undefined {
  const service = manifestFieldText(backend, 'service.name');
  if (service === undefined) return undefined;
  const { name, number } = manifestFieldObject(backend, 'service.port');
  const port = typeof name === 'string' && name !== '' ? name : Number(number ?? 0);
  return { namespace, service, port };
}
