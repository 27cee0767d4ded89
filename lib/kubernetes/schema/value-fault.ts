import { nearest } from '../nearest';
import type { EnumValue, FieldType, Scalar } from './field-type';
import { scalarFault } from './scalar-fault';
import { typeWords } from './type-words';

/** What a value breaks, and what to do about it. */
export interface ValueFault {
  readonly rule: string;
  readonly mend: string;
}

const LIST_FAULT: ValueFault = { rule: 'must be an array', mend: 'make it a list, even of one item' };
const OBJECT_FAULT: ValueFault = { rule: 'must be an object', mend: 'write its fields, each with a name' };

const isObject = (value: unknown): boolean => typeof value === 'object' && !Array.isArray(value);

const NUMBERS: readonly Scalar[] = ['int32', 'int64', 'number'];

/** The usual slip is a quote too few or too many. */
function mendScalar(value: unknown, type: Scalar): string {
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return `quote it: "${value}"`;
  if (type === 'byte') return 'write it in base64, or move it to stringData where it is the plain text of a Secret';
  const isNumeral = NUMBERS.includes(type) && typeof value === 'string' && /\d/.test(value);
  const isBoolean = type === 'boolean' && (value === 'true' || value === 'false');
  if (isBoolean || (isNumeral && !scalarFault(type, Number(value)))) return `write ${value} without quotes`;
  return `write ${typeWords({ is: type })}`;
}

function enumFault(value: unknown, values: readonly EnumValue[]): ValueFault | undefined {
  if (values.some((one) => one === value)) return undefined;
  const near = typeof value === 'string' ? nearest(value, values.map(String)) : undefined;
  return { rule: `must be one of ${values.join(', ')}`, mend: near ? `did you mean ${near}?` : 'choose one of them' };
}

/** What is wrong with a value that is not null, not counting what is inside of it. */
export function valueFault(value: unknown, type: FieldType): ValueFault | undefined {
  switch (type.is) {
    case 'array':
      return Array.isArray(value) ? undefined : LIST_FAULT;
    case 'map':
    case 'object':
      return isObject(value) ? undefined : OBJECT_FAULT;
    case 'enum':
      return enumFault(value, type.values);
    default: {
      const rule = scalarFault(type.is, value);
      if (rule === undefined) return undefined;
      return { rule, mend: rule.includes(' from ') ? 'write one in that range' : mendScalar(value, type.is) };
    }
  }
}
