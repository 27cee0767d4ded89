/** Powers of ten and of two that a suffix stands for. `n`, `u` and `m` divide. */
const SUFFIXES: Readonly<Record<string, readonly [base: bigint, exponent: bigint]>> = {
  n: [10n, -9n],
  u: [10n, -6n],
  m: [10n, -3n],
  '': [10n, 0n],
  k: [10n, 3n],
  M: [10n, 6n],
  G: [10n, 9n],
  T: [10n, 12n],
  P: [10n, 15n],
  E: [10n, 18n],
  Ki: [2n, 10n],
  Mi: [2n, 20n],
  Gi: [2n, 30n],
  Ti: [2n, 40n],
  Pi: [2n, 50n],
  Ei: [2n, 60n],
};

const GRAMMAR = /^([+-]?)(\d+\.?\d*|\.\d+)(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d{1,2}))?$/;

/**
 * A quantity in billionths of its unit, which is exact for all that Kubernetes can store: `250m` is 250,000,000n.
 *
 * @returns nothing where the text is no quantity.
 * @source kubernetes@1.36 staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go ParseQuantity: smaller parts are rounded up
 */
export function parseQuantity(text: string): bigint | undefined {
  const [, sign, digits, suffix = '', power] = GRAMMAR.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const [base, exponent] = power === undefined ? (SUFFIXES[suffix] ?? [10n, 0n]) : [10n, BigInt(power)];
  const [whole = '', fraction = ''] = digits.split('.');
  const scaled = BigInt(whole + fraction) * 10n ** 9n * (exponent >= 0n ? base ** exponent : 1n);
  const divisor = 10n ** BigInt(fraction.length) * (exponent < 0n ? base ** -exponent : 1n);
  const billionths = (scaled + divisor - 1n) / divisor;
  return sign === '-' ? -billionths : billionths;
}
