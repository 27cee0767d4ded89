import { manifestField, manifestFieldList } from '../../kubernetes/manifest-field';
import { parseQuantity } from '../../kubernetes/parse-quantity';

/** Resources that are counted, as containers name them. */
export type CountedResource = 'cpu' | 'memory';

/** Amounts in billionths, so that no part is lost. */
export type Amounts = Readonly<Record<CountedResource, bigint>>;

/** What a container asks for: what it says, what a LimitRange says for it, where it only has limits those. */
function containerRequest(container: unknown, resource: CountedResource, standard: unknown): bigint {
  const said =
    manifestField(container, `resources.requests.${resource}`) ??
    manifestField(container, `resources.limits.${resource}`);
  return parseQuantity(String(said ?? manifestField(standard, resource) ?? '0')) ?? 0n;
}

/**
 * What a Pod asks for: all its containers together, or the largest moment of its start, and what runs beside it.
 *
 * @param standard requests that a LimitRange of the namespace gives to a container without any
 * @source kubernetes@1.36 staging/src/k8s.io/component-helpers/resource/helpers.go PodRequests
 */
export function podRequest(spec: unknown, standard: unknown): Amounts {
  const of = (resource: CountedResource): bigint => {
    const request = (container: unknown) => containerRequest(container, resource, standard);
    let running = manifestFieldList(spec, 'containers').reduce<bigint>((sum, one) => sum + request(one), 0n);
    let [sidecars, starting] = [0n, 0n];
    for (const container of manifestFieldList(spec, 'initContainers')) {
      if (manifestField(container, 'restartPolicy') === 'Always') sidecars += request(container);
      const now = manifestField(container, 'restartPolicy') === 'Always' ? sidecars : sidecars + request(container);
      if (now > starting) starting = now;
    }
    running += sidecars;
    const overhead = parseQuantity(String(manifestField(spec, `overhead.${resource}`) ?? '0')) ?? 0n;
    const own = parseQuantity(String(manifestField(spec, `resources.requests.${resource}`) ?? '')); // of the Pod as a whole
    return (own ?? (running > starting ? running : starting)) + overhead;
  };
  return { cpu: of('cpu'), memory: of('memory') };
}
