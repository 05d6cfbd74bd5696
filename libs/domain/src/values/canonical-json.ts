/** What canonical JSON can carry: no floats, no undefined, no dates; amounts are integers, dates are strings. */
export type CanonicalValue = null | boolean | number | string | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue | undefined };

/**
 * Canonical JSON after RFC 8785 (keys sorted by UTF-16 code units, no white space), narrowed to safe integers so that
 * every implementation writes the same bytes. A property whose value is undefined is left out.
 * @throws TypeError for fractions, unsafe integers, NaN, functions, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return integer(value);
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry)).join(',')}]`;
  if (isPlainObject(value)) return object(value);
  throw new TypeError(`canonical JSON cannot carry ${Object.prototype.toString.call(value)}`);
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`canonical JSON carries safe integers only, not ${value}`);
  return String(value === 0 ? 0 : value);
}

function text(value: string): string {
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)) throw new TypeError('lone surrogate');
  return JSON.stringify(value);
}

function object(value: Record<string, unknown>): string {
  const keys = Object.keys(value).filter((key) => value[key] !== undefined).sort();
  return `{${keys.map((key) => `${text(key)}:${canonicalJson(value[key])}`).join(',')}}`;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype as object) === null;
}
