import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { parseAllDocuments } from 'yaml';
import type { CustomSource } from '../kubernetes/schema/generator/build-schemas';
import type { CustomResourceDefinition, OpenApiDocument } from '../kubernetes/schema/generator/json-schema';
import type { MinorSource } from '../kubernetes/schema/generator/minor-source';
import { commandOutput } from './command-output';
import { gatesOfCluster } from './gates-of-cluster';
import { gatesOfRelease } from './gates-of-release';
import { moduleFolder } from './module-folder';
import { UnreadableSource } from './unreadable-source';

const KUBERNETES = 'k8s.io/kubernetes';

const openApi = v.looseObject({
  swagger: v.literal('2.0'),
  definitions: v.record(v.string(), v.looseObject({})),
  paths: v.record(v.string(), v.looseObject({})),
});

const HOW_TO_GET = 'give what `kubectl get --raw /openapi/v2` prints';

function readJson(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableSource(from, text.slice(0, 20), 'must be JSON', HOW_TO_GET);
  }
}

function readDocument(text: string, from: string): OpenApiDocument {
  const json = readJson(text, from);
  const issue = v.safeParse(openApi, json).issues?.[0];
  if (!issue) return json as OpenApiDocument;
  const rule = `must be an OpenAPI v2 document: ${v.getDotPath(issue) ?? 'it'} is wrong`;
  throw new UnreadableSource(from, undefined, rule, HOW_TO_GET);
}

function readText(path: string, mend: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnreadableSource(path, undefined, `cannot be read (${code})`, mend);
  }
}

/** Where a release has its CustomResourceDefinitions: a file, or a folder whose files hold them, of a Go module. */
export interface CustomResources {
  readonly module: string;
  readonly version: string;
  readonly path: string;
}

/** Where the OpenAPI documents come from that schemas.json is made from. */
export const openApiSource = {
  /** What a release of Kubernetes publishes; `version` such as `v1.30.14`. Needs Go. */
  ofRelease(version: string): MinorSource {
    const source = `${KUBERNETES}@${version}`;
    const folder = moduleFolder(KUBERNETES, version);
    const read = (file: string) => readText(join(folder, file), 'give a version that has it');
    const document = readDocument(read('api/openapi-spec/swagger.json'), source);
    const goCode = read('pkg/generated/openapi/zz_generated.openapi.go');
    const minor = version.slice(1).split('.', 2).join('.');
    return { minor, source, document, goCode, featureGates: gatesOfRelease(version, minor) };
  },

  /** What the API server serves that kubectl talks to: KUBECONFIG says which. Needs kubectl. */
  ofCluster(): MinorSource {
    const mend = 'install kubectl and let KUBECONFIG name a cluster that answers';
    const get = (path: string) => commandOutput('kubectl', ['get', '--raw', path, '--request-timeout=60s'], mend);
    const version = v.object({ major: v.string(), minor: v.string(), gitVersion: v.string() });
    const { major, minor, gitVersion } = v.parse(version, JSON.parse(get('/version')));
    const document = readDocument(get('/openapi/v2'), 'kubectl get --raw /openapi/v2');
    // managed clusters say "30+"
    return {
      minor: `${major}.${Number.parseInt(minor, 10)}`,
      source: `cluster ${gitVersion}`,
      document,
      featureGates: gatesOfCluster(get('/metrics')),
    };
  },

  /** What a file holds that was saved from an API server of this minor. */
  ofFile(path: string | undefined, minor: string | undefined): MinorSource {
    if (path === undefined) throw new UnreadableSource('--from-file', path, 'is required by --minor', 'give its path');
    if (!minor || !/^1\.\d+$/.test(minor)) {
      throw new UnreadableSource('--minor', minor, 'must be a minor of Kubernetes', 'write it as 1.36');
    }
    const document = readDocument(readText(path, 'give the path of a file'), path);
    return { minor, source: `file ${basename(path)}`, document };
  },

  /** The CustomResourceDefinitions in a file or a folder of a Go module. Needs Go. */
  ofCustomResources({ module, version, path }: CustomResources): CustomSource {
    const place = join(moduleFolder(module, version), path);
    const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory();
    const files = isFolder ? readdirSync(place).map((name) => join(place, name)) : [place];
    const crds = files.filter((file) => /\.ya?ml$/.test(file)).flatMap(crdsIn);
    return { source: `${module}@${version}`, crds };
  },
};

function crdsIn(file: string): CustomResourceDefinition[] {
  const documents = parseAllDocuments(readText(file, 'give a version that has it')).map((one) => one.toJS());
  return documents.filter((one) => one?.kind === 'CustomResourceDefinition');
}
