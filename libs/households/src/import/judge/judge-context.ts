import type { Recognition } from '#domain';
import type { ColumnWriter } from './column-writer.js';
import type { FileColumns } from '../read/file-columns.js';
import type { AddFault } from './statement.js';
import type { Warning } from './verdict.js';

/** What holds for a whole file while its households are judged. */
export interface JudgeContext {
  readonly sheet: Recognition['sheet'];
  readonly columns: FileColumns;
  readonly writer: ColumnWriter;
  /** Server time of the transaction, ISO. */
  readonly now: string;
  /** Day in Asia/Shanghai. */
  readonly today: string;
  /** Whether a new household may come with a standing of its own; others begin as candidates. */
  readonly mayAdopt: boolean;
  /** Reason written on superseding versions. */
  readonly reason: string;
}

/** The judgement of one household in progress. */
export interface Judging extends JudgeContext {
  readonly fault: AddFault;
  readonly warn: (warning: Warning) => void;
}

/** Set by decisions and events, never by a file. */
export const householdBySystem: readonly string[] = ['status', 'exitYear', 'returnYear', 'returnReason'];
export const memberBySystem: readonly string[] = ['memberStatus', 'memberChangeReason', 'joinedOn', 'leftOn'];
