import type { Json, JsonObject } from '../../kubernetes/manifest';

/**
 * Which parts of a value were applied, by several who said so: manifests that have them, and the lists of fields that the
 * API server keeps by who applied them.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
 */
export class Claim {
  /** What a manifest has. */
  static ofManifest(value: Json): Claim {
    return new Claim([value], []);
  }

  /** What `fieldsV1` lists: `f:spec` a field, `k:{"name":"web"}` an item of a list, `v:"x"` a value of a set. */
  static ofFields(fields: JsonObject): Claim {
    return new Claim([], [fields]);
  }

  /** What any of these claims. */
  static all(claims: readonly Claim[]): Claim {
    return new Claim(
      claims.flatMap(({ values }) => values),
      claims.flatMap(({ fields }) => fields),
    );
  }

  private constructor(
    private readonly values: readonly Json[],
    private readonly fields: readonly JsonObject[],
  ) {}

  /** Whether somebody applied the value as a whole: fields that end here. */
  get isWhole(): boolean {
    return this.fields.some((listed) => Object.keys(listed).every((key) => key === '.'));
  }

  /** What is claimed of a field; nothing where it is not. */
  field(key: string): Claim | undefined {
    return this.parts(
      (value) => (isObject(value) && Object.hasOwn(value, key) && value[key] !== null ? value[key] : undefined),
      (listed) => listed[`f:${key}`],
    );
  }

  /** What is claimed of an item of a list that its keys tell from the others. */
  item(item: Json, mapKeys: readonly string[]): Claim | undefined {
    if (!isObject(item)) return undefined;
    const isSame = (other: Json) =>
      isObject(other) && mapKeys.every((key) => other[key] === undefined || other[key] === item[key]);
    return this.parts(
      (value) => (Array.isArray(value) ? value.find(isSame) : undefined),
      (listed) => {
        const found = Object.entries(listed).find(([key]) => key.startsWith('k:') && isSame(JSON.parse(key.slice(2))));
        return found?.[1];
      },
    );
  }

  /** What manifests with a list of the same length have of an item at a place. */
  at(index: number, length: number): Claim | undefined {
    return this.parts(
      (value) => (Array.isArray(value) && value.length === length ? value[index] : undefined),
      () => undefined,
    );
  }

  private parts(
    inValue: (value: Json) => Json | undefined,
    inFields: (listed: JsonObject) => Json | undefined,
  ): Claim | undefined {
    const values = this.values.flatMap((value) => {
      const part = inValue(value);
      return part === undefined ? [] : [part];
    });
    const fields = this.fields.flatMap((listed) => {
      const part = inFields(listed);
      return isObject(part) ? [part] : [];
    });
    return values.length + fields.length > 0 ? new Claim(values, fields) : undefined;
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
