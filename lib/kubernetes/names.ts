/** Letters, digits, dots and hyphens; what most kinds are named by. */
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_1035_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const PATH_SEGMENT = /^(?!\.{1,2}$)[^/%]+$/;

interface NameRule {
  readonly pattern: RegExp;
  readonly maxLength: number;
  readonly rule: string;
}

const SUBDOMAIN_RULE = 'must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit';
const LABEL_RULE = 'must be lower case letters, digits and "-", beginning and ending with a letter or digit';
const SERVICE_RULE =
  'must be lower case letters, digits and "-", beginning with a letter, ending with a letter or digit';

const anyName: NameRule = { pattern: DNS_SUBDOMAIN, maxLength: 253, rule: SUBDOMAIN_RULE };
/** RBAC objects are named by any path segment, however long. */
const rbacName: NameRule = {
  pattern: PATH_SEGMENT,
  maxLength: Number.POSITIVE_INFINITY,
  rule: 'must not be "." or ".." and must not contain "/" or "%"',
};

/** `limit` less than 253 where a controller makes longer names or label values of it, and would be cut or refused. */
const upTo = (maxLength: number): NameRule => ({ ...anyName, maxLength });

/**
 * Names by kind. Pods are named after their owner, cut at 58 characters before five random ones: a Deployment's
 * ReplicaSet adds a hash of up to 10, so 46 characters are the most that no Pod name loses. A StatefulSet labels its Pods
 * with its name and such a hash, and a label has 63. So has the name that a Pod gives its containers as that of the host.
 * A Service may begin with a digit from 1.36 on (RelaxedServiceNameValidation): here it may not, as 1.30 would refuse it.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names
 */
const BY_KIND: Readonly<Record<string, NameRule>> = {
  Namespace: { pattern: DNS_LABEL, maxLength: 63, rule: LABEL_RULE },
  Service: { pattern: DNS_1035_LABEL, maxLength: 63, rule: SERVICE_RULE },
  Deployment: upTo(46),
  ReplicaSet: upTo(57),
  DaemonSet: upTo(57),
  StatefulSet: { pattern: DNS_LABEL, maxLength: 52, rule: LABEL_RULE },
  Pod: upTo(63),
  Job: upTo(57),
  CronJob: upTo(52),
  Role: rbacName,
  ClusterRole: rbacName,
  RoleBinding: rbacName,
  ClusterRoleBinding: rbacName,
};

/** Says why Kubernetes would refuse or cut this name, or nothing where it would not. */
export function nameProblem(kind: string, name: string): string | undefined {
  const { pattern, maxLength, rule } = (Object.hasOwn(BY_KIND, kind) ? BY_KIND[kind] : undefined) ?? anyName;
  if (!pattern.test(name)) return rule;
  if (name.length > maxLength) return `must be at most ${maxLength} characters for a ${kind}, has ${name.length}`;
  return undefined;
}

/** Says why this cannot be the name of a container port, or nothing where it can. */
export function portNameProblem(name: string): string | undefined {
  const ok = /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= 15;
  return ok ? undefined : 'must be at most 15 lower case letters, digits and single "-", with a letter among them';
}

/**
 * Says why this cannot be the name of a CSI driver, or nothing where it can.
 *
 * @source kubernetes@1.36 pkg/apis/core/validation/validation.go ValidateCSIDriverName: capitals are let pass
 */
export function driverNameProblem(name: string): string | undefined {
  if (name.length > 63) return `must be at most 63 characters, has ${name.length}`;
  return DNS_SUBDOMAIN.test(name.toLowerCase()) ? undefined : SUBDOMAIN_RULE;
}

/** Says why this cannot be the name of a Service's port, or nothing where it can: it may be longer than a container's. */
export function servicePortNameProblem(name: string): string | undefined {
  if (!DNS_LABEL.test(name)) return LABEL_RULE;
  return name.length > 63 ? `must be at most 63 characters, has ${name.length}` : undefined;
}

/**
 * Says why this is no name that DNS could be asked for in full, or nothing where it is one. Kubernetes itself takes
 * addresses and names without a dot where it asks for one, and nothing ever answers for them.
 */
export function dnsNameProblem(name: string): string | undefined {
  const labels = name.replace(/\.$/, '').split('.');
  if (!DNS_SUBDOMAIN.test(labels.join('.'))) return SUBDOMAIN_RULE;
  if (/^\d+$/.test(labels.at(-1) ?? '')) return 'must be a DNS name, not an address';
  if (labels.length < 2) return 'must be a DNS name in full, with a dot';
  const long = labels.some((label) => label.length > 63) || name.length > 253;
  return long ? 'must be at most 253 characters, and 63 between two dots' : undefined;
}

/** A construct id in the form of an object name: `HelloCanary` becomes `hello-canary`, `HTTPRoute` `http-route`. */
export function kebabCase(id: string): string {
  return id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase();
}
