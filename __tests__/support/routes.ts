import type { Manifest } from '../../lib/kubernetes/manifest';
import { readYaml } from '../../lib/kubernetes/yaml/read-yaml';
import { type Answer, placeOfShare } from '../../lib/simulators/canary/answer';
import { percentOf } from '../../lib/simulators/canary/fraction';

/** Manifests written out in a test. */
export function manifestsOf(text: string): Manifest[] {
  const { objects, unreadable } = readYaml(text, 'test');
  if (unreadable.length > 0) throw new Error(JSON.stringify(unreadable));
  return objects.map(({ manifest }) => manifest);
}

/** An Ingress of class nginx; what is not said is `prod/hello` for `a.example.com/`, sending to the Service `stable`. */
export function ingress(
  given: {
    readonly name?: string;
    readonly namespace?: string;
    readonly host?: string;
    /** Paths, each with the Service that it sends to and its type: `['/', 'stable', 'Prefix']`. */
    readonly paths?: readonly (readonly [path: string, service: string, pathType?: string])[];
    readonly annotations?: Readonly<Record<string, string>>;
    readonly spec?: Readonly<Record<string, unknown>>;
    readonly created?: string;
    readonly className?: string;
  } = {},
): Manifest {
  const { name = 'hello', namespace = 'prod', host = 'a.example.com', paths = [['/', 'stable']], annotations } = given;
  const { className = 'nginx', created } = given;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, namespace, annotations, ...(created === undefined ? {} : { creationTimestamp: created }) },
    spec: {
      ingressClassName: className,
      rules: [{ ...(host === '' ? {} : { host }), http: { paths: paths.map(pathOf) } }],
      ...given.spec,
    },
  };
}

function pathOf([path, name, pathType = 'Prefix']: readonly [string, string, string?]) {
  return { path, pathType, backend: { service: { name, port: { number: 80 } } } };
}

/** Annotations of ingress-nginx, written without their prefix. */
export function nginx(values: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`nginx.ingress.kubernetes.io/${name}`, String(value)]),
  );
}

/** Annotations of ALB, written without their prefix. */
export function albNotes(values: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`alb.ingress.kubernetes.io/${name}`, String(value)]),
  );
}

/** Who gets how much, in one line: `prod/stable:80 90, prod/next:80 10`; one that gets all stands alone. */
export function told({ shares }: Answer): string {
  const [first, ...others] = shares;
  if (first && others.length === 0) return placeOfShare(first);
  return shares.map((share) => `${placeOfShare(share)} ${percentOf(share.part)}`).join(', ');
}
