/** Values that a field may have, by definition and field: `core.v1.Container.imagePullPolicy`. */
export type Enums = ReadonlyMap<string, readonly string[]>;

/** `func schema_k8sio_api_core_v1_Container(`: the last three words name the definition. */
const FUNCTION = /^func schema_\w*?([^_]+)_([^_]+)_([^_(]+)\(/;
const PROPERTY = /^\t{5}"([^"]+)": \{$/;
const ENUM = /^\t+Enum: +\[\]interface\{\}\{(.*)\},$/;

/**
 * The enums in the Go code that an API server makes its OpenAPI documents from. The document that Kubernetes publishes
 * is made without them; a running API server serves them.
 *
 * @source kubernetes/kubernetes@v1.36.3 pkg/generated/openapi/zz_generated.openapi.go
 */
export function enumsOfGo(code: string): Enums {
  const enums = new Map<string, readonly string[]>();
  let [definition, field] = ['', ''];
  for (const line of code.split('\n')) {
    const named = FUNCTION.exec(line);
    if (named) definition = named.slice(1).join('.');
    field = PROPERTY.exec(line)?.[1] ?? field;
    const values = ENUM.exec(line)?.[1];
    if (values !== undefined) enums.set(`${definition}.${field}`, JSON.parse(`[${values}]`));
  }
  return enums;
}
