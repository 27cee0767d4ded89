import type { JsonObject } from './manifest';
import { manifestField, manifestFieldList, manifestFieldText } from './manifest-field';

/** A ConfigMap or a Secret that a Pod does not start without, and a key that must be in it. */
export interface ConfigReference {
  /** Field that names it: `spec.containers[0].env[1].valueFrom.configMapKeyRef`. */
  readonly field: string;
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** Nothing where all of its keys are meant. */
  readonly key: string | undefined;
}

/** Where a part of a Pod names one: field, kind, and the field of the name in it. */
interface Place {
  readonly field: string;
  readonly kind: ConfigReference['kind'];
  readonly value: unknown;
  readonly called?: 'name' | 'secretName';
}

/** What a Pod needs of ConfigMaps and Secrets; not what it calls optional. */
export function configReferences({
  path,
  spec,
}: {
  readonly path: string;
  readonly spec: JsonObject;
}): ConfigReference[] {
  const containers = ['containers', 'initContainers'].flatMap((list) =>
    manifestFieldList(spec, list).flatMap((container, index) =>
      placesInContainer(container, `${path}.${list}[${index}]`),
    ),
  );
  const volumes = manifestFieldList(spec, 'volumes').flatMap((volume, index) =>
    placesInVolume(volume, `${path}.volumes[${index}]`),
  );
  return [...containers, ...volumes].flatMap(references);
}

function placesInContainer(container: unknown, path: string): Place[] {
  const env = manifestFieldList(container, 'env').flatMap((variable, index): Place[] => {
    const from = `${path}.env[${index}].valueFrom`;
    return [
      {
        field: `${from}.configMapKeyRef`,
        kind: 'ConfigMap',
        value: manifestField(variable, 'valueFrom.configMapKeyRef'),
      },
      { field: `${from}.secretKeyRef`, kind: 'Secret', value: manifestField(variable, 'valueFrom.secretKeyRef') },
    ];
  });
  const envFrom = manifestFieldList(container, 'envFrom').flatMap((source, index): Place[] => [
    {
      field: `${path}.envFrom[${index}].configMapRef`,
      kind: 'ConfigMap',
      value: manifestField(source, 'configMapRef'),
    },
    { field: `${path}.envFrom[${index}].secretRef`, kind: 'Secret', value: manifestField(source, 'secretRef') },
  ]);
  return [...env, ...envFrom];
}

function placesInVolume(volume: unknown, path: string): Place[] {
  const projected = manifestFieldList(volume, 'projected.sources').flatMap((source, index): Place[] => {
    const field = `${path}.projected.sources[${index}]`;
    return [
      { field: `${field}.configMap`, kind: 'ConfigMap', value: manifestField(source, 'configMap') },
      { field: `${field}.secret`, kind: 'Secret', value: manifestField(source, 'secret') },
    ];
  });
  const secret: Place = {
    field: `${path}.secret`,
    kind: 'Secret',
    value: manifestField(volume, 'secret'),
    called: 'secretName',
  };
  return [
    { field: `${path}.configMap`, kind: 'ConfigMap', value: manifestField(volume, 'configMap') },
    secret,
    ...projected,
  ];
}

function references({ field, kind, value, called = 'name' }: Place): ConfigReference[] {
  const name = manifestFieldText(value, called);
  if (name === undefined || manifestField(value, 'optional') === true) return [];
  const own = manifestFieldText(value, 'key');
  const items = manifestFieldList(value, 'items').flatMap((item) => manifestFieldText(item, 'key') ?? []);
  const keys = own === undefined ? items : [own];
  return (keys.length > 0 ? keys : [undefined]).map((key) => ({ field, kind, name, key }));
}
