import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { type CustomResources, openApiSource } from '../delivery/openapi-source';
import { projectRoot, readProjectFile, SCHEMAS_FILE } from '../delivery/project';
import { UnreadableSource } from '../delivery/unreadable-source';
import { buildSchemas } from '../kubernetes/schema/generator/build-schemas';
import { refreshSchemas } from '../kubernetes/schema/generator/refresh-schemas';
import { type SchemasFile, schemasFileText } from '../kubernetes/schema/schemas-file';

/**
 * Releases of Kubernetes that schemas.json describes, oldest first: of each minor from the floor (1.30) on the newest
 * patch that `go list -m -versions k8s.io/kubernetes` names. Patches of one minor have the same schema.
 */
const KUBERNETES_VERSIONS: readonly string[] = [
  'v1.30.14',
  'v1.31.14',
  'v1.32.13',
  'v1.33.13',
  'v1.34.4',
  'v1.35.4',
  'v1.36.3',
];

/** Releases whose custom resources schemas.json describes: of what there are bindings of in imports/. */
const CUSTOM_RESOURCES: readonly CustomResources[] = [
  { module: 'github.com/argoproj/argo-cd/v3', version: 'v3.2.6', path: 'manifests/crds' },
  { module: 'github.com/argoproj/argo-rollouts', version: 'v1.9.0', path: 'manifests/crds' },
  { module: 'github.com/bitnami-labs/sealed-secrets', version: 'v0.40.0', path: 'helm/sealed-secrets/crds' },
  { module: 'github.com/external-secrets/external-secrets', version: 'v1.3.2', path: 'config/crds/bases' },
  { module: 'github.com/traefik/traefik/v3', version: 'v3.7.5', path: 'integration/fixtures/k8s/01-traefik-crd.yml' },
  { module: 'istio.io/api', version: 'v1.31.1', path: 'kubernetes/customresourcedefinitions.gen.yaml' },
  { module: 'k8s.io/autoscaler/vertical-pod-autoscaler', version: 'v1.8.1', path: 'deploy/vpa-v1-crd-gen.yaml' },
  { module: 'sigs.k8s.io/gateway-api', version: 'v1.6.3', path: 'config/crd/standard' },
];

interface Options {
  readonly fromCluster?: true;
  readonly fromFile?: string;
  readonly minor?: string;
}

const say = (line: string): boolean => process.stderr.write(`${line}\n`);

function fromReleases(): SchemasFile {
  const minors = KUBERNETES_VERSIONS.map((version, index) => {
    say(`reading Kubernetes ${version} (${index + 1} of ${KUBERNETES_VERSIONS.length})`);
    return openApiSource.ofRelease(version);
  });
  const custom = CUSTOM_RESOURCES.map((release) => {
    say(`reading ${release.module} ${release.version}`);
    return openApiSource.ofCustomResources(release);
  });
  return buildSchemas(minors, custom);
}

function content({ fromCluster, fromFile, minor }: Options): SchemasFile {
  if (!fromCluster && fromFile === undefined && minor === undefined) return fromReleases();
  const source = fromCluster ? openApiSource.ofCluster() : openApiSource.ofFile(fromFile, minor);
  say(`replacing Kubernetes ${source.minor} by ${source.source}`);
  return refreshSchemas(JSON.parse(readProjectFile(SCHEMAS_FILE)), source);
}

function write(options: Options): void {
  const text = schemasFileText(content(options));
  const path = join(projectRoot(), SCHEMAS_FILE);
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
  say(`${SCHEMAS_FILE}: ${Math.round(Buffer.byteLength(text) / 1000)} kB`);
}

/** A user's mistake is said in its own words; anything else is ours, and comes with its stack. */
function explain(error: unknown): string {
  if (error instanceof UnreadableSource) return error.message;
  if (error instanceof Error && 'syscall' in error)
    return `${error.message}; make ${SCHEMAS_FILE} anew: npm run schemas`;
  if (error instanceof SyntaxError) return `${SCHEMAS_FILE}: must be JSON; make it anew: npm run schemas`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

new Command('schemas')
  .description('makes the schemas anew that manifests are held against, from the Go modules of Kubernetes')
  .option('--from-cluster', 'replace only the minor that the API server in KUBECONFIG speaks, by what it serves')
  .addOption(
    new Option('--from-file <path>', 'replace only one minor, by an OpenAPI v2 document').conflicts('fromCluster'),
  )
  .addOption(new Option('--minor <minor>', 'the minor of that file, such as 1.36').conflicts('fromCluster'))
  .action((options: Options) => {
    try {
      write(options);
    } catch (error) {
      say(explain(error));
      process.exitCode = 1;
    }
  })
  .parse();
