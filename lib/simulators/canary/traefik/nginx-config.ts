import { goIntValue } from '../../../kubernetes/go-value';
import type { Ingress } from '../ingress';

/** What Traefik reads of the annotations of ingress-nginx, as far as routes are made of it. */
export interface NginxConfig {
  text(name: string): string;
  isTrue(name: string): boolean;
  /** @default - there is none, or it is no whole number */
  number(name: string): number | undefined;
}

const PREFIX = 'nginx.ingress.kubernetes.io/';

/**
 * Reads annotations as Traefik does: truth is "true" whatever the case, and nothing else; what ingress-nginx would refuse
 * is taken as it is.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/provider/kubernetes/ingress-nginx/annotations.go parseIngressConfig
 */
export function nginxConfig({ annotations }: Pick<Ingress, 'annotations'>): NginxConfig {
  const text = (name: string) => annotations[PREFIX + name] ?? '';
  return {
    text,
    isTrue: (name) => text(name).toLowerCase() === 'true',
    number: (name) => goIntValue(text(name)),
  };
}
