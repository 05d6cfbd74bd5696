import type { CodeListName } from '../codes/index.js';

/** A text in the two languages of the product; Simplified Chinese comes first. */
export interface LocalText {
  zh: string;
  en: string;
}

export const FACT_LEVELS = ['household', 'member', 'village', 'county'] as const;
/** Rows that belong to a household and have no stored facts: only the inspectors' questions reach them. */
export const RELATED_LEVELS = ['visit', 'payment', 'assignment', 'case', 'pairing'] as const;
export type RelatedLevel = (typeof RELATED_LEVELS)[number];
export type FactLevel = (typeof FACT_LEVELS)[number] | RelatedLevel;

/**
 * - `integer` whole numbers (persons, households, months, years)
 * - `money_fen` whole fen (1 yuan = 100 fen)
 * - `code` / `codes` one value, or a list of values, of a code list
 * - `date` a calendar day `YYYY-MM-DD`
 * - `ratio` a pair of integer facts, compared by cross-multiplication with basis points (300 = 3 %), never divided
 */
export const FACT_TYPES = ['integer', 'money_fen', 'boolean', 'code', 'codes', 'date', 'text', 'ratio'] as const;
export type FactType = (typeof FACT_TYPES)[number];

export type FactUnit = 'yuan' | 'person' | 'household' | 'village' | 'day' | 'month' | 'year' | 'years_old' | 'percent';

export interface FactDefinition {
  /** snake_case; the SQL column of `<level>_fact` bears the same name (a ratio has no column of its own). */
  name: string;
  level: FactLevel;
  type: FactType;
  label: LocalText;
  /** What it means that the fact is null, in words a village team understands. */
  nullMeans: LocalText;
  unit?: FactUnit;
  /** Name of the code list, for `code` and `codes`. */
  codeList?: CodeListName;
  /** How a sentence says a boolean: "housing is safe" / "housing is not safe". */
  phrases?: { yes: LocalText; no: LocalText };
  /** Names of the two integer facts of the same level, for `ratio`. */
  ratio?: { numerator: string; denominator: string };
  /** How the fact is computed, where the label does not say it. */
  note?: LocalText;
}

/** One value of a fact as the evaluator receives it; null and undefined both mean "not known". */
export type FactValue = number | boolean | string | readonly (string | null)[];

/** Facts of one household, member, village or county by name. A ratio is given by its two parts. */
export type FactValues = Readonly<Record<string, FactValue | null | undefined>>;

export type ParameterType = 'integer' | 'money_fen' | 'basis_points';

/** A policy number. Its values are rows with effective dates; the definition only says what kind of number it is. */
export interface ParameterDefinition {
  name: string;
  type: ParameterType;
  label: LocalText;
  unit?: FactUnit;
}

/** Values by parameter name; an absent or null value is a parameter that nobody has set. */
export type ParameterValues = Readonly<Record<string, number | null | undefined>>;

/** A list of rows that belong to one row of another level, e.g. the members of a household. */
export interface CollectionDefinition {
  name: string;
  label: LocalText;
  /** The level whose rules may reach the collection. */
  of: FactLevel;
  /** The level of its rows. */
  level: FactLevel;
  /**
   * What no rows mean. Members: `unknown`, for a household without members has not been entered yet, and "all members
   * are insured" must not be met by it. A list that may truly be empty (visits, payments): `empty`.
   */
  whenEmpty: 'unknown' | 'empty';
  /** "person" in "2 persons". */
  unit: LocalText;
}
