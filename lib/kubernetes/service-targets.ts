import { labelMapPicks } from './label-selector';
import type { Manifest } from './manifest';
import { manifestField, manifestFieldList, manifestFieldObject } from './manifest-field';
import { namespaceOf } from './namespace-of';
import type { RunningPods } from './running-pods';

/** A port of a Service, as the API completes it. */
export interface ServiceTarget {
  /** Field of the Service: `spec.ports[0]`. */
  readonly field: string;
  readonly name: unknown;
  readonly port: unknown;
  /** Port of the Pods: a number, or the name of one that they declare. The number of the Service where it says none. */
  readonly targetPort: unknown;
  readonly protocol: unknown;
}

/** Whether an object is a Service that picks its Pods by labels: one without a selector gets its endpoints from elsewhere. */
export function serviceTargetsPods({ apiVersion, kind, ...service }: Manifest): boolean {
  const isService = apiVersion === 'v1' && kind === 'Service' && manifestField(service, 'spec.type') !== 'ExternalName';
  return isService && Object.keys(manifestFieldObject(service, 'spec.selector')).length > 0;
}

/** Those of some Pods that a Service sends requests to; none where it picks none by labels. */
export function serviceTargetPods(service: Manifest, pods: readonly RunningPods[]): RunningPods[] {
  if (!serviceTargetsPods(service)) return [];
  const selector = manifestFieldObject(service, 'spec.selector');
  const here = namespaceOf(service);
  return pods.filter(({ namespace, labels }) => namespace === here && labelMapPicks(selector, labels));
}

/** Ports of a Service. */
export function serviceTargets(service: Manifest): ServiceTarget[] {
  return manifestFieldList(service, 'spec.ports').map((entry, index) => {
    const port = manifestField(entry, 'port');
    return {
      field: `spec.ports[${index}]`,
      name: manifestField(entry, 'name'),
      port,
      targetPort: manifestField(entry, 'targetPort') ?? port,
      protocol: manifestField(entry, 'protocol') ?? 'TCP',
    };
  });
}
