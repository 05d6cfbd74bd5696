import type { CodeItem, CodeList } from './code-list.js';
import { ethnicGroups } from './ethnic-groups.js';
import { helperCodeLists } from './helper-codes.js';
import { householdCodeLists } from './household-codes.js';
import { memberCodeLists } from './member-codes.js';
import { visitCodeLists } from './visit-codes.js';

export const codeListNames = [
  'identificationStandard', 'poorHouseholdType', 'householdKind', 'measureCategory', 'monitoringCategory', 'monitoringRisk', 'povertyCause', 'roadType', 'fuelType',
  'housingGrade', 'waterSource', 'relocationMode', 'resettlementMode', 'resettlementPlace', 'relocationDifficulty', 'villageType',
  'screeningConclusion', 'householdStatus', 'gender', 'idType', 'relationToHead', 'ethnicGroup', 'education', 'schoolStatus', 'health',
  'labourSkill', 'workArea', 'politicalStatus', 'maritalStatus', 'memberStatus', 'memberChangeReason', 'affiliation', 'rank',
  'helperEducation', 'helperSkill',
  'visitWay', 'visitType', 'assurance', 'assuranceState', 'visitNeed', 'teamRole', 'taskStatus', 'clueChannel', 'clueSeverity', 'clueResult',
] as const;
export type CodeListName = (typeof codeListNames)[number];

export const codeLists: readonly CodeList[] = [...householdCodeLists, ...memberCodeLists, ethnicGroups, ...helperCodeLists, ...visitCodeLists];

const byName = new Map(codeLists.map((list) => [list.name, list]));
const byCode = new Map(codeLists.map((list) => [list.name, new Map(list.items.map((item) => [item.code, item]))]));
const byLabel = new Map(codeLists.map((list) => [list.name, labelIndex(list)]));

/** The list of this name. Every name of `codeListNames` has one (tested). */
export function codeListOf(name: CodeListName): CodeList {
  const list = byName.get(name);
  if (!list) throw new Error(`no code list ${name}`);
  return list;
}

/** The item stored under `code`, or undefined. */
export function codeItem(name: CodeListName, code: string): CodeItem | undefined {
  return byCode.get(name)?.get(code);
}

/** Chinese name of a stored code; an unknown code is shown as it is, never hidden. */
export function codeLabel(name: CodeListName, code: string, language: 'zh' | 'en' = 'zh'): string {
  return codeItem(name, code)?.[language] ?? code;
}

/**
 * Reads what a person or a file wrote: the name, a later or local name, or (only for lists with national codes) the code,
 * also without its leading zero. Width of brackets, slashes and spaces does not matter. Undefined when it is none of them.
 */
export function readCode(name: CodeListName, written: string): CodeItem | undefined {
  return byLabel.get(name)?.get(foldLabel(written));
}

function labelIndex(list: CodeList): Map<string, CodeItem> {
  const index = new Map<string, CodeItem>();
  const add = (label: string, item: CodeItem): void => {
    const key = foldLabel(label);
    if (!index.has(key)) index.set(key, item);
  };
  for (const item of list.items) add(item.zh, item);
  for (const item of list.items) if (list.name !== 'ethnicGroup') addCode(item, list, add);
  for (const item of list.items) for (const alias of item.aliases) add(alias, item);
  return index;
}

function addCode(item: CodeItem, list: CodeList, add: (label: string, item: CodeItem) => void): void {
  add(item.code, item);
  if (list.numbering === 'national' && /^0\d$/.test(item.code)) add(item.code.slice(1), item);
}

/** Folds the ways of writing one label: full-width forms, brackets and spaces, letter case. */
export function foldLabel(text: string): string {
  return text.normalize('NFKC').replace(/[\s　]/g, '').toLowerCase();
}
