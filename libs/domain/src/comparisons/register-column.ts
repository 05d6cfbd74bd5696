/** How a value of a list is read and kept. Amounts are in fen, days YYYY-MM-DD; a code is one of the column's words. */
export type RegisterColumnType = 'text' | 'date' | 'month' | 'year' | 'integer' | 'fen' | 'boolean' | 'code';

export interface RegisterCode {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** What departments write for it; a cell that holds one of these means the code. The first code that fits wins. */
  readonly words: readonly string[];
}

/** One column that a register's lists may carry, beside name, document number and birth date. */
export interface RegisterColumn {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly type: RegisterColumnType;
  /** Headings by which the column is suggested, beside its own name. */
  readonly headings: readonly string[];
  readonly codes: readonly RegisterCode[];
  /** Personal data of its own: only its ends are kept. */
  readonly masked: boolean;
  /** Kind of the keyed hash that is kept beside the masked value, under the column's name and `Key`: two lines can be found to say the same. Null without one. */
  readonly hashedAs: string | null;
  /** Tells two statements about the same person apart (two cars, two firms). */
  readonly key: boolean;
}

/** A register of another department with which households are compared. */
export interface ComparisonRegister {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Who keeps it. */
  readonly keeper: { readonly zh: string; readonly en: string };
  readonly columns: readonly RegisterColumn[];
  /** Persons who left their household are compared, too: a death list speaks of payments made after it. */
  readonly withRemoved: boolean;
}

type Names = readonly [name: string, zh: string, en: string];
type More = { readonly headings?: readonly string[]; readonly masked?: boolean; readonly hashedAs?: string; readonly key?: boolean; readonly codes?: readonly RegisterCode[] };

const column = (type: RegisterColumnType) => (...[name, zh, en]: Names) => (more: More = {}): RegisterColumn =>
  ({ name, zh, en, type, headings: [zh, ...(more.headings ?? [])], codes: more.codes ?? [], masked: more.masked === true, hashedAs: more.hashedAs ?? null, key: more.key === true });

export const text = column('text');
export const day = column('date');
/** YYYY-MM; a full day means its month. */
export const month = column('month');
export const year = column('year');
export const whole = column('integer');
/** An amount in yuan on the list, in fen with us. */
export const amount = column('fen');
export const yesNo = column('boolean');
/** A value of a closed list: code, Chinese and English name, and the words that mean it. */
export const choice = (...names: Names) => (codes: readonly (readonly [code: string, zh: string, en: string, words: readonly string[]])[], more: More = {}): RegisterColumn =>
  column('code')(...names)({ ...more, codes: codes.map(([code, zh, en, words]) => ({ code, zh, en, words: [zh, ...words] })) });

/** One register: code, names, keeper, columns. */
export function register(code: string, [zh, en]: readonly [string, string], [keeperZh, keeperEn]: readonly [string, string], columns: readonly RegisterColumn[], withRemoved = false): ComparisonRegister {
  return { code, zh, en, keeper: { zh: keeperZh, en: keeperEn }, columns, withRemoved };
}
