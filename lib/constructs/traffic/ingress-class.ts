import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { nameProblem } from '../../kubernetes/names';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';

/** Props of `IngressClass`. */
export interface IngressClassProps {
  /**
   * What the controller calls itself: a domain and a path, such as `k8s.io/ingress-nginx`, up to 250 letters. It cannot
   * be changed later.
   */
  readonly controller: string;

  /**
   * Name, by which Ingresses choose the class.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Ingresses that it takes: those that name it, or also those that name no class. A cluster has one such class at most.
   *
   * @default 'named'
   */
  readonly takes?: 'named' | 'named-or-classless';

  /**
   * Object of the controller's own kind with settings, such as an AlbConfig.
   *
   * @default - none
   */
  readonly parameters?: { readonly apiGroup: string; readonly kind: string; readonly name: string };
}

/** What left-out props become. */
export const DEFAULTS = { takes: 'named' } as const;

/** A domain, a slash, and a path. @source kubernetes@1.36 apimachinery pkg/util/validation IsDomainPrefixedPath */
const CONTROLLER = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;
const MAX_CONTROLLER = 250;

/**
 * A class of Ingresses, and the controller that answers to it. It is of the whole cluster.
 *
 * Defines one IngressClass.
 *
 * @throws InvalidProp `InvalidController`, `InvalidName`
 * @example new IngressClass(this, 'Nginx', { controller: 'k8s.io/ingress-nginx' });
 */
export class IngressClass extends Construct {
  /** The class itself, for what the props do not cover. */
  public readonly ingressClass: k8s.KubeIngressClass;

  constructor(scope: Construct, id: string, props: IngressClassProps) {
    super(scope, id);
    const { controller, name, takes, parameters } = withDefaults(props, { ...DEFAULTS, name: objectName(scope, id) });
    this.requireController(controller);
    const rule = nameProblem('IngressClass', name);
    if (rule)
      throw new InvalidProp('InvalidName', this, { prop: 'name', got: name, rule, mend: 'choose another name' });
    const byDefault = { 'ingressclass.kubernetes.io/is-default-class': 'true' };
    this.ingressClass = new k8s.KubeIngressClass(this, 'IngressClass', {
      metadata: { name, annotations: takes === 'named-or-classless' ? byDefault : undefined },
      // the scope is defaulted by the API server, and left out would be a difference for ever
      spec: { controller, parameters: parameters && { ...parameters, scope: 'Cluster' } },
    });
  }

  private requireController(got: string): void {
    if (CONTROLLER.test(got) && got.length <= MAX_CONTROLLER) return;
    const rule = `must be a domain, "/" and a path, at most ${MAX_CONTROLLER} characters`;
    const mend = 'take it from the documentation of the controller';
    throw new InvalidProp('InvalidController', this, { prop: 'controller', got, rule, mend });
  }
}
