/** Formats integer fen as yuan with two decimals and thousands separators: 1234567 → '12,345.67'. */
export function formatFen(fen: number): string {
  assertInteger(fen);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}

/** Formats integer fen as yuan without separators and without needless decimals: 300000 → '3000', 150 → '1.5'. */
export function fenToYuanText(fen: number): string {
  return formatFen(fen).replace(/,/g, '').replace(/\.?0+$/, (tail) => (tail.startsWith('.') ? '' : tail.replace(/0+$/, '')));
}

/**
 * Reads yuan as written in a file or a form ('12,345.6', '¥3000', '－5', '1.5E+3') into integer fen.
 * Undefined when it is not an amount or has parts of a fen; amounts are never rounded silently.
 */
export function parseYuan(written: string): number | undefined {
  const text = written.normalize('NFKC').replace(/[\s,¥元]/g, '').replace(/^[−–]/, '-');
  const match = /^(-?)(\d*)(?:\.(\d*))?(?:e\+?(\d{1,2}))?$/i.exec(text);
  if (!match || ((match[2] ?? '') === '' && (match[3] ?? '') === '')) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent) + 2;
  if (/[1-9]/.test(fraction.slice(shift))) return undefined;
  const fen = Number(whole + fraction.slice(0, shift).padEnd(shift, '0'));
  if (!Number.isSafeInteger(fen)) return undefined;
  return sign === '-' && fen !== 0 ? -fen : fen;
}

/** Integer division that rounds towards minus infinity; the only division of money in the product. */
export function floorDiv(dividend: number, divisor: number): number {
  assertInteger(dividend);
  assertInteger(divisor);
  if (divisor <= 0) throw new RangeError('division by a count that is not positive');
  // Truncate first: adding to the dividend could leave the safe integers.
  const rest = dividend % divisor;
  return (dividend - rest) / divisor - (rest < 0 ? 1 : 0);
}

function assertInteger(value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
}
