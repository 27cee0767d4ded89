import { type InvalidValue, invalidValue } from '../kubernetes/invalid-value';
import { nameProblem } from '../kubernetes/names';
import type { ArgoCdCluster, ArgoCdDelivery } from './argo-cd-delivery';
import type { Cluster, EnvironmentValues } from './environment';
import { gitSourceMistakes } from './git-source-mistakes';

/** What Argo CD is to deploy, and whose values say so: `environment dev`. */
interface Delivered {
  readonly owner: string;
  readonly argoCd: ArgoCdDelivery;
}

/** Everything that is wrong with how Argo CD is to deploy the environments, a sentence each. */
export function deliveryMistakes({ environments }: { readonly environments: readonly EnvironmentValues[] }): string[] {
  const clusters = [...new Map(environments.map(({ cluster }) => [cluster.name, cluster])).values()];
  const delivered = [
    ...clusters.flatMap(({ name, argoCd }) => (argoCd ? [{ owner: `cluster ${name}`, argoCd }] : [])),
    ...environments.flatMap(({ name, argoCd }) => (argoCd ? [{ owner: `environment ${name}`, argoCd }] : [])),
  ];
  return [
    ...clusters.flatMap(({ name, argoCd }) => sentences(`cluster ${name}`, destinationMistakes(argoCd))),
    ...environments.flatMap((env) => sentences(`environment ${env.name}`, placeMistakes(env))),
    ...delivered.flatMap(({ owner, argoCd }, index) => [
      ...sentences(owner, nameMistakes(argoCd)),
      ...sentences(owner, gitSourceMistakes(argoCd.source), 'argoCd.source.'),
      ...sentences(owner, neighbourMistakes(argoCd, delivered.slice(0, index))),
    ]),
  ];
}

function sentences(owner: string, wrong: readonly InvalidValue[], path = ''): string[] {
  return wrong.map((one) => `${owner}: ${invalidValue({ ...one, field: path + one.field })}`);
}

function nameMistakes({ namespace, project, application }: ArgoCdDelivery): InvalidValue[] {
  const isOpen = 'must not be the project that Argo CD itself comes with, which allows everything';
  const found = {
    namespace: [namespace, nameProblem('Namespace', namespace)],
    project: [project, project === 'default' ? isOpen : nameProblem('AppProject', project)],
    application: [application, nameProblem('Application', application)],
  } as const;
  return Object.entries(found).flatMap(([name, [got, rule]]) =>
    rule === undefined ? [] : [{ field: `argoCd.${name}`, got, rule, mend: 'give it a name of its own' }],
  );
}

function destinationMistakes(argoCd: ArgoCdCluster | undefined): InvalidValue[] {
  if (!argoCd || 'name' in argoCd.destination || /^https:\/\/[^\s/]+/.test(argoCd.destination.server)) return [];
  const rule = 'must be the address of an API server';
  const mend = 'write it as "https://kubernetes.default.svc", which is the cluster that Argo CD runs in';
  return [{ field: 'argoCd.destination.server', got: argoCd.destination.server, rule, mend }];
}

/** The files of an environment are found by its name and a dot, and go where its cluster is. */
function placeMistakes({ name, argoCd, cluster }: EnvironmentValues): InvalidValue[] {
  if (!argoCd) return [];
  const rule = nameProblem('Namespace', name);
  const wrongName =
    rule === undefined
      ? []
      : [{ field: 'name', got: name, rule, mend: 'write it without dots: Argo CD finds its files by it' }];
  return [...wrongName, ...unknownCluster(cluster)];
}

function unknownCluster({ name, argoCd }: Cluster): InvalidValue[] {
  if (argoCd) return [];
  const rule = 'must be of an environment whose cluster Argo CD knows';
  return [{ field: 'argoCd', got: undefined, rule, mend: `give cluster ${name} an argoCd with its destination` }];
}

/** Of two Applications of one name only the one that is applied last would be there; and a project lives in one Argo CD. */
function neighbourMistakes({ application, project, namespace }: ArgoCdDelivery, others: readonly Delivered[]) {
  const wrong: InvalidValue[] = [];
  const same = others.find(({ argoCd }) => argoCd.application === application);
  if (same) {
    const rule = `must be the name of one Application: that of ${same.owner} has it, too`;
    wrong.push({ field: 'argoCd.application', got: application, rule, mend: 'give one of them another name' });
  }
  const apart = others.find(({ argoCd }) => argoCd.project === project && argoCd.namespace !== namespace);
  if (apart) {
    const rule = `must be that of its project: ${apart.owner} has it in ${apart.argoCd.namespace}`;
    wrong.push({ field: 'argoCd.namespace', got: namespace, rule, mend: 'name another project, or this namespace' });
  }
  return wrong;
}
