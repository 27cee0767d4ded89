import type { NamedContainer } from '../container/named-container';

/** Names of the containers of a Pod that go on running, the main one first: what an autoscaler finds use and requests of. */
export function runningContainers(pod: {
  readonly application: string;
  readonly containers?: readonly NamedContainer[];
  readonly sidecars?: readonly NamedContainer[];
}): string[] {
  return [pod.application, ...[...(pod.containers ?? []), ...(pod.sidecars ?? [])].map(({ name }) => name)];
}
