import type { INestApplicationContext } from '@nestjs/common';
import { formatCaseId, type Pack } from '#domain';
import { Db, systemActor, type Actor } from '#platform';
import { PackReader } from '#procedures';
import { assign } from './demo-cases-people.js';
import { pathTo, type Standing, type Stop } from './demo-cases-path.js';
import { Performer } from './demo-cases-performer.js';
import { areaCases, stopsOf, subjectOfPack } from './demo-cases-plan.js';
import { DemoSubjects } from './demo-cases-subjects.js';
import { inParallel } from './in-parallel.js';

/** Where the village accounts of the demo belong. */
const HOME = '150125100201';
/** Days between today and the last deed of a case, by how it stands: a complete notice has hung its days. */
const rest: Readonly<Partial<Record<Standing, number>>> = { published: 3, complete: 9, objected: 2 };

export interface DatedDeed {
  /** Days before today, as a negative number. */
  readonly day: number;
  readonly run: () => Promise<void>;
}

/** Writes out who does what when. */
export class Author {
  private readonly db: Db;
  private readonly subjects: DemoSubjects;
  private turn = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly actors: readonly Actor[],
  ) {
    this.db = app.get(Db);
    this.subjects = new DemoSubjects(app);
  }

  /** Makes the subjects and says what is to be done on which day. */
  async write(): Promise<DatedDeed[]> {
    const packs = await this.packs();
    return [...(await this.householdDeeds(packs)), ...(await this.areaDeeds(packs))];
  }

  private async packs(): Promise<Pack[]> {
    const reader = this.app.get(PackReader);
    const rows = await this.db.run({ actor: systemActor('15'), readOnly: true }, () => reader.all());
    return rows.map(({ content }) => content);
  }

  private async householdDeeds(packs: readonly Pack[]): Promise<DatedDeed[]> {
    const clerk = this.actorOf('village_clerk', HOME);
    const planned = packs.flatMap((pack) => (subjectOfPack[pack.code] ? stopsOf(pack).map((stop) => ({ pack, stop, draft: this.subjects.draft(subjectOfPack[pack.code] ?? 'poor') })) : []));
    const deeds: DatedDeed[] = [];
    await inParallel(planned.map(({ pack, stop, draft }) => async () => {
      const { countyCode, id } = await this.subjects.household(draft, HOME, clerk);
      deeds.push(...this.script(pack, { subjectId: formatCaseId(countyCode, id), division: HOME }, [stop]));
    }));
    return deeds;
  }

  private async areaDeeds(packs: readonly Pack[]): Promise<DatedDeed[]> {
    const deeds: DatedDeed[] = [];
    for (const { pack: code, division, stops } of areaCases) {
      const pack = packs.find((candidate) => candidate.code === code);
      if (!pack) continue;
      const officer = this.actorOf('county_officer', division.slice(0, 6));
      if (code === 'village_exit' && division !== HOME) await this.subjects.fitVillage(division, officer);
      if (stops.some(({ as }) => as === 'completed') && code === 'county_exit') await this.subjects.fitCounty(division, officer, this.actorOf('prefecture_officer', division.slice(0, 4)));
      deeds.push(...this.script(pack, { subjectId: division, division }, stops));
    }
    return deeds;
  }

  /** Cases of one subject, one after the other, the last one ending as many days ago as its state says. */
  private script(pack: Pack, { subjectId, division }: { subjectId: string; division: string }, stops: readonly Stop[]): DatedDeed[] {
    const deeds: DatedDeed[] = [];
    let end = 0;
    for (const stop of [...stops].reverse()) {
      const path = pathTo(pack, stop);
      const people = assign(path.tasks, division, { actors: this.actors, turn: this.turn++ });
      const last = end - (rest[stop.as] ?? 1 + (this.turn % 5));
      const length = path.deeds.reduce((sum, { after }) => sum + after, 0);
      const kase = new Performer(this.app, { pack: pack.code, subjectId }, { people, actors: this.actors });
      let day = last - length;
      const dated = path.deeds.map((deed) => ({ day: (day += deed.after), run: kase.next(deed) }));
      deeds.unshift(...grouped(dated));
      end = last - length - 1;
    }
    return deeds;
  }

  private actorOf(role: Actor['role'], division: string): Actor {
    const found = this.actors.find((actor) => actor.role === role && actor.division === division);
    if (!found) throw new Error(`no demo account is ${role} of ${division}`);
    return found;
  }
}

/** Deeds of one day are one piece of work: they must follow one another. */
function grouped(deeds: readonly DatedDeed[]): DatedDeed[] {
  const days = [...new Set(deeds.map(({ day }) => day))];
  return days.map((day) => ({
    day,
    run: async () => {
      for (const deed of deeds.filter((candidate) => candidate.day === day)) await deed.run();
    },
  }));
}
