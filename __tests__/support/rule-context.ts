import { readProjectFile, SCHEMAS_FILE } from '../../lib/delivery/project';
import { decodeSchemas } from '../../lib/kubernetes/schema/schemas';
import type { RuleContext } from '../../lib/policies/rule';

/** A cluster of the newest Kubernetes that schemas are kept of, without custom resources. */
export const bundledContext: RuleContext = {
  kubernetesVersion: '1.36',
  customResourceGroups: [],
  schemas: decodeSchemas(readProjectFile(SCHEMAS_FILE)),
};
