import type { Scalar } from './field-type';

type Admits = (value: unknown) => boolean;

const isString = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const isInteger = (least: bigint, most: bigint) => (value: unknown) =>
  Number.isInteger(value) && BigInt(value as number) >= least && BigInt(value as number) <= most;

const isInt32 = isInteger(-(2n ** 31n), 2n ** 31n - 1n);
const isInt64 = isInteger(-(2n ** 63n), 2n ** 63n - 1n);

/**
 * A sign, digits, a fraction and a suffix, each of which may be left out: Kubernetes reads even `m` (as 0).
 *
 * @source k8s.io/apimachinery@v0.36.3 pkg/api/resource/quantity.go parseQuantityString, suffix.go interpret
 */
const QUANTITY = /^[+-]?\d*(?:\.\d*)?(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

function isQuantity(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  const text = isString(value) ? value.trim() : '';
  return text !== '' && QUANTITY.test(text);
}

/** @source RFC 4648 section 4, as Go's base64.StdEncoding reads it: padded, line breaks ignored */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const isOctet = isInteger(0n, 255n);

/** To Go, bytes are base64 or a list of numbers. */
const isBytes = (value: unknown): boolean =>
  isString(value) ? BASE64.test(value.replace(/[\r\n]/g, '')) : Array.isArray(value) && value.every(isOctet);

/** @source RFC 3339 section 5.6, as Go's time.Parse(time.RFC3339, ...) reads it: no lower case, no leap second */
const TIME = /^(\d{4})-(\d{2})-(\d{2})T([01]?\d|2[0-3]):[0-5]\d:[0-5]\d([.,]\d+)?(?:Z|[+-]([01]\d|2[0-4]):[0-5]\d)$/;

/** `Date` takes the 31st of February for the 3rd of March: such a day comes back in another month. */
function isTime(value: unknown, fraction = /^/): boolean {
  const match = isString(value) ? TIME.exec(value) : null;
  if (!match) return false;
  const [year = 0, month = 0, day] = match.slice(1, 4).map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCMonth() + 1 === month && fraction.test(match[5] ?? '');
}

const RULES: Readonly<Record<Scalar, readonly [Admits, string]>> = {
  any: [() => true, ''],
  boolean: [(value) => typeof value === 'boolean', 'must be a boolean'],
  byte: [isBytes, 'must be base64'],
  'date-time': [(value) => isTime(value), 'must be a time as in RFC 3339'],
  'int-or-string': [(value) => isString(value) || isInt32(value), 'must be an integer or a string'],
  int32: [isInt32, 'must be an integer'],
  int64: [isInt64, 'must be an integer'],
  'micro-time': [(value) => isTime(value, /^.\d{6}$/), 'must be a time as in RFC 3339 with six digits of a second'],
  number: [Number.isFinite, 'must be a number'],
  quantity: [isQuantity, 'must be a quantity'],
  'schema-or-boolean': [(value) => isObject(value) || typeof value === 'boolean', 'must be a schema or a boolean'],
  string: [isString, 'must be a string'],
};

const RANGES: Readonly<Partial<Record<Scalar, string>>> = {
  int32: 'must be an integer from -2147483648 to 2147483647',
  int64: 'must be an integer from -9223372036854775808 to 9223372036854775807',
  'int-or-string': 'must be an integer from -2147483648 to 2147483647 or a string',
};

/** The rule that a value breaks which is not null, or undefined if it is one of those that the type admits. */
export function scalarFault(type: Scalar, value: unknown): string | undefined {
  const [admits, rule] = RULES[type];
  if (admits(value)) return undefined;
  return (Number.isInteger(value) ? RANGES[type] : undefined) ?? rule;
}
