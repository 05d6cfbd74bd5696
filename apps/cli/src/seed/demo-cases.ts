import type { INestApplicationContext } from '@nestjs/common';
import { Db, systemActor } from '#platform';
import { Author } from './demo-cases-author.js';
import { demoActors } from './demo-cases-people.js';
import { inParallel } from './in-parallel.js';

/** The demo begins this many days ago: the longest case takes less. */
const DAYS_BACK = 60;

export interface DemoCasesReport {
  readonly cases: number;
  /** `pack status step` → number. */
  readonly states: Readonly<Record<string, number>>;
}

/**
 * Cases in every state, made by the same services as those of the desks, by the demo users, on the days on which they would have
 * acted: the trial clock goes back, is brought forward day by day, and ends where it was.
 */
export async function seedDemoCases(app: INestApplicationContext): Promise<DemoCasesReport> {
  const db = app.get(Db);
  if (await hasCases(db)) return { cases: 0, states: {} };
  const clock = new Clock(db);
  try {
    await clock.goTo(-DAYS_BACK);
    const deeds = await new Author(app, await demoActors(db)).write();
    for (const day of [...new Set(deeds.map((deed) => deed.day))].sort((a, b) => a - b)) {
      await clock.goTo(day);
      await inParallel(deeds.filter((deed) => deed.day === day).map(({ run }) => run));
    }
  } finally {
    await clock.goTo(0);
  }
  const states = await countStates(db);
  return { cases: Object.values(states).reduce((sum, n) => sum + n, 0), states };
}

async function hasCases(db: Db): Promise<boolean> {
  return db.run({ actor: systemActor('15'), readOnly: true }, async () => (await db.maybeOne('select 1 as found from case_file limit 1')) !== null);
}

/** Number of cases by procedure, status and step. */
export async function countStates(db: Db): Promise<Record<string, number>> {
  const rows = await db.run({ actor: systemActor('15'), readOnly: true }, () =>
    db.query<{ state: string; n: number }>("select concat_ws(' ', c.pack_code, c.status, c.current_step) as state, count(*)::integer as n from case_file c group by 1 order by 1"));
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** The trial clock, in days from where it stood. */
class Clock {
  private at = 0;

  constructor(private readonly db: Db) {}

  async goTo(day: number): Promise<void> {
    if (day === this.at) return;
    await this.db.run({ actor: systemActor('15') }, () => this.db.query('select app.move_clock(make_interval(days => $1))', [day - this.at]));
    this.at = day;
  }
}
