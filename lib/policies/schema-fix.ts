import type { Json } from '../kubernetes/manifest';
import { fieldSteps } from '../kubernetes/yaml/field-steps';
import type { Fix } from './fix';
import type { Violation } from './rule';

/** Mends slips of writing, and fields of Ingresses that are called otherwise since networking.k8s.io/v1. */
export const schemaFix: Fix = (violation) => {
  const { field, got, rule, mend } = violation;
  if (rule === 'must be a string' && isPlain(got)) return [{ field, quoted: true }];
  if (typeof got === 'string' && mend === `write ${got} without quotes`) return [{ field, value: JSON.parse(got) }];
  if (violation.object.kind !== 'Ingress') return [];
  // what it was in v1beta1 where nobody said it
  if (field.endsWith('.pathType') && rule === 'is required') return [{ field, value: 'ImplementationSpecific' }];
  return backendFix(violation);
};

function isPlain(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function backendFix({ field, got, object, rule }: Violation): ReturnType<Fix> {
  const [, backend = ''] = /^(.*)\.serviceName$/.exec(field) ?? [];
  if (!rule.includes('unknown field of IngressBackend') || backend === '') return [];
  const port = fieldSteps(`${backend}.servicePort`).reduce<unknown>(
    (value, step) => Reflect.get(Object(value), step),
    object,
  );
  if (typeof got !== 'string' || !(typeof port === 'number' || typeof port === 'string')) return [];
  const named: Json = typeof port === 'number' ? { number: port } : { name: port };
  return [
    { field: `${backend}.service`, value: { name: got, port: named } },
    { field, removed: true },
    { field: `${backend}.servicePort`, removed: true },
  ];
}
