import { fenToYuanText, floorDiv } from '../values/money.js';
import { incomeGroupInfos, incomeGroups, incomeItems } from './income-items.js';
import type { IncomeGroup, IncomeItem } from './income-items.js';

/** Amounts in integer fen by item key. A missing or null item was not recorded; it counts as nothing and is not a zero. */
export type IncomeAmounts = Readonly<Record<string, number | null | undefined>>;

export interface FormulaLine {
  readonly key: string;
  readonly group: IncomeGroup;
  readonly zh: string;
  readonly en: string;
  readonly sign: 1 | -1 | 0;
  readonly fen: number;
}

export interface IncomeResult {
  /** Sum of each group in fen; null when none of its items was recorded. */
  readonly groups: Readonly<Record<IncomeGroup, number | null>>;
  /** Wage + business + property + transfer, fen; null when no income item was recorded. */
  readonly grossFen: number | null;
  /** Gross minus business cost, fen. May be negative. */
  readonly netFen: number | null;
  /** Net per head, fen, by floor division; null without a positive number of members. */
  readonly perCapitaFen: number | null;
  /** The recorded items in the order of the catalogue. */
  readonly lines: readonly FormulaLine[];
  /** The calculation in words, item by item, in yuan. */
  readonly formula: { readonly zh: string; readonly en: string };
}

/**
 * Net income of a household-year: 纯收入 = 工资性 + 生产经营性 + 财产性 + 转移性 − 生产经营性支出;
 * 人均纯收入 = 纯收入 ÷ 家庭人口. Loans are neither income nor cost.
 * @param members number of members kept on the household-year, persons.
 * @throws RangeError for an unknown item, an amount that is not a non-negative safe integer, or a bad number of members.
 */
export function computeIncome(amounts: IncomeAmounts, members: number | null): IncomeResult {
  checkKeys(amounts);
  if (members !== null && (!Number.isInteger(members) || members < 0)) throw new RangeError(`members must be a whole number, not ${members}`);
  const lines = incomeItems.flatMap((item) => line(item, amounts));
  const groups = groupSums(lines);
  const earned = [groups.wage, groups.business, groups.property, groups.transfer];
  const grossFen = earned.every((sum) => sum === null) ? null : earned.reduce<number>((total, sum) => total + (sum ?? 0), 0);
  const netFen = grossFen === null ? null : grossFen - (groups.businessCost ?? 0);
  const perCapitaFen = netFen === null || members === null || members === 0 ? null : floorDiv(netFen, members);
  return { groups, grossFen, netFen, perCapitaFen, lines, formula: formula(lines, { netFen, perCapitaFen, members }) };
}

export interface MonitoringIncome {
  /** 家庭纯收入 + 理赔收入 − 合规自付支出, fen. */
  readonly fen: number | null;
  readonly perCapitaFen: number | null;
}

/** Reference income of monitoring (中农组发〔2021〕7号): net income + insurance claims − eligible out-of-pocket spending, and per head. */
export function computeMonitoringIncome(income: Pick<IncomeResult, 'netFen' | 'groups'>, members: number | null): MonitoringIncome {
  if (income.netFen === null) return { fen: null, perCapitaFen: null };
  const fen = income.netFen + (income.groups.claims ?? 0) - (income.groups.outOfPocket ?? 0);
  return { fen, perCapitaFen: members === null || members <= 0 ? null : floorDiv(fen, members) };
}

/** Result columns of the household-year, by field key of the catalogue. */
export function derivedIncomeFields(income: IncomeResult): Record<string, number | null> {
  return {
    wageIncome: income.groups.wage,
    businessIncome: income.groups.business,
    propertyIncome: income.groups.property,
    transferIncome: income.groups.transfer,
    businessCost: income.groups.businessCost,
    grossIncome: income.grossFen,
    netIncome: income.netFen,
    perCapitaIncome: income.perCapitaFen,
  };
}

/**
 * Splits a group total that a file brought beside its items: what the items do not explain is booked as "not split".
 * Returns undefined when the items exceed the total, which is a contradiction for a person to settle.
 */
export function unsplitRest(group: IncomeGroup, totalFen: number, amounts: IncomeAmounts): number | undefined {
  const split = incomeItems.filter((item) => item.group === group && !item.unsplit).reduce((sum, item) => sum + (amounts[item.key] ?? 0), 0);
  return split > totalFen ? undefined : totalFen - split;
}

const known = new Set(incomeItems.map((item) => item.key));

function checkKeys(amounts: IncomeAmounts): void {
  for (const [key, fen] of Object.entries(amounts)) {
    if (!known.has(key)) throw new RangeError(`unknown income item ${key}`);
    if (fen !== null && fen !== undefined && (!Number.isSafeInteger(fen) || fen < 0)) throw new RangeError(`${key} must be fen ≥ 0, not ${fen}`);
  }
}

function line(item: IncomeItem, amounts: IncomeAmounts): FormulaLine[] {
  const fen = amounts[item.key];
  if (fen === null || fen === undefined) return [];
  const sign = incomeGroupInfos.find((info) => info.group === item.group)?.sign ?? 0;
  return [{ key: item.key, group: item.group, zh: item.zh, en: item.en, sign, fen }];
}

function groupSums(lines: readonly FormulaLine[]): Record<IncomeGroup, number | null> {
  const sums = Object.fromEntries(incomeGroups.map((group) => [group, null])) as Record<IncomeGroup, number | null>;
  for (const { group, fen } of lines) sums[group] = (sums[group] ?? 0) + fen;
  return sums;
}

function formula(
  lines: readonly FormulaLine[],
  { netFen, perCapitaFen, members }: { netFen: number | null; perCapitaFen: number | null; members: number | null },
): { zh: string; en: string } {
  if (netFen === null) return { zh: '未录入收入', en: 'No income recorded' };
  const terms = (language: 'zh' | 'en'): string =>
    lines
      .filter((entry) => entry.sign !== 0 && entry.fen !== 0)
      .map((entry, index) => `${entry.sign < 0 ? '− ' : index === 0 ? '' : '+ '}${entry[language]} ${fenToYuanText(entry.fen)}`)
      .join(' ') || '0';
  const zh = `纯收入 = ${terms('zh')} = ${fenToYuanText(netFen)}元`;
  const en = `Net income = ${terms('en')} = ${fenToYuanText(netFen)} yuan`;
  if (perCapitaFen === null || members === null) return { zh: `${zh}；人口未录入，人均无法计算`, en: `${en}; number of members not recorded` };
  const head = `${fenToYuanText(netFen)} ÷ ${members}`;
  return { zh: `${zh}；人均 = ${head} = ${fenToYuanText(perCapitaFen)}元`, en: `${en}; per head = ${head} = ${fenToYuanText(perCapitaFen)} yuan` };
}
