import type { GroupVerdict, Outcome } from '../judge/verdict.js';

export interface WarningSummary {
  readonly warning: string;
  readonly zh: string;
  readonly en: string;
  count: number;
  /** First rows that it concerns. */
  readonly rows: number[];
}

export interface Counts {
  rowsIn: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly householdsCreated: number;
  readonly householdsUpdated: number;
}

const ROWS_PER_WARNING = 20;
const KINDS_OF_WARNING = 200;

/** Counts what becomes of the rows. Rows in = created + updated + unchanged + rejected, or it throws. */
export class Tally {
  rowsIn = 0;
  private readonly outcomes: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  private householdsCreated = 0;
  private householdsUpdated = 0;
  private readonly warnings = new Map<string, WarningSummary>();

  add(verdict: GroupVerdict): void {
    for (const outcome of verdict.outcomes.values()) this.outcomes[outcome] += 1;
    if (verdict.writes) verdict.writes.isNew ? (this.householdsCreated += 1) : (this.householdsUpdated += 1);
    for (const { n, warning, zh, en, example } of verdict.warnings) {
      const key = `${warning}\u0000${zh}`;
      const found = this.warnings.get(key);
      if (found) {
        found.count += 1;
        if (found.rows.length < ROWS_PER_WARNING) found.rows.push(n);
      } else if (this.warnings.size < KINDS_OF_WARNING) {
        this.warnings.set(key, { warning, zh: example === undefined ? zh : `${zh}（如第${n}行：${example}）`, en, count: 1, rows: [n] });
      }
    }
  }

  counts(): Counts {
    const { created, updated, unchanged, rejected } = this.outcomes;
    if (created + updated + unchanged + rejected !== this.rowsIn) throw new Error(`rows in ${this.rowsIn} differ from their outcomes ${created}+${updated}+${unchanged}+${rejected}`);
    return { rowsIn: this.rowsIn, created, updated, unchanged, rejected, householdsCreated: this.householdsCreated, householdsUpdated: this.householdsUpdated };
  }

  summaries(): WarningSummary[] {
    return [...this.warnings.values()];
  }
}
