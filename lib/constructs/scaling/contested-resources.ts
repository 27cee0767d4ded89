type ResourceName = 'cpu' | 'memory';

/** What of a HorizontalPodAutoscaler's spec is looked at. */
interface HorizontalSpec {
  readonly metrics?: readonly {
    readonly type: string;
    readonly resource?: { readonly name: string };
    readonly containerResource?: { readonly name: string; readonly container: string };
  }[];
}

/** What of a VerticalPodAutoscaler's spec is looked at. */
interface VerticalSpec {
  readonly updatePolicy?: { readonly updateMode?: string };
  readonly resourcePolicy?: {
    readonly containerPolicies?: readonly {
      readonly containerName: string;
      readonly mode?: string;
      readonly controlledResources?: readonly string[];
    }[];
  };
}

const RESOURCES: readonly ResourceName[] = ['cpu', 'memory'];

/** The policy of containers that have none of their own. */
const ANY = '*';

/**
 * Resources of one workload that both autoscalers steer by. The vertical one raises requests, the horizontal one sees less
 * use of them and takes Pods away, the others are used more, and so on.
 *
 * @param containers of the workload; where they are not known, there may be more than the vertical one names
 * @see https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/known-limitations.md
 */
export function contestedResources(
  horizontal: HorizontalSpec,
  vertical: VerticalSpec,
  containers: readonly string[] | undefined,
): ResourceName[] {
  if (vertical.updatePolicy?.updateMode === 'Off') return [];
  const policies = vertical.resourcePolicy?.containerPolicies ?? [];
  const all = containers ?? [...policies.map(({ containerName }) => containerName), ANY];
  const isSet = (resource: ResourceName, container: string) => {
    const own = policies.find(({ containerName }) => containerName === container);
    const policy = own ?? policies.find(({ containerName }) => containerName === ANY);
    return policy?.mode !== 'Off' && (policy?.controlledResources ?? RESOURCES).includes(resource);
  };
  return RESOURCES.filter((resource) =>
    scaledOn(horizontal, resource, all).some((container) => isSet(resource, container)),
  );
}

/** Containers whose use of a resource counts; without any metric it is the CPU of all. */
function scaledOn({ metrics }: HorizontalSpec, resource: ResourceName, all: readonly string[]): readonly string[] {
  if (!metrics?.length) return resource === 'cpu' ? all : [];
  return metrics.flatMap(({ resource: whole, containerResource: one }) => {
    if (whole?.name === resource) return all;
    return one?.name === resource ? [one.container] : [];
  });
}
