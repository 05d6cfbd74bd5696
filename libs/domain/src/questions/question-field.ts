import type { FactDefinition, FactType, FactUnit, LocalText } from '../facts/fact-definition.js';
import { text } from '../facts/local-text.js';

/**
 * What a question of an earlier day sees of a field:
 * - `recorded` as it was recorded by then (versions keep the time at which they were written)
 * - `dated` as the dates in the row say (entered, paid, closed on …)
 * - `today` only as it is now; the answer says so
 */
export type FieldTime = 'recorded' | 'dated' | 'today';

/** A column of a dataset: a fact of the rule language that can also be shown, grouped by or added up. */
export interface QuestionField extends Omit<FactDefinition, 'level' | 'codeList'> {
  /** A code list of the product, or one of {@link QUESTION_CODE_LISTS}, or `measure` / `case_pack`, which are rows. */
  readonly codeList?: string;
  readonly time: FieldTime;
  readonly groupable: boolean;
  readonly summable: boolean;
  /** Stands in the table when nobody chooses columns. */
  readonly shown: boolean;
  /** False for what can be shown but not asked about (masked numbers). */
  readonly askable: boolean;
}

type More = Partial<Pick<QuestionField, 'codeList' | 'phrases' | 'note' | 'time' | 'groupable' | 'summable' | 'shown' | 'askable' | 'nullMeans' | 'unit'>>;

const notFilledIn = text('未填写', 'not filled in');
export const never = text('始终有值', 'never null');

/** A field with the usual abilities of its type: codes and booleans can be grouped by, amounts added up, dates taken by month. */
export function field(name: string, type: FactType, label: LocalText, more: More = {}): QuestionField {
  const groupable = type === 'code' || type === 'boolean' || type === 'date';
  return { name, type, label, nullMeans: notFilledIn, time: 'today', groupable, summable: type === 'money_fen', shown: false, askable: true, ...(type === 'money_fen' ? { unit: 'yuan' } : {}), ...more };
}

export const codeField = (name: string, codeList: string, zh: string, en: string, more: More = {}): QuestionField => field(name, 'code', text(zh, en), { codeList, ...more });
export const codesField = (name: string, codeList: string, zh: string, en: string, more: More = {}): QuestionField => field(name, 'codes', text(zh, en), { codeList, ...more });
export const dateField = (name: string, zh: string, en: string, more: More = {}): QuestionField => field(name, 'date', text(zh, en), more);
export const fenField = (name: string, zh: string, en: string, more: More = {}): QuestionField => field(name, 'money_fen', text(zh, en), more);
export const textField = (name: string, zh: string, en: string, more: More = {}): QuestionField => field(name, 'text', text(zh, en), more);
export const yearField = (name: string, zh: string, en: string, more: More = {}): QuestionField => field(name, 'integer', text(zh, en), { unit: 'year', groupable: true, ...more });
export const countField = (name: string, unit: FactUnit | undefined, zh: string, en: string, more: More = {}): QuestionField =>
  field(name, 'integer', text(zh, en), { ...(unit ? { unit } : {}), summable: true, ...more });

/** A yes-or-no field with its two phrases: `yes` and `no` stand in the sentence of a question. */
export const yesNoField = (name: string, label: LocalText, yes: LocalText, no: LocalText, more: More = {}): QuestionField => field(name, 'boolean', label, { phrases: { yes, no }, ...more });

/** Facts of a catalogue as fields of a dataset. */
export function fieldsOfFacts(facts: readonly FactDefinition[], more: (fact: FactDefinition) => More): QuestionField[] {
  return facts.filter(({ type }) => type !== 'ratio').map(({ level: _, ...fact }) => ({ ...field(fact.name, fact.type, fact.label), ...fact, ...more({ level: _, ...fact }) }));
}
