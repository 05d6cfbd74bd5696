import type { INestApplicationContext } from '@nestjs/common';
import { parseCaseId, type CaseId } from '#domain';
import { Db, systemActor, type Actor } from '#platform';
import { CaseEngine, CaseReader, CaseStarter } from '#procedures';
import type { Deed } from './demo-cases-path.js';
import { FACT_YEAR } from './demo-cases-subjects.js';

/** Does the deeds of one case, each as the person whose task it is. */
export class Performer {
  private id: CaseId | null = null;
  private readonly db: Db;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly about: { readonly pack: string; readonly subjectId: string },
    private readonly who: { readonly people: ReadonlyMap<string, Actor>; readonly actors: readonly Actor[] },
  ) {
    this.db = app.get(Db);
  }

  next(deed: Deed): () => Promise<void> {
    return async () => {
      const actor = this.actorOf(deed);
      await this.db.run({ actor }, () => this.perform(deed, actor)).catch((error: unknown) => {
        throw new Error(`demo case ${this.about.pack} of ${this.about.subjectId}: ${deed.request.action} by ${actor.name} failed`, { cause: error });
      });
    };
  }

  private async perform(deed: Deed, actor: Actor): Promise<void> {
    if (deed.kind === 'start') {
      const row = await this.app.get(CaseStarter).start({ ...this.about, year: FACT_YEAR, reason: '演示：年度动态调整' });
      this.id = { countyCode: row.county_code, id: row.id };
      return;
    }
    await this.app.get(CaseEngine).act(this.started(), { ...(await this.requestOf(deed, actor)), expectedVersion: null });
  }

  private async requestOf({ kind, request }: Deed, actor: Actor): Promise<Deed['request']> {
    if (kind === 'settle') {
      const { objections } = await this.app.get(CaseReader).detail(this.started());
      const open = parseCaseId(objections.find(({ state }) => state === 'OPEN')?.id ?? '');
      return { ...request, settlement: { objectionId: open?.id ?? '', result: 'NOT_UPHELD', finding: '演示：入户复核，收入填报属实，异议不成立' } };
    }
    if (kind === 'transfer') return { ...request, assigneeId: this.colleagueOf(actor).userId };
    return request.review ? { ...request, review: { ...request.review, heldOn: await this.today() } } : request;
  }

  private actorOf({ task }: Deed): Actor {
    if (task === null) return this.bystander();
    const actor = this.who.people.get(task);
    if (!actor) throw new Error(`nobody is assigned to ${task}`);
    return actor;
  }

  /** Whoever records an objection must be another person than whoever settles it. */
  private bystander(): Actor {
    const busy = new Set([...this.who.people.values()].map(({ userId }) => userId));
    const home = [...this.who.people.values()][0];
    const found = this.who.actors.find((actor) => !busy.has(actor.userId) && actor.division === home?.division && actor.scope !== null);
    return found ?? home ?? systemActor('15');
  }

  private colleagueOf(actor: Actor): Actor {
    const taken = new Set([...this.who.people.values()].map(({ userId }) => userId));
    const found = this.who.actors.find((other) => other.role === actor.role && other.division === actor.division && !taken.has(other.userId));
    if (!found) throw new Error(`${actor.name} has no colleague`);
    return found;
  }

  private async today(): Promise<string> {
    return (await this.db.one<{ today: string }>('select app.today()::text as today')).today;
  }

  private started(): CaseId {
    if (!this.id) throw new Error('the case has not begun');
    return this.id;
  }
}
