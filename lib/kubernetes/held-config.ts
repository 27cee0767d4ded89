import { groupOf } from './identity';
import type { Manifest } from './manifest';
import { manifestField, manifestFieldObject, manifestFieldText } from './manifest-field';
import { namespaceOf } from './namespace-of';

/** A ConfigMap or a Secret that is there once objects are applied. */
export interface HeldConfig {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly namespace: string;
  readonly name: string;
  /** Nothing where somebody else fills it, and what it will hold is not known. */
  readonly keys: ReadonlySet<string> | undefined;
}

/** Fields that hold the content of ConfigMaps and Secrets. */
const CONTENT = ['data', 'binaryData', 'stringData'];

/** Type of a Secret that the control plane fills. */
const TOKEN = 'kubernetes.io/service-account-token';

/** Kinds that a controller makes a Secret of, and the field that names it where it is not called as they are. */
const MAKERS: Readonly<Record<string, string>> = {
  'bitnami.com/SealedSecret': 'spec.template.metadata.name',
  'cert-manager.io/Certificate': 'spec.secretName',
  'external-secrets.io/ExternalSecret': 'spec.target.name',
};

/** The ConfigMap that every namespace has. @see https://kubernetes.io/docs/concepts/configuration/configmap/ */
const CLUSTER_CONFIG = 'kube-root-ca.crt';

/** ConfigMaps and Secrets that some objects are, or that controllers make of them. */
export function heldConfigs(objects: readonly Manifest[]): HeldConfig[] {
  return objects.flatMap((object): HeldConfig[] => {
    const { apiVersion, kind, metadata } = object;
    const namespace = namespaceOf(object);
    const maker = MAKERS[`${groupOf(apiVersion)}/${kind}`];
    if (maker !== undefined) {
      const name = manifestFieldText(object, maker) ?? metadata.name ?? '';
      return [{ kind: 'Secret', namespace, name, keys: undefined }];
    }
    if (apiVersion !== 'v1' || (kind !== 'ConfigMap' && kind !== 'Secret')) return [];
    const keys = CONTENT.flatMap((field) => Object.keys(manifestFieldObject(object, field)));
    const isFilled = manifestField(object, 'type') === TOKEN;
    return [{ kind, namespace, name: metadata.name ?? '', keys: isFilled ? undefined : new Set(keys) }];
  });
}

/** Whether a name is that of config which every cluster has. */
export function isHeldConfigOfCluster({ kind, name }: Pick<HeldConfig, 'kind' | 'name'>): boolean {
  return kind === 'ConfigMap' && name === CLUSTER_CONFIG;
}
