import type { LocalText, QuestionDefinition } from '#domain';
import type { UnderstoodParameter } from './resolved-question.js';

/** A column of the table. */
export interface AnswerColumn {
  readonly name: string;
  readonly label: LocalText;
  readonly type: string;
  readonly unit: string | null;
  /** Whether an earlier day sees the field as it was then. */
  readonly time: 'recorded' | 'dated' | 'today';
}

export interface AnswerRow {
  /** `<county>-<id>` of the row. */
  readonly id: string;
  readonly householdId: string | null;
  readonly villageCode: string;
  readonly villageName: string | null;
  /** In the order of the columns: as stored, amounts in fen. */
  readonly values: readonly unknown[];
  /** The same as people read them. */
  readonly texts: readonly string[];
}

/** A figure; null where it is hidden, or where there is nothing to add up. */
export interface AnswerGroup {
  /** Code, month or value; null for rows without one. */
  readonly key: string | null;
  readonly name: LocalText;
  readonly number: number | null;
  /** Rows of the dataset in the group, whatever the chips say. */
  readonly total: number | null;
  readonly unproven: number | null;
  readonly sum: number | null;
  readonly hits: number | null;
  readonly hidden: boolean;
  /** The question whose rows are exactly those of the group. */
  readonly drillDown: QuestionDefinition | null;
}

export interface QuestionAnswer {
  readonly definition: QuestionDefinition & { readonly division: string };
  /** Key under which the definition can be linked; stored by POST /questions/links. */
  readonly key: string;
  readonly sentence: LocalText;
  readonly number: number | null;
  readonly total: number | null;
  /** Rows of which a value is missing, so that nobody knows. */
  readonly unproven: number | null;
  readonly sum: number | null;
  readonly hits: number | null;
  /** Part of the dataset in basis points, rounded down. */
  readonly shareBasisPoints: number | null;
  readonly groups: readonly AnswerGroup[];
  readonly columns: readonly AnswerColumn[];
  readonly rows: readonly AnswerRow[];
  readonly nextCursor: string | null;
  readonly understood: { readonly parameters: readonly UnderstoodParameter[]; readonly division: string; readonly divisionName: string; readonly year: number | null };
  readonly asOf: { readonly on: string; readonly past: boolean; readonly year: number | null; readonly ofThatDay: readonly string[]; readonly ofToday: readonly string[]; readonly note: LocalText };
  /** Whether small cells are hidden (a shared link). */
  readonly hidden: boolean;
  /** What was asked of the database. */
  readonly sql: { readonly text: string; readonly values: readonly unknown[] };
}
