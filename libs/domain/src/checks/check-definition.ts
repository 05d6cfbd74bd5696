import type { CodeListName } from '../codes/index.js';
import type { LocalText } from '../facts/fact-definition.js';
import type { RuleExample } from '../rules/rule-set.js';
import type { Rule } from '../rules/rule.js';

/** E: what is written is wrong or unlawful; W: something to look at. */
export const CHECK_SEVERITIES = ['E', 'W'] as const;
export type CheckSeverity = (typeof CHECK_SEVERITIES)[number];

/** Groups of the list of checks, in display order. */
export const CHECK_ROOMS = ['identity', 'household', 'income', 'standing', 'procedure', 'field_work', 'measures', 'funds', 'monitoring', 'totals'] as const;
export type CheckRoom = (typeof CHECK_ROOMS)[number];

export const CHECK_ROOM_LABELS: Readonly<Record<CheckRoom, LocalText>> = {
  identity: { zh: '身份信息', en: 'Identity' },
  household: { zh: '家庭信息', en: 'Household' },
  income: { zh: '收入', en: 'Income' },
  standing: { zh: '对象资格与退出', en: 'Standing' },
  procedure: { zh: '程序', en: 'Procedure' },
  field_work: { zh: '驻村帮扶', en: 'Field work' },
  measures: { zh: '帮扶措施', en: 'Measures' },
  funds: { zh: '资金项目资产', en: 'Funds, projects, assets' },
  monitoring: { zh: '防返贫监测', en: 'Monitoring' },
  totals: { zh: '统计与存档', en: 'Totals and records' },
};

export const CHECK_SUBJECTS = ['household', 'member', 'case', 'payment', 'assignment', 'project', 'asset', 'fund', 'team', 'pairing', 'visit', 'division'] as const;
export type CheckSubject = (typeof CHECK_SUBJECTS)[number];

export const CHECK_VALUE_TYPES = ['date', 'month', 'text', 'integer', 'decimal', 'money_fen', 'code', 'boolean'] as const;
export type CheckValueType = (typeof CHECK_VALUE_TYPES)[number];

/** What the check compares with: a number, or words separated by 、 where the unit is `words`. Null is "not set": the part that needs it finds nothing, and every run says so. */
export interface CheckParameter {
  readonly name: string;
  readonly label: LocalText;
  /** `fen` and `basis_points` (300 = 3 %) are what their names say; every other unit counts whole or decimal numbers. */
  readonly unit: string;
  readonly value: number | string | null;
  /** Where the number comes from. */
  readonly origin: string;
}

export const CHECK_REACHES = ['division', 'territory'] as const;
export type CheckReach = (typeof CHECK_REACHES)[number];

/** One value that a hit shows. */
export interface CheckValue {
  readonly name: string;
  readonly label: LocalText;
  readonly type: CheckValueType;
  /** Name of a code list, for `code`. */
  readonly codeList?: CodeListName;
}

/** Why this is checked: the seed document, source or catalogue line. */
export interface CheckBasis {
  readonly zh: string;
  readonly tag: string;
}

interface CheckBase {
  /** A01 … A86 of the catalogue of audit checks. */
  readonly code: string;
  readonly version: number;
  readonly ordinal: number;
  readonly severity: CheckSeverity;
  readonly room: CheckRoom;
  readonly subject: CheckSubject;
  readonly name: LocalText;
  /** What is wrong and why it matters, in words that an official understands. */
  readonly meaning: LocalText;
  readonly basis: readonly CheckBasis[];
  readonly parameters: readonly CheckParameter[];
  /** Lists of other departments that it needs; where one was never compared, nothing is found and the run says so. */
  readonly registers: readonly string[];
  /**
   * `territory`: the statement looks for partners (the same number, the same photo) outside $1 to $2 too. Runs of somebody who
   * sees less then never declare its hits gone. Without it `division`: what is found depends on rows of its own village alone.
   */
  readonly reach?: CheckReach;
  readonly values: readonly CheckValue[];
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A hit is a household (or person) of the year of whom the rule is met; of whom it is unproven is only counted. */
export interface RuleCheck extends CheckBase {
  readonly level: 'household' | 'member';
  readonly rule: Rule;
  readonly examples?: readonly RuleExample[];
}

/** A hit is a row of the statement; `sql` names the file when it is read, and holds the text once it is stored. */
export interface SqlCheck extends CheckBase {
  readonly sql: string;
}

/** An audit check as its JSON file says it. */
export type CheckDefinition = RuleCheck | SqlCheck;

export function isRuleCheck(check: CheckDefinition): check is RuleCheck {
  return 'rule' in check;
}

/** Names a hit in every run: code and the tail that the check gives it, or its subject. */
export function hitKeyOf(code: string, hit: { key?: string | null; subjectId?: string | null; memberId?: string | null; householdId?: string | null }): string {
  return `${code}:${hit.key ?? hit.subjectId ?? hit.memberId ?? hit.householdId ?? ''}`;
}

/** Whether a check is about a year, a rule always, a statement when it asks for `$3`: its hits of another year are other hits. */
export function isYearlyCheck({ rule, sql }: { readonly rule: unknown; readonly sql: string | null }): boolean {
  return (rule ?? null) !== null || /\$3\b/.test(sql ?? '');
}
