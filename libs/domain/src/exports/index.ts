import type { LocalText } from '../facts/index.js';
import { shanghaiMinute } from '../time/index.js';

export const exportFormats = ['xlsx', 'csv', 'parquet'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Sheets to print and briefs are files of the same list. */
export const fileFormats = [...exportFormats, 'pdf', 'docx'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** `waiting`: for the second person. */
export const exportStates = ['waiting', 'queued', 'running', 'done', 'failed', 'refused', 'cancelled', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];

export const exportStateLabels: Readonly<Record<ExportState, LocalText>> = {
  waiting: { zh: '待第二人批准', en: 'Waits for a second person' },
  queued: { zh: '排队中', en: 'Queued' },
  running: { zh: '生成中', en: 'Being written' },
  done: { zh: '已完成', en: 'Done' },
  failed: { zh: '失败', en: 'Failed' },
  refused: { zh: '未批准', en: 'Refused' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  expired: { zh: '已过期', en: 'Expired' },
};

/** Rows with sensitive values in clear that one person may take out alone; above it a second person agrees first. */
export const UNMASKED_ROWS_ALONE = 1_000;

/** How a column is written: numbers stay numbers, everything else is text. Money is written in yuan. */
export type ExportColumnType = 'text' | 'number';

export interface ExportColumn {
  readonly key: string;
  readonly heading: LocalText;
  readonly type: ExportColumnType;
  /** Holds a masked value unless the export is unmasked. */
  readonly sensitive?: boolean;
}

/** The mark that goes with every row or page of a file: who took it out, when (in Asia/Shanghai), and which export it was. */
export function watermarkOf({ person, at, exportId }: { person: string; at: Date; exportId: string }): string {
  return `${person} ${shanghaiMinute(at)} ${exportId.slice(-12)}`;
}
