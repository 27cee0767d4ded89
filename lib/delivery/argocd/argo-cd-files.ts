import { App, Chart } from 'cdk8s';
import { Application, AppProject } from '../../../imports/argoproj.io.argo-cd';
import { ENVIRONMENT_LABEL } from '../../kubernetes/labels';
import type { CollectedObject } from '../collect-objects';
import { ownershipLine } from '../owned-file';
import type { Program } from '../program';
import { renderYaml } from '../render-yaml';
import { appProjectSpec } from './app-project-spec';
import { applicationSpec } from './application-spec';
import { type SyncedFiles, syncedFiles } from './synced-files';

/** A folder of its own: `kubectl apply -f dist/` does not look there, and most clusters have no such kinds. */
const FOLDER = 'argocd';

/**
 * What tells Argo CD to deploy the output: a file for each AppProject, with the Applications in it.
 *
 * They are Applications rather than an ApplicationSet, since environments differ in more than a name: project, policy,
 * pattern of files. So each one is said in full, and a change to one is seen as such.
 *
 * @returns content by path in the output folder; none where no environment is deployed by Argo CD
 */
export function argoCdFiles(program: Program, objects: readonly CollectedObject[]): ReadonlyMap<string, string> {
  const projects = new Map<string, SyncedFiles[]>();
  for (const files of syncedFiles(program, objects)) {
    const { project } = files.delivery;
    projects.set(project, [...(projects.get(project) ?? []), files]);
  }
  return new Map(
    [...projects].map(([name, files]) => {
      const file = `${FOLDER}/${name}.k8s.yaml`;
      return [file, ownershipLine(file) + renderYaml(projectChart(name, files).toJson())];
    }),
  );
}

function projectChart(project: string, files: readonly SyncedFiles[]): Chart {
  const chart = new Chart(new App({ outdir: '' }), project);
  const namespace = files[0]?.delivery.namespace;
  new AppProject(chart, 'Project', { metadata: { name: project, namespace }, spec: appProjectSpec(files) });
  for (const part of files) {
    const { application } = part.delivery;
    new Application(chart, application, { metadata: applicationMetadata(part), spec: applicationSpec(part) });
  }
  return chart;
}

/** Argo CD renders an Application again only for commits that change one of these paths. */
const PATHS_ANNOTATION = 'argocd.argoproj.io/manifest-generate-paths';

function applicationMetadata({ delivery, environment, folder, include }: SyncedFiles) {
  return {
    name: delivery.application,
    namespace: delivery.namespace,
    labels: environment === undefined ? undefined : { [ENVIRONMENT_LABEL]: environment },
    annotations: { [PATHS_ANNOTATION]: `/${folder}/${include}` },
  };
}
