import { base64OfConfigData, type ConfigData } from '../../kubernetes/config-data';

/** Contents as a ConfigMap holds them: text as it is, bytes as base64. */
export interface ConfigMapData {
  readonly data: { readonly [key: string]: string } | undefined;
  readonly binaryData: { readonly [key: string]: string } | undefined;
}

/** Divides contents into what a ConfigMap calls `data` and `binaryData`. */
export function configMapData(contents: ConfigData): ConfigMapData {
  const entries = Object.entries(contents);
  const text = entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []));
  const binary = entries.flatMap(([key, value]) =>
    typeof value === 'string' ? [] : [[key, base64OfConfigData(value)] as const],
  );
  return {
    data: text.length > 0 ? Object.fromEntries(text) : undefined,
    binaryData: binary.length > 0 ? Object.fromEntries(binary) : undefined,
  };
}
