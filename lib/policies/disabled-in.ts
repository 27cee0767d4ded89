import type { Manifest } from '../kubernetes/manifest';
import { disabledFields } from '../kubernetes/schema/check';
import type { DisabledField } from '../kubernetes/schema/schema-walk';
import type { RuleContext } from './rule';

/** Fields of an object that the API server of a cluster drops, as their feature gates are off there. */
export function disabledIn(object: Manifest, context: RuleContext): readonly DisabledField[] {
  const { schemas, kubernetesVersion, parameters } = context;
  const enabled = [parameters?.enabledFeatureGates ?? []].flat();
  return disabledFields(object, schemas, kubernetesVersion).filter(({ gate }) => !enabled.includes(gate.name));
}
