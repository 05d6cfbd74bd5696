import { fieldCatalogue } from '#domain';
import { mask } from '#households';

const encrypted = new Map(fieldCatalogue.filter((field) => field.encrypted).map((field) => [field.key, field]));
/** Texts of a clue that are stored encrypted. */
const alsoHidden = new Set(['subjectName', 'subjectPhone']);

/** A payload as it may be read: sensitive fields masked wherever they stand, whatever else was typed as it was. */
export function maskedPayload(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskedPayload);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? withoutNumbers(value) : value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const field = encrypted.get(key);
      if (typeof inner === 'string' && field) return [key, mask(field, inner)];
      return [key, typeof inner === 'string' && alsoHidden.has(key) ? '***' : maskedPayload(inner)];
    }),
  );
}

/** A broken operation is kept as text: long runs of digits in it could be a document, a telephone or an account. */
function withoutNumbers(text: string): string {
  return text.replace(/(?<![0-9a-f-])\d{11,}[xX]?(?![0-9a-f-])/gi, (number) => `${number.slice(0, 3)}***${number.slice(-4)}`);
}
