import { codeLabel, fenToYuanText, fieldsOf, housePositionText, type Field, type FieldEntity } from '#domain';
import { shownColumn } from '../store/columns.js';

export interface Difference {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly before: unknown;
  readonly after: unknown;
  /** As a person reads it, in Chinese: names of codes, yuan, 是 and 否. */
  readonly beforeText: string | null;
  readonly afterText: string | null;
}

interface Shown {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly column: string;
  readonly field?: Field;
}

const entityOf: Readonly<Record<string, FieldEntity>> = { household: 'household', member: 'member', household_year: 'householdYear', member_year: 'memberYear' };

const own = (key: string, column: string, zh: string, en: string): Shown => ({ key, column, zh, en });
/** Columns that are not recorded fields but that a reader of the history needs. */
const besides: Readonly<Record<string, readonly Shown[]>> = {
  household: [
    own('headName', 'head_name', '户主', 'Head'), own('memberCount', 'member_count', '家庭人口', 'Members'), own('endedOn', 'ended_on', '终止日期', 'Ended on'),
    own('endReason', 'end_reason', '终止原因', 'Reason of the end'),
  ],
  household_year: [own('supersededAt', 'superseded_at', '被更正时间', 'Superseded at'), own('correctionReason', 'correction_reason', '更正原因', 'Reason of the correction')],
  member_year: [own('supersededAt', 'superseded_at', '被更正时间', 'Superseded at'), own('correctionReason', 'correction_reason', '更正原因', 'Reason of the correction')],
  episode: [
    own('entryKind', 'entry_kind', '进入方式', 'Kind of entry'), own('entryReason', 'entry_reason', '进入原因', 'Reason of entry'), own('enteredOn', 'entered_on', '进入日期', 'Entered on'),
    own('status', 'status', '状态', 'Status'), own('exitedOn', 'exited_on', '脱贫日期', 'Exited on'), own('notEntitledOn', 'not_entitled_on', '停止享受政策日期', 'No longer entitled on'),
    own('closedOn', 'closed_on', '结束日期', 'Closed on'), own('closeReason', 'close_reason', '结束原因', 'Reason of closing'),
  ],
  household_link: [own('kind', 'kind', '关联类型', 'Kind of link'), own('occurredOn', 'occurred_on', '发生日期', 'Occurred on'), own('otherHouseholdId', 'other_household_id', '关联户', 'Other household')],
};

const shownOf = new Map(['household', 'member', 'household_year', 'member_year', 'episode', 'household_link'].map((table) => [table, columnsOf(table)]));

function columnsOf(table: string): Shown[] {
  const entity = entityOf[table];
  const fields = entity ? fieldsOf(entity).map((field) => ({ key: field.key, zh: field.zh, en: field.en, column: shownColumn(field), field })) : [];
  return [...fields, ...(besides[table] ?? [])];
}

/**
 * What one audit row changed, field by field. `before` of an update holds only what changed; ciphertext, indexes and
 * counters of versions are left out, and a sensitive field appears by its masks even when both look the same.
 */
export function differences(table: string, payload: { before?: Readonly<Record<string, unknown>>; after?: Readonly<Record<string, unknown>> }): Difference[] {
  const { before, after = {} } = payload;
  return (shownOf.get(table) ?? []).flatMap((shown) => {
    const changed = before ? shown.column in before || (shown.field?.encrypted === true && `${shown.field.column}_enc` in before) : after[shown.column] !== undefined;
    if (!changed) return [];
    const was = before ? ((shown.column in before ? before[shown.column] : after[shown.column]) ?? null) : null;
    const is = after[shown.column] ?? null;
    return [{ key: shown.key, zh: shown.zh, en: shown.en, before: was, after: is, beforeText: inWords(shown.field, was), afterText: inWords(shown.field, is) }];
  });
}

function inWords(field: Field | undefined, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  const list = field?.codeList;
  if (list && Array.isArray(value)) return value.map((code) => codeLabel(list, String(code))).join('、');
  if (list && typeof value === 'string') return codeLabel(list, value);
  if (field?.type === 'fen' && typeof value === 'number') return `${fenToYuanText(value)}元`;
  if (field?.type === 'position') return housePositionText(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}
