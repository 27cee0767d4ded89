import { ApiObject } from 'cdk8s';
import { overridesOf } from '../constructs/override';
import type { JsonObject, Manifest } from '../kubernetes/manifest';
import type { Schemas } from '../kubernetes/schema/schemas';
import { scopeOf } from '../kubernetes/schema/scope-of';
import { applyOverride } from './apply-override';
import type { PlacedChart } from './build-charts';

/** An object as it will be written, and the construct that it comes from. */
export interface CollectedObject {
  /** Construct path: `dev/hello/Hello/Stable/Workload/Deployment`. */
  readonly path: string;
  readonly manifest: Manifest;
  readonly from: PlacedChart;
}

/** All objects of some charts, overrides applied, and what went wrong on the way. */
export interface Collected {
  readonly objects: readonly CollectedObject[];
  readonly problems: readonly string[];
}

/** Serializes every object, asks every construct what it finds wrong with its neighbours, and applies the overrides. */
export function collectObjects(charts: readonly PlacedChart[], schemas: Schemas): Collected {
  const objects: CollectedObject[] = [];
  const problems: string[] = [];
  charts[0]?.chart.node.root.node.lock(); // from here on constructs look at each other, and nothing is added
  for (const from of charts) {
    for (const part of from.chart.node.findAll()) {
      problems.push(...part.node.validate().map((sentence) => `[${part.node.path}] ${sentence}`));
      if (!ApiObject.isApiObject(part)) continue;
      const serialized = serialize(part as ApiObject);
      problems.push(...serialized.problems);
      if (!serialized.manifest) continue;
      const manifest = withoutForeignNamespace(serialized.manifest, schemas, from.cluster.kubernetesVersion);
      objects.push({ path: part.node.path, manifest, from });
    }
  }
  return { objects, problems };
}

function serialize(part: ApiObject): { readonly manifest?: Manifest; readonly problems: readonly string[] } {
  const path = part.node.path;
  if (!Reflect.get(part, 'props').metadata?.name) {
    return {
      problems: [
        `[${path}] metadata.name: is required; say it: a name made from the construct path changes when code moves`,
      ],
    };
  }
  try {
    let value: JsonObject = part.toJson();
    const problems: string[] = [];
    for (const patch of overridesOf(part)) {
      const overridden = applyOverride(value, patch);
      value = overridden.value;
      problems.push(
        ...overridden.missed.map(({ field, rule, mend }) => `[${path}] override of ${field}: ${rule}; ${mend}`),
      );
    }
    return { manifest: value as unknown as Manifest, problems };
  } catch (error) {
    return { problems: [`[${path}] ${(error as Error).message}`] };
  }
}

/** cdk8s gives the chart's namespace to every object, also to those that live in none. */
function withoutForeignNamespace(manifest: Manifest, schemas: Schemas, minor: string): Manifest {
  if (scopeOf(manifest, schemas, minor) !== 'Cluster' || manifest.metadata.namespace === undefined) return manifest;
  const { namespace, ...metadata } = manifest.metadata;
  return { ...manifest, metadata };
}
