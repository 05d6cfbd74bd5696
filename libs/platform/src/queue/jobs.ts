/**
 * The catalogue of jobs. A payload carries ids and codes only; the work list itself is a table, so a lost or repeated job
 * is harmless.
 */
export interface JobPayloads {
  /** Recalculates the dirty villages of one county. */
  'eligibility.recalculate': { countyCode: string };
  /** Finds counties with dirty villages and wakes them: a lost wake-up costs a minute. */
  'eligibility.sweep': Record<string, never>;
  /** Nightly proof: recomputes every county from nothing and lists differences. */
  'eligibility.prove': Record<string, never>;
  /** Reads and checks an uploaded file. */
  'import.parse': { batchId: string; countyCode: string };
  'import.commit': { batchId: string; countyCode: string };
  'import.undo': { batchId: string; countyCode: string };
  'export.run': { exportId: string; countyCode: string };
  /** Writes the file of a payment batch for the bank. */
  'payment.export': { batchId: string; countyCode: string };
  /** Deletes files for the bank whose time is over. */
  'payment.expire': Record<string, never>;
  /** Deletes expired files. */
  'files.expire': Record<string, never>;
  /** Deletes uploads that never ended and attachments to which nothing refers. */
  'attachments.expire': Record<string, never>;
  /** Derives care registers by new definitions or ages, and deletes departments' lists whose days are over. */
  'care.sweep': Record<string, never>;
  /** Matches an uploaded list with the members of its division. */
  'comparison.match': { comparisonId: string; countyCode: string };
  /** Deletes uploaded lists whose days are over. */
  'comparison.expire': Record<string, never>;
  /** Runs checks over a division. */
  'check.run': { runId: string; countyCode: string };
  /** Seals audit rows that no process sealed, and writes anchors outside the database. */
  'audit.sweep': Record<string, never>;
  'audit.anchor': Record<string, never>;
}

export type JobName = keyof JobPayloads;

export interface JobSettings {
  readonly attempts: number;
  readonly backoffMs: number;
}

/** Attempts and back-off by job; everything else is the same for all. */
export const jobSettings: Record<JobName, JobSettings> = {
  'eligibility.recalculate': { attempts: 5, backoffMs: 500 },
  'eligibility.sweep': { attempts: 1, backoffMs: 0 },
  'eligibility.prove': { attempts: 2, backoffMs: 60_000 },
  'import.parse': { attempts: 2, backoffMs: 1_000 },
  'import.commit': { attempts: 2, backoffMs: 1_000 },
  'import.undo': { attempts: 2, backoffMs: 1_000 },
  'export.run': { attempts: 2, backoffMs: 1_000 },
  'payment.export': { attempts: 2, backoffMs: 1_000 },
  'payment.expire': { attempts: 1, backoffMs: 0 },
  'files.expire': { attempts: 1, backoffMs: 0 },
  'attachments.expire': { attempts: 1, backoffMs: 0 },
  'care.sweep': { attempts: 1, backoffMs: 0 },
  'comparison.match': { attempts: 5, backoffMs: 1_000 },
  'comparison.expire': { attempts: 1, backoffMs: 0 },
  'check.run': { attempts: 5, backoffMs: 1_000 },
  'audit.sweep': { attempts: 1, backoffMs: 0 },
  'audit.anchor': { attempts: 3, backoffMs: 60_000 },
};

/** Jobs that run by themselves. `every` in milliseconds, `pattern` as cron in Asia/Shanghai. */
export const schedules: { readonly name: JobName; readonly every?: number; readonly pattern?: string }[] = [
  { name: 'eligibility.sweep', every: 60_000 },
  { name: 'eligibility.prove', pattern: '0 30 2 * * *' },
  { name: 'payment.expire', pattern: '0 20 3 * * *' },
  { name: 'files.expire', pattern: '0 10 3 * * *' },
  { name: 'attachments.expire', pattern: '0 20 3 * * *' },
  { name: 'care.sweep', every: 300_000 },
  { name: 'comparison.expire', pattern: '0 15 3 * * *' },
  { name: 'audit.sweep', every: 30_000 },
  { name: 'audit.anchor', pattern: '0 0 1 * * *' },
];
