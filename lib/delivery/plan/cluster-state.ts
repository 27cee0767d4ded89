import { groupOf, identityOf } from '../../kubernetes/identity';
import { ENVIRONMENT_LABEL } from '../../kubernetes/labels';
import type { Manifest } from '../../kubernetes/manifest';
import { isStrayObject } from '../../simulators/plan/is-stray-object';
import type { LiveObject } from '../../simulators/plan/live-object';
import { liveView } from '../../simulators/plan/live-view';
import type { ServedApi } from '../../simulators/plan/served-api';
import { Kubectl } from '../kubectl';
import type { DeployedState } from './deployed-state';

/** What is asked for of a cluster. */
export interface AskedOfCluster {
  /** Objects that are to be applied. */
  readonly wanted: readonly Manifest[];
  /** Environments whose other objects are looked for, by their label. */
  readonly environments: readonly string[];
}

/** A kind of objects that a cluster serves. */
interface ServedKind {
  /** As kubectl takes it: `deployments.apps`. */
  readonly resource: string;
  readonly group: string;
  readonly kind: string;
}

/**
 * What a cluster has of what is to be applied, as far as it was applied, and what else carries the label of its environments.
 *
 * @param api what the cluster serves; defaults are by its version
 * @throws CommandFailed with kubectl's words
 */
export function clusterState(
  { wanted, environments }: AskedOfCluster,
  api: ServedApi,
  kubectl = new Kubectl(),
): DeployedState {
  const served = servedKinds(kubectl);
  const known = wanted.filter((object) =>
    served.some(({ group, kind }) => kind === object.kind && group === groupOf(object.apiVersion)),
  );
  const named = ask(kubectl, ['-f', '-'], { apiVersion: 'v1', kind: 'List', items: known });
  const resources = served.map(({ resource }) => resource).join(',');
  const selector = `${ENVIRONMENT_LABEL} in (${environments.join(',')})`;
  const labelled = ask(kubectl, [resources, '--all-namespaces', '-l', selector]);
  const wantedBy = new Map(wanted.map((object) => [identityOf(object), object]));
  const others = labelled.filter((object) => !wantedBy.has(identityOf(object)) && isStrayObject(object));
  const views = [...named, ...others].map((object) => liveView(object, wantedBy.get(identityOf(object)), api));
  return { title: `the cluster ${contextOf(kubectl)}`, objects: new Map([['', views]]) };
}

function contextOf(kubectl: Kubectl): string {
  const { contexts, 'current-context': current } = kubectl.json<{
    readonly contexts?: readonly { readonly name: string; readonly context: { readonly cluster: string } }[];
    readonly 'current-context': string;
  }>(['config', 'view']);
  return contexts?.find(({ name }) => name === current)?.context.cluster ?? current;
}

/** Kinds that objects are listed and deleted of: a metric is neither. */
function servedKinds(kubectl: Kubectl): ServedKind[] {
  const table = kubectl.run(['api-resources', '--verbs=list,delete', '--no-headers']);
  return table.split('\n').flatMap((line) => {
    const columns = line.trim().split(/\s+/);
    const [apiVersion, , kind] = columns.slice(-3);
    if (columns.length < 4 || !apiVersion || !kind) return [];
    const group = groupOf(apiVersion);
    return [{ resource: group ? `${columns[0]}.${group}` : `${columns[0]}`, group, kind }];
  });
}

function ask(kubectl: Kubectl, which: readonly string[], input?: unknown): LiveObject[] {
  const args = ['get', ...which, '--ignore-not-found', '--show-managed-fields', '--chunk-size=0', '-o', 'json'];
  const answer = kubectl.run(args, input === undefined ? undefined : JSON.stringify(input));
  if (answer.trim() === '') return []; // none of them is there
  const found = JSON.parse(answer);
  return found.kind === 'List' ? found.items : [found];
}
