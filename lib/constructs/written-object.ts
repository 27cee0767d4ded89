import type { ApiObject } from 'cdk8s';

/** Manifests of objects of a tree that nothing is added to any more. */
const written = new WeakMap<ApiObject, ReturnType<ApiObject['toJson']>>();

/** An object as it is written, which is worked out once when the program is locked. */
export function writtenObject(object: ApiObject): ReturnType<ApiObject['toJson']> {
  const known = written.get(object);
  if (known !== undefined) return known;
  const manifest = object.toJson();
  if (object.node.root.node.locked) written.set(object, manifest);
  return manifest;
}
