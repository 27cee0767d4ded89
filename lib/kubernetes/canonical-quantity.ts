import { parseQuantity } from './parse-quantity';

/** Decimal suffixes and the power of ten, in billionths, that each stands for; the largest first. */
const DECIMAL: readonly (readonly [suffix: string, billionths: bigint])[] = [
  ['E', 10n ** 27n],
  ['P', 10n ** 24n],
  ['T', 10n ** 21n],
  ['G', 10n ** 18n],
  ['M', 10n ** 15n],
  ['k', 10n ** 12n],
  ['', 10n ** 9n],
  ['m', 10n ** 6n],
  ['u', 10n ** 3n],
  ['n', 1n],
];

const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/**
 * A quantity as the API server keeps it: `1000m` is `1`, `1000` is `1k`, `1024Mi` is `1Gi`. One that is sent in another form
 * is a difference to `kubectl apply` each time.
 *
 * @returns nothing where the text is no quantity.
 * @source kubernetes@1.36 staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go CanonicalizeBytes
 */
export function canonicalQuantity(text: string): string | undefined {
  const billionths = parseQuantity(text);
  if (billionths === undefined) return undefined;
  const amount = billionths < 0n ? -billionths : billionths;
  const isBinary = text.endsWith('i') && amount >= 1024n * 10n ** 9n;
  return `${billionths < 0n ? '-' : ''}${isBinary ? binary(amount) : decimal(amount)}`;
}

function decimal(billionths: bigint): string {
  if (billionths === 0n) return '0';
  const [suffix, unit] = DECIMAL.find(([, candidate]) => billionths % candidate === 0n) ?? ['n', 1n];
  return `${billionths / unit}${suffix}`;
}

function binary(billionths: bigint): string {
  let whole = (billionths + 10n ** 9n - 1n) / 10n ** 9n;
  let power = 0;
  while (whole % 1024n === 0n && power < BINARY.length - 1) [whole, power] = [whole / 1024n, power + 1];
  return `${whole}${BINARY[power]}`;
}
