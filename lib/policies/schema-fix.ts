import type { Json } from '../kubernetes/manifest';
import { fieldValue } from '../kubernetes/yaml/field-value';
import type { Fix, Violation } from './rule';

/** Mends slips of writing, and fields that are called otherwise since a version, where the value says all that is needed. */
export const schemaFix: Fix = (violation) => {
  const { field, got, rule, mend, object } = violation;
  const isPlain = typeof got === 'number' || typeof got === 'boolean';
  if (rule === 'must be a string' && isPlain) return [{ field, quoted: true }];
  if (typeof got === 'string' && mend === `write ${got} without quotes`) return [{ field, value: JSON.parse(got) }];
  // what it was in v1beta1 where nobody said it
  const isPathType = object.kind === 'Ingress' && field.endsWith('.pathType') && rule === 'is required';
  return isPathType ? [{ field, value: 'ImplementationSpecific' }] : movedFix(violation);
};

/** What takes the place of a field beside it. @param beside the value of another field beside the one that was found */
type Move = (got: Json, beside: (name: string) => unknown) => Moved | undefined;

interface Moved {
  readonly name: string;
  readonly value: Json;
  /** What else has moved there. */
  readonly also?: string;
}

const UTILIZATION: Move = (got) => ({ name: 'target', value: { type: 'Utilization', averageUtilization: got } });
const AVERAGE: Move = (got) => ({ name: 'target', value: { type: 'AverageValue', averageValue: got } });

/** @source kubernetes.io/docs/reference/using-api/deprecation-guide */
const MOVES: Readonly<Record<string, Move>> = {
  'IngressBackend.serviceName': (name, beside) => {
    const port = beside('servicePort');
    if (typeof port !== 'number' && typeof port !== 'string') return undefined;
    const named: Json = typeof port === 'number' ? { number: port } : { name: port };
    return { name: 'service', value: { name, port: named }, also: 'servicePort' };
  },
  'PodsMetricSource.targetAverageValue': AVERAGE,
  'ResourceMetricSource.targetAverageUtilization': UTILIZATION,
  'ResourceMetricSource.targetAverageValue': AVERAGE,
};

function movedFix({ field, got, object, rule }: Violation): ReturnType<Fix> {
  const [, around = '', name = ''] = /^(.*)\.(\w+)$/.exec(field) ?? [];
  const kind = /^unknown field of (\w+)/.exec(rule)?.[1];
  const beside = (other: string) => fieldValue(object, `${around}.${other}`);
  const moved = MOVES[`${kind}.${name}`]?.(got as Json, beside);
  if (!moved || beside(moved.name) !== undefined) return [];
  return [
    { field: `${around}.${moved.name}`, value: moved.value },
    { field, removed: true },
    ...(moved.also ? [{ field: `${around}.${moved.also}`, removed: true } as const] : []),
  ];
}
