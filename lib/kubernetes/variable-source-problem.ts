import type { k8s } from './k8s';
import { annotationKeyProblem, labelKeyProblem } from './labels';
import { nameProblem } from './names';

/** What cannot stand of a variable's source. */
export interface VariableSourceProblem {
  readonly got: unknown;
  readonly rule: string;
  readonly mend: string;
}

const FIELDS: ReadonlySet<string> = new Set([
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]);

/** One label or annotation: a variable cannot hold all of them. */
const KEYED = /^metadata\.(labels|annotations)\['(.*)'\]$/;

const CONFIG_KEY = /^(?!\.$|\.\.)[-._a-zA-Z0-9]{1,253}$/;

/**
 * Says why Kubernetes would refuse the source of a variable, or nothing where it would not.
 *
 * @source kubernetes@1.36 pkg/apis/core/validation/validation.go validateEnvVarValueFrom
 */
export function variableSourceProblem(source: k8s.EnvVarSource): VariableSourceProblem | undefined {
  const { configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef } = source;
  return (
    (configMapKeyRef && keyProblem('ConfigMap', configMapKeyRef)) ??
    (secretKeyRef && keyProblem('Secret', secretKeyRef)) ??
    (fieldRef && fieldProblem(fieldRef.fieldPath)) ??
    (resourceFieldRef && divisorProblem(resourceFieldRef.resource, String(resourceFieldRef.divisor?.value ?? '1')))
  );
}

function keyProblem(
  kind: 'ConfigMap' | 'Secret',
  { name = '', key }: k8s.ConfigMapKeySelector,
): VariableSourceProblem | undefined {
  const rule = nameProblem(kind, name);
  if (rule) return { got: name, rule, mend: `give the name of a ${kind}` };
  if (CONFIG_KEY.test(key)) return undefined;
  const keyRule = 'must be a key of at most 253 letters, digits, "-", "_" and ".", not beginning with ".."';
  return { got: key, rule: keyRule, mend: `give a key of the ${kind}` };
}

function fieldProblem(got: string): VariableSourceProblem | undefined {
  const [, map, key = ''] = KEYED.exec(got) ?? [];
  const keyRule = map === 'labels' ? labelKeyProblem(key) : annotationKeyProblem(key);
  if (FIELDS.has(got) || (map !== undefined && keyRule === undefined)) return undefined;
  const rule = `must be one of ${[...FIELDS].join(', ')}, or metadata.labels['key'] or metadata.annotations['key']`;
  return { got, rule, mend: 'name one of them' };
}

/** Units that the value can be counted in. */
function divisorProblem(resource: string, got: string): VariableSourceProblem | undefined {
  const isCpu = resource.endsWith('.cpu');
  const units = isCpu ? /^(1|1m)$/ : /^1([kMGTPE]|[KMGTPE]i)?$/;
  if (units.test(got)) return undefined;
  const rule = isCpu ? 'must be 1 or 1m' : 'must be 1, or 1 with a unit such as k, M, Ki, Mi or Gi';
  return { got, rule, mend: 'choose one of them; the value is rounded up' };
}
