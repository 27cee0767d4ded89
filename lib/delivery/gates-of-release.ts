import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grouped } from '../kubernetes/grouped';
import {
  type FeatureGates,
  gatedFields,
  gatesOff,
  UNMARKED_FIELDS,
} from '../kubernetes/schema/generator/feature-gates';
import { moduleFolder } from './module-folder';

/** Where an API version's Go types lie in the module k8s.io/api: `core/v1/types.go`. */
const GO_TYPES = /^(\w+)\/(v\w+)\/types\w*\.go$/;

/** Feature gates as a release has them; `version` such as `v1.30.14`. Needs Go. */
export function gatesOfRelease(version: string, minor: string): FeatureGates {
  const features = join(moduleFolder('k8s.io/kubernetes', version), 'pkg/features');
  // some minors list their gates in two files
  const lists = readdirSync(features).filter((name) => name.endsWith('kube_features.go'));
  const code = lists.map((name) => readFileSync(join(features, name), 'utf8')).join('\n');
  const types = moduleFolder('k8s.io/api', version.replace('v1.', 'v0.'));
  const marked = readdirSync(types, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const [, group, of] = GO_TYPES.exec(path) ?? [];
    return group && of ? gatedFields(readFileSync(join(types, path), 'utf8'), `${group}.${of}`) : [];
  });
  const byGate = grouped([...UNMARKED_FIELDS, ...marked], ([gate]) => gate);
  return {
    off: gatesOff(code, minor),
    fields: new Map([...byGate].map(([gate, pairs]) => [gate, pairs.map(([, field]) => field)])),
  };
}
