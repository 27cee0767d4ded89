import { ApiObject } from 'cdk8s';

/** The annotations that make regular expressions of all the paths of a host. */
const EXPRESSIONS = ['nginx.ingress.kubernetes.io/use-regex', 'nginx.ingress.kubernetes.io/rewrite-target'];
const CANARY = 'nginx.ingress.kubernetes.io/canary';

/**
 * Other Ingresses of the namespace and class with plain paths on a host of this one, whose paths are regular expressions:
 * the controller reads all paths of such a host so, and `/foo` there takes `/foobar` too.
 *
 * @see https://kubernetes.github.io/ingress-nginx/user-guide/ingress-path-matching/
 */
export function expressionHosts(own: readonly ApiObject[]): string[] {
  const [first] = own.filter(byExpression);
  if (!first) return [];
  const hosts = hostsOf(first);
  const others = first.node.root.node
    .findAll()
    .filter((part): part is ApiObject => ApiObject.isApiObject(part) && part.kind === 'Ingress')
    .filter((part) => !own.includes(part) && !byExpression(part) && !isCanary(part))
    .filter((part) => part.metadata.namespace === first.metadata.namespace && classOf(part) === classOf(first));
  return others.flatMap((other) => {
    const [shared] = hostsOf(other).filter((host) => hosts.includes(host));
    if (shared === undefined) return [];
    const rule = `must not be shared with an Ingress of plain paths, [${other.node.path}], which ingress-nginx then reads as regular expressions`;
    return [`hosts: invalid value "${shared}": ${rule}; give these paths a host of their own`];
  });
}

function byExpression(part: ApiObject): boolean {
  return part.kind === 'Ingress' && EXPRESSIONS.some((key) => annotationsOf(part)[key] !== undefined);
}

/** A canary has the paths of its stable Ingress, which says how they are read. */
function isCanary(part: ApiObject): boolean {
  return annotationsOf(part)[CANARY] === 'true';
}

function annotationsOf(part: ApiObject): Readonly<Record<string, string>> {
  return part.toJson().metadata.annotations ?? {};
}

interface IngressSpec {
  readonly ingressClassName?: string;
  readonly rules?: readonly { readonly host?: string }[];
}

function hostsOf(ingress: ApiObject): string[] {
  const { rules = [] }: IngressSpec = ingress.toJson().spec ?? {};
  return rules.map(({ host = '' }) => host);
}

function classOf(ingress: ApiObject): string | undefined {
  const { ingressClassName }: IngressSpec = ingress.toJson().spec ?? {};
  return ingressClassName;
}
