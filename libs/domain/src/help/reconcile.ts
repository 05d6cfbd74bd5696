/** What went to the bank and is not settled, or was: one row of a batch. */
export interface SentRow {
  readonly reference: string;
  readonly amountFen: number;
  readonly state: 'SENT' | 'PAID' | 'FAILED';
}

/** One row of the bank's result file as it was read. `outcome` null: the word is not one that we know. */
export interface ResultRow {
  readonly line: number;
  readonly reference: string;
  readonly amountFen: number | null;
  readonly outcome: 'PAID' | 'FAILED' | null;
  readonly reason: string | null;
}

export type UnknownCause = 'reference' | 'amount' | 'outcome' | 'repeated' | 'settled-before';

export interface ReconciledRow extends Omit<ResultRow, 'outcome'> {
  readonly outcome: 'PAID' | 'FAILED' | 'UNKNOWN';
  /** Why a row is unknown. */
  readonly cause: UnknownCause | null;
}

export interface Reconciliation {
  readonly rows: readonly ReconciledRow[];
  readonly paid: number;
  readonly failed: number;
  readonly unknown: number;
  /** References that were sent and are not settled by this file. */
  readonly missing: readonly string[];
}

/**
 * Holds a result file against what was sent. Every row of the file is paid, failed or unknown, never two of them, and only a
 * row that names what was sent, with its amount and a word that we know, once and not against an earlier result, settles
 * anything. A file that says two things of one reference settles neither.
 */
export function reconcile(sent: readonly SentRow[], result: readonly ResultRow[]): Reconciliation {
  const byReference = new Map(sent.map((row) => [row.reference, row]));
  const times = new Map<string, number>();
  for (const { reference } of result) times.set(reference, (times.get(reference) ?? 0) + 1);
  const rows = result.map((row): ReconciledRow => {
    const cause = causeOf(row, byReference.get(row.reference), times.get(row.reference) ?? 0);
    return { ...row, outcome: cause === null && row.outcome !== null ? row.outcome : 'UNKNOWN', cause };
  });
  const count = (outcome: ReconciledRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  const settled = new Set(rows.filter((row) => row.outcome !== 'UNKNOWN').map((row) => row.reference));
  const missing = sent.filter((row) => row.state === 'SENT' && !settled.has(row.reference)).map((row) => row.reference);
  return { rows, paid: count('PAID'), failed: count('FAILED'), unknown: count('UNKNOWN'), missing };
}

function causeOf(row: ResultRow, sent: SentRow | undefined, times: number): UnknownCause | null {
  if (!sent) return 'reference';
  if (times > 1) return 'repeated';
  if (row.outcome === null) return 'outcome';
  if (row.amountFen !== null && row.amountFen !== sent.amountFen) return 'amount';
  return sent.state === 'SENT' ? null : 'settled-before';
}

export const unknownCauses: Readonly<Record<UnknownCause, { zh: string; en: string }>> = {
  reference: { zh: '本批次没有该流水号', en: 'the batch has no such reference' },
  amount: { zh: '金额与发送的不一致', en: 'the amount differs from what was sent' },
  outcome: { zh: '处理结果无法识别', en: 'the outcome is not understood' },
  repeated: { zh: '文件中同一流水号出现多次', en: 'the file names the reference more than once' },
  'settled-before': { zh: '此前的结果文件已处理', en: 'settled by an earlier file' },
};

const paidWords = new Set(['成功', '已发放', '发放成功', '代发成功', '交易成功', 'SUCCESS', 'PAID', 'S', '0000']);
const failedWords = new Set(['失败', '未发放', '发放失败', '代发失败', '交易失败', '退回', '退汇', 'FAIL', 'FAILED', 'F']);

/** Reads a bank's word for what happened; null for one that we do not know, which is never taken for success. */
export function outcomeOf(word: string): 'PAID' | 'FAILED' | null {
  const text = word.normalize('NFKC').trim().toUpperCase();
  if (paidWords.has(text)) return 'PAID';
  return failedWords.has(text) ? 'FAILED' : null;
}
