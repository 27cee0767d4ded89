import type { Manifest } from '../kubernetes/manifest';
import { disabledFields } from '../kubernetes/schema/check';
import type { DisabledField } from '../kubernetes/schema/schema-walk';
import type { RuleContext } from './rule';

/** Fields of an object that the API server of a cluster drops, as their feature gates are off there. */
export function disabledIn(object: Manifest, context: RuleContext): readonly DisabledField[] {
  const { schemas, kubernetesVersion, parameters } = context;
  const disabled = disabledFields(object, schemas, kubernetesVersion);
  if (disabled.length === 0) return disabled; // nearly always, and every rule asks it of every object
  const enabled = [parameters?.enabledFeatureGates ?? []].flat();
  return disabled.filter(({ gate }) => !enabled.includes(gate.name));
}
