import { Injectable } from '@nestjs/common';
import { isProblem, problem, type CaseId } from '#domain';
import { restoreActor, scopeOfCounty } from '#households';
import { currentContext, Db, systemActor, type Actor } from '#platform';
import { CheckCatalogue } from '../catalogue/check-catalogue.js';
import { CheckExecutor, type RunFrame } from './check-executor.js';
import type { RunningCheck } from './check-statement.queries.js';
import * as sql from './run.queries.js';
import { Slots } from './slots.js';

/** Two cores, and a check reads whole tables: more at once would only wait for one another. */
const AT_ONCE = 2;
const LOOK_EVERY_MS = 400;

/** Does a run: two checks at a time, each counted in a transaction of its own, so that a run that breaks off is taken up where it was. */
@Injectable()
export class CheckRunner {
  private readonly slots = new Slots(AT_ONCE);

  constructor(
    private readonly db: Db,
    private readonly catalogue: CheckCatalogue,
    private readonly executor: CheckExecutor,
  ) {}

  /** Null when the run is over or given up. Acts as the person who asked, within their territory. `progress` hears how many checks are counted. */
  async run(id: CaseId, progress: (counted: number, of: number) => Promise<unknown> | void = () => undefined): Promise<sql.CheckRunRow | null> {
    const stored = await this.db.run({ actor: systemActor(scopeOfCounty(id.countyCode)), readOnly: true }, () => this.db.maybeOne<sql.CheckRunRow>(sql.findRun, [id.countyCode, id.id]));
    if (!stored) throw problem('not-found');
    const actor = restoreActor(stored.actor);
    const begun = await this.db.run({ actor }, () => this.db.maybeOne<sql.CheckRunRow>(sql.beginRun, [id.countyCode, id.id, currentContext().now]));
    if (!begun) return null;
    const { checks, counted } = await this.db.run({ actor, readOnly: true }, async () => ({
      checks: await this.catalogue.byIds(Object.values(begun.versions).map((version) => version.id)),
      counted: await this.db.query<{ check_code: string }>(sql.countedChecks, [id.countyCode, id.id]),
    }));
    const frame = await this.executor.frame(begun, actor);
    const done = new Set(counted.map(({ check_code: code }) => code));
    const watch = new CancelWatch(this.db, id, actor);
    try {
      await this.all(checks.filter(({ code }) => !done.has(code)), frame, { watch, counted: async () => void (await this.counted(id, actor), await progress(done.size, checks.length)), done });
    } finally {
      watch.end();
    }
    return this.end(id, actor, watch.cancelled);
  }

  private async all(checks: readonly RunningCheck[], frame: RunFrame, { watch, counted, done }: { watch: CancelWatch; counted: () => Promise<void>; done: Set<string> }): Promise<void> {
    const waiting = [...checks];
    const worker = async (): Promise<void> => {
      for (let check = waiting.shift(); check !== undefined && !watch.cancelled; check = waiting.shift()) {
        await this.one(check, frame, watch);
        if (watch.cancelled) return;
        done.add(check.code);
        await counted();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  /** A check that cannot be run is noted and the run goes on; what has to do with the database itself ends it, to be taken up again. */
  private async one(check: RunningCheck, frame: RunFrame, watch: CancelWatch): Promise<void> {
    const slot: { pid: number | null } = { pid: null };
    try {
      await this.slots.within(() => (watch.cancelled ? Promise.resolve(false) : this.executor.run(check, frame, (pid) => { slot.pid = watch.works(slot.pid, pid); })));
    } catch (error) {
      if (watch.cancelled) return;
      if (isProblem(error) && ['not-ready', 'busy'].includes(error.code)) throw error;
      await this.executor.fail(check, frame, error);
    }
  }

  private counted(id: CaseId, actor: Actor): Promise<unknown> {
    return this.db.run({ actor }, () => this.db.query(sql.setProgress, [id.countyCode, id.id]));
  }

  private end(id: CaseId, actor: Actor, cancelled: boolean): Promise<sql.CheckRunRow | null> {
    return this.db.run({ actor }, async () => {
      const failed = (await this.db.query<sql.CheckResultRow>(sql.resultsOfRun, [id.countyCode, id.id])).filter(({ failure }) => failure !== null).map(({ check_code: code }) => code);
      const failure = failed.length > 0 ? { code: 'check.failed', zh: `核查未能完成：${failed.join('、')}`, en: `these checks could not be run: ${failed.join(', ')}` } : null;
      return this.db.maybeOne<sql.CheckRunRow>(sql.endRun, [id.countyCode, id.id, cancelled ? 'cancelled' : failure ? 'failed' : 'done', failure && JSON.stringify(failure), currentContext().now]);
    });
  }
}

/** Looks whether somebody gave the run up, and stops the statements that work for it. */
class CancelWatch {
  cancelled = false;
  private readonly pids = new Set<number>();
  private readonly timer: NodeJS.Timeout;
  private looking = false;

  constructor(
    private readonly db: Db,
    private readonly id: CaseId,
    private readonly actor: Actor,
  ) {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  /** A connection begins or ends its work. */
  works(before: number | null, now: number | null): number | null {
    if (before !== null) this.pids.delete(before);
    if (now !== null) this.pids.add(now);
    return now;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      await this.db.run({ actor: this.actor, readOnly: true }, async () => {
        const run = await this.db.maybeOne<{ cancelled: boolean }>(sql.isCancelled, [this.id.countyCode, this.id.id]);
        if (run?.cancelled !== true) return;
        this.cancelled = true;
        for (const pid of this.pids) await this.db.query(sql.stopStatement, [pid]);
      });
    } catch {
      // Whoever cannot look now looks again; the run itself meets the same trouble.
    } finally {
      this.looking = false;
    }
  }
}
