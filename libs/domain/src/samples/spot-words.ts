import { codeLabel } from '../codes/code-lists.js';
import { assuranceItems, assuranceStates } from '../visits/assurances.js';
import { formatFen } from '../values/money.js';
import { collectiveIncomeName, villageServiceNames, villageServices } from '../facts/village-services.js';
import { differenceCauses, failureReasons, incomeBlocks, knowledgeStates, satisfactionStates, spotCheckPlaces, type IncomeBlock, type SpotCheckAnswers } from './spot-check.js';
import { villageCheckStates, type VillageCheckState } from './village-check.js';

type Language = 'zh' | 'en';
interface Words {
  readonly zh: string;
  readonly en: string;
}

export const spotPlaceNames: Readonly<Record<SpotCheckAnswers['place'], Words>> = {
  HOME: { zh: '在家中', en: 'At home' }, VILLAGE: { zh: '在村里', en: 'In the village' }, PHONE: { zh: '电话', en: 'By telephone' },
};
export const knowledgeNames: Readonly<Record<(typeof knowledgeStates)[number], Words>> = {
  YES: { zh: '知道', en: 'Yes' }, PARTLY: { zh: '部分知道', en: 'Partly' }, NO: { zh: '不知道', en: 'No' }, NO_HELP: { zh: '没有帮扶', en: 'No help' },
};
export const satisfactionNames: Readonly<Record<SpotCheckAnswers['satisfaction'], Words>> = {
  SATISFIED: { zh: '满意', en: 'Satisfied' }, FAIRLY: { zh: '基本满意', en: 'Fairly' }, DISSATISFIED: { zh: '不满意', en: 'Dissatisfied' }, NO_ANSWER: { zh: '不作答', en: 'No answer' },
};
export const incomeBlockNames: Readonly<Record<IncomeBlock, Words>> = {
  wage: { zh: '工资性收入', en: 'Wage income' }, business: { zh: '生产经营性收入', en: 'Business income' }, property: { zh: '财产性收入', en: 'Property income' },
  transfer: { zh: '转移性收入', en: 'Transfer income' }, cost: { zh: '生产经营性支出', en: 'Business expense' },
};

export const villageStateNames: Readonly<Record<VillageCheckState, Words>> = { YES: { zh: '有', en: 'Yes' }, NO: { zh: '没有', en: 'No' }, UNCLEAR: { zh: '不清楚', en: 'Unclear' } };
const villageNames: Readonly<Record<string, Words>> = { ...villageServiceNames, collective_income: collectiveIncomeName };

const fieldNames: Readonly<Record<string, Words>> = {
  memberCount: { zh: '家庭人口', en: 'Household size' }, 'help.helper': { zh: '知道谁是帮扶责任人', en: 'Knows who helps' }, 'help.measures': { zh: '知道享受哪些帮扶措施', en: 'Knows the measures received' },
  place: { zh: '在哪里问的', en: 'Where it was asked' }, satisfaction: { zh: '对帮扶工作是否满意', en: 'Satisfied with the help' }, note: { zh: '说明', en: 'Note' },
  triedOn: { zh: '上门日期', en: 'Day' }, reason: { zh: '原因', en: 'Reason' }, cause: { zh: '差异原因', en: 'Cause' }, field: { zh: '字段', en: 'Field' },
};
const notRecorded: Words = { zh: '未填', en: 'Not recorded' };
const yuan: Words = { zh: '元', en: 'yuan' };

/** Name of a field as {@link differencesOf} calls it, or of one of the form or of an attempt; a name that is not known stands as it came. */
export function spotFieldName(field: string, language: Language = 'zh'): string {
  const [kind, key = ''] = field.split('.');
  if (kind === 'assurance') return codeLabel('assurance', key, language);
  if (kind === 'village') return villageNames[key]?.[language] ?? field;
  const block = kind === 'income' ? incomeBlocks.find((one) => one === key) : undefined;
  return (block ? incomeBlockNames[block] : fieldNames[field])?.[language] ?? field;
}

/** A value of such a field in words: amounts (fen) in yuan, codes by their names; nothing is said for null. */
export function spotValueText(field: string, value: unknown, language: Language = 'zh'): string {
  if (value === null || value === undefined) return '';
  if ((field.startsWith('income.') || field === 'village.collective_income') && typeof value === 'number') return `${formatFen(value).replace(/\.00$/, '')} ${yuan[language]}`;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  const named = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, Words>>): string => {
    const code = codes.find((one) => one === text);
    return code ? names[code][language] : text;
  };
  if (field.startsWith('assurance.')) return assuranceStates.some((state) => state === text) ? codeLabel('assuranceState', text, language) : text;
  if (field.startsWith('village.')) return named(villageCheckStates, villageStateNames);
  if (field.startsWith('help.')) return named(knowledgeStates, knowledgeNames);
  if (field === 'place') return named(spotCheckPlaces, spotPlaceNames);
  if (field === 'satisfaction') return named(satisfactionStates, satisfactionNames);
  if (field === 'reason') return named(Object.keys(failureReasons) as (keyof typeof failureReasons)[], failureReasons);
  if (field === 'cause') return named(Object.keys(differenceCauses) as (keyof typeof differenceCauses)[], differenceCauses);
  return field === 'field' ? spotFieldName(text, language) : text;
}

/** As {@link spotValueText}, for a difference: where a side says nothing, this is said. */
export const spotSideText = (field: string, value: unknown, language: Language = 'zh'): string => spotValueText(field, value, language) || notRecorded[language];

/** One line of what was typed. */
export interface TypedLine {
  /** Where it stands in the payload: `assurances.FOOD`. */
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** Ids say nothing to a reader. */
const hidden: readonly string[] = ['taskId', 'id', 'attachmentIds'];
/** In the order of the form; what the form does not have comes last. */
const order = [
  'field', 'cause', 'place', 'memberCount', ...assuranceItems.map((item) => `assurances.${item}`), ...incomeBlocks.map((block) => `incomeFen.${block}`), 'knowsHelper', 'knowsMeasures', 'satisfaction',
  ...villageServices.map((item) => `village.${item}`), 'collectiveIncomeFen', 'triedOn', 'reason', 'note',
];
const rank = (path: string): number => (order.includes(path) ? order.indexOf(path) : order.length);
const renamed: Readonly<Record<string, string>> = { knowsHelper: 'help.helper', knowsMeasures: 'help.measures', collectiveIncomeFen: 'village.collective_income' };
const fieldAt = (path: string): string => renamed[path] ?? path.replace(/^assurances\./, 'assurance.').replace(/^incomeFen\./, 'income.');

/** What was typed of a spot check (payload of `sample.answer`, `sample.attempt`, `sample.cause`), line by line; what is unknown stands as it came. */
export function typedLines(payload: unknown, language: Language = 'zh'): TypedLine[] {
  return flat(payload).filter(([path]) => !hidden.includes(path)).sort(([left], [right]) => rank(left) - rank(right))
    .map(([key, value]) => ({ key, label: spotFieldName(fieldAt(key), language), value: spotValueText(fieldAt(key), value, language) }));
}

function flat(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`));
}
