import type { Json, JsonObject, Manifest } from '../../kubernetes/manifest';
import { fieldIn } from '../../kubernetes/schema/field-in';
import type { FieldType } from '../../kubernetes/schema/field-type';
import type { FieldSchema } from '../../kubernetes/schema/schemas';
import { appliedFields } from './applied-fields';
import { appliedManifest } from './applied-manifest';
import { Claim } from './claim';
import { completed } from './completed';
import type { LiveObject } from './live-object';
import { definitionOf, type ServedApi } from './served-api';
import { withoutStandardTolerations } from './without-standard-tolerations';

/**
 * A live object as far as it was applied: the fields that a manifest has, and those that an earlier one had and are taken
 * away with it. What the API server filled in, what controllers write, and replicas that an autoscaler set are left out.
 *
 * @param wanted what is to be applied; nothing for an object that is no longer
 */
export function liveView(live: LiveObject, wanted: Manifest | undefined, api: ServedApi): Manifest {
  const manifests = [wanted, appliedManifest(live)].flatMap((one) => (one ? [shapeOf(one, api)] : []));
  const claims = [...manifests.map(Claim.ofManifest), ...appliedFields(live).map(Claim.ofFields)];
  const { apiVersion, kind } = live;
  const { name, namespace, labels, annotations } = live.metadata;
  const { metadata, ...rest } = live;
  const held = { ...rest, metadata: { labels, annotations } } as unknown as JsonObject;
  const definition = definitionOf(live, api);
  const type: FieldType = definition === undefined ? ANY : { is: 'object', definition };
  const view = select(held, Claim.all(claims), { type, mapKeys: [] }, api) as JsonObject;
  // of what is no longer wanted it still counts where it belongs, and whether it is told to stay
  const said = wanted === undefined ? { labels, annotations } : (view.metadata as JsonObject);
  const meta = { ...said, name, ...(namespace && { namespace }) };
  return withoutStandardTolerations({ ...view, apiVersion, kind, metadata: meta } as Manifest);
}

const ANY: FieldType = { is: 'any' };

/** What a Secret says in one field is kept in another. */
function shapeOf(manifest: Manifest, api: ServedApi): JsonObject {
  return (manifest.kind === 'Secret' ? completed(manifest, api) : manifest) as unknown as JsonObject;
}

type Place = Pick<FieldSchema, 'type' | 'mapKeys'>;

/** What is claimed of a value. */
function select(value: Json, claim: Claim, place: Place, api: ServedApi): Json {
  if (claim.isWhole) return value;
  if (Array.isArray(value)) return selectItems(value, claim, place, api);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject).flatMap(([key, inner]): [string, Json][] => {
    const part = claim.field(key);
    return part && inner !== undefined ? [[key, select(inner, part, fieldOf(place.type, key, api), api)]] : [];
  });
  return Object.fromEntries(entries);
}

/** Of a list that is a map the items that are claimed; of any other all, and of custom resources what is claimed of each. */
function selectItems(items: readonly Json[], claim: Claim, { type, mapKeys }: Place, api: ServedApi): Json {
  const inner = { type: type.is === 'array' ? type.of : ANY, mapKeys: [] };
  if (mapKeys.length > 0) {
    return items.flatMap((item) => {
      const part = claim.item(item, mapKeys);
      return part ? [select(item, part, inner, api)] : [];
    });
  }
  if (inner.type.is === 'object' && !api.schemas.object(inner.type.definition).custom) return items;
  return items.map((item, index) => {
    const part = claim.at(index, items.length);
    return part ? select(item, part, inner, api) : item;
  });
}

function fieldOf(type: FieldType, key: string, api: ServedApi): Place {
  const known = type.is === 'object' ? fieldIn(api.schemas.object(type.definition), key, api.minor) : undefined;
  return known ?? { type: type.is === 'map' ? type.of : ANY, mapKeys: [] };
}
