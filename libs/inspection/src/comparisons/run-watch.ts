import { problem, type CaseId } from '#domain';
import { scopeOfCounty } from '#households';
import { systemActor, type Db } from '#platform';
import * as sql from './comparison.queries.js';

const EVERY_MS = 500;

/** Watches one run from transactions of its own: writes its progress, and when somebody cancels ends the statement that is running. */
export class RunWatch {
  private percent = 0;
  private cancelled = false;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Db,
    private readonly id: CaseId,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look()).catch(() => undefined); // a look that fails is repeated by the next one
    }, EVERY_MS);
  }

  /** Throws `comparison.cancelled` when somebody asked to stop. @param percent how far the run is */
  at(percent: number): void {
    this.percent = Math.min(99, Math.round(percent));
    if (this.cancelled) throw problem('comparison.cancelled');
  }

  get wasCancelled(): boolean {
    return this.cancelled;
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.looking;
  }

  private async look(): Promise<void> {
    await this.db.run({ actor: systemActor(scopeOfCounty(this.id.countyCode)) }, async () => {
      const row = await this.db.maybeOne<{ cancel_requested: boolean }>(sql.setProgress, [this.id.countyCode, this.id.id, this.percent]);
      if (!row?.cancel_requested) return;
      this.cancelled = true;
      await this.db.query(sql.cancelStatement, [this.id.id]);
    });
  }
}
