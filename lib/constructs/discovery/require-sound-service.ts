import type { Construct } from 'constructs';
import { annotationKeyProblem, labelKeyProblem, labelValueProblem } from '../../kubernetes/labels';
import { nameProblem } from '../../kubernetes/names';
import { InvalidProp } from '../invalid-prop';
import type { Mistake } from '../mistake';
import { exposureMistake } from './exposure-mistake';
import { ipFamiliesMistake } from './ip-families';
import { portsMistake } from './ports-mistake';
import type { ResolvedService } from './service-options';

/** Kubernetes 1.30 refuses to let a load balancer lead to it; 1.36 no longer does. */
const KUBELET_PORT = 10250;

type Check = (service: ResolvedService) => Mistake | undefined;

/**
 * Holds a Service against what Kubernetes 1.30 to 1.36 accepts, and what would be accepted and never answer.
 *
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundService(scope: Construct, service: ResolvedService): void {
  for (const check of [names, selector, portless, ports, kubeletPort, exposure, families]) {
    const wrong = check(service);
    if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
  }
}

const names: Check = ({ name, clusterDomain, annotations = {} }) => {
  const keys = Object.keys(annotations).map((key) => ['annotations', key, annotationKeyProblem(key)] as const);
  for (const [prop, got, rule] of [
    ['name', name, nameProblem('Service', name)],
    ['clusterDomain', clusterDomain, nameProblem('domain', clusterDomain)],
    ...keys,
  ] as const) {
    if (rule) return { code: 'InvalidName', prop, got, rule, mend: 'choose another name' };
  }
  return undefined;
};

const selector: Check = ({ selector: labels }) => {
  if (!labels) return undefined;
  const all = Object.entries(labels);
  const prop = 'workload.selector';
  if (all.length === 0) {
    const mend = 'name the labels of the Pods, or use FixedEndpoints';
    return { code: 'EmptySelector', prop, got: labels, rule: 'must not be empty: it would find no Pod', mend };
  }
  const wrong = all.map(([key, value]) => labelKeyProblem(key) ?? labelValueProblem(value)).find((rule) => rule);
  return wrong
    ? { code: 'InvalidName', prop, got: labels, rule: wrong, mend: 'give labels that Pods can have' }
    : undefined;
};

/** Only DNS can do without: a name for each Pod, and nothing said of where they listen. */
const portless: Check = ({ ports: all, exposure: { kind } }) => {
  if (all.length > 0 || kind === 'Headless') return undefined;
  return { code: 'NoPorts', prop: 'ports', got: all, rule: 'must have one', mend: 'say where it is to listen' };
};

const ports: Check = (service) => portsMistake(service.ports);

const kubeletPort: Check = (service) => {
  const got = service.ports.findIndex(({ port }) => port === KUBELET_PORT);
  if (service.exposure.kind !== 'LoadBalancer' || got < 0) return undefined;
  const rule = "must not be the kubelet's for a load balancer";
  const mend = 'choose another port; targetPort may be that';
  return { code: 'KubeletPort', prop: `ports[${got}].port`, got: KUBELET_PORT, rule, mend };
};

const exposure: Check = (service) => exposureMistake(service.exposure, service.ports);

const families: Check = (service) => ipFamiliesMistake(service, service.exposure.options.ip);
