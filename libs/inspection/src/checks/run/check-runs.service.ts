import { Injectable } from '@nestjs/common';
import { codeRange, countyCodeOf, padVillageCode, problem, uuidV7, type CaseId } from '#domain';
import { storedActor } from '#households';
import { AccessLog, currentContext, Db, JobQueue, toPage, uuidCursor, type Page } from '#platform';
import { CheckCatalogue, divisionOf } from '../catalogue/check-catalogue.js';
import * as sql from './run.queries.js';

export interface NewRun {
  readonly division: string;
  /** Null means every check in force. */
  readonly codes: readonly string[] | null;
  /** The year that is checked; this year without it. */
  readonly year?: number | undefined;
}

export interface RunWithResults {
  readonly run: sql.CheckRunRow;
  readonly results: readonly sql.CheckResultRow[];
}

const FIRST_YEAR = 2000;

/** What people do with runs; the work itself is done by a job. */
@Injectable()
export class CheckRuns {
  constructor(
    private readonly db: Db,
    private readonly catalogue: CheckCatalogue,
    private readonly queue: JobQueue,
    private readonly access: AccessLog,
  ) {}

  /** Orders a run. @throws `not-found` outside the territory, `check.none`, `check.unknown`, `check.not-in-force`, `check.year` */
  async start(order: NewRun): Promise<sql.CheckRunRow> {
    const run = await this.create(order);
    this.db.afterCommit(async () => void (await this.queue.send('check.run', { runId: run.id, countyCode: run.county_code })));
    return run;
  }

  /** The same without a job: whoever calls does the work. */
  async create({ division, codes, year }: NewRun): Promise<sql.CheckRunRow> {
    const { actor, today } = currentContext();
    const place = divisionOf(division);
    if (codes?.length === 0) throw problem('check.none');
    const thisYear = Number(today.slice(0, 4));
    const asked = year ?? thisYear;
    if (asked < FIRST_YEAR || asked > thisYear) throw problem('check.year', { from: FIRST_YEAR, to: thisYear });
    const checks = await this.catalogue.inForce(asked, codes === null ? null : [...new Set(codes)]);
    if (checks.length === 0) throw problem('check.none');
    const versions = Object.fromEntries(checks.map(({ code, id, version }) => [code, { id, version }]));
    const row = await this.db.one<sql.CheckRunRow>(sql.insertRun, [
      countyCodeOf(place), uuidV7(), padVillageCode(place), place, checks.map(({ code }) => code), asked, today, JSON.stringify(versions), JSON.stringify(storedActor(actor)),
    ]);
    await this.access.event('CHECK', 'check_run', row.id, { division: place, year: asked, codes: row.codes }, { villageCode: row.village_code });
    return row;
  }

  /** Runs over divisions of one's territory, newest first. */
  async list({ cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<Page<sql.CheckRunRow>> {
    const { from, to } = codeRange(divisionOf(undefined));
    const rows = await this.db.query<sql.CheckRunRow>(sql.listRuns, [from, to, uuidCursor(cursor), limit + 1]);
    return toPage(rows, limit, (row) => [row.id], (row) => row);
  }

  /** Throws `not-found`. */
  async read(id: CaseId): Promise<RunWithResults> {
    const run = await this.db.maybeOne<sql.CheckRunRow>(sql.findRun, [id.countyCode, id.id]);
    if (!run) throw problem('not-found');
    return { run, results: await this.db.query<sql.CheckResultRow>(sql.resultsOfRun, [id.countyCode, id.id]) };
  }

  /** Gives a run up: what is counted stays, what works is stopped, the rest does not begin. @throws `check.run-ended`, `not-found` */
  async cancel(id: CaseId): Promise<RunWithResults> {
    const changed = await this.db.maybeOne<sql.CheckRunRow>(sql.requestCancel, [id.countyCode, id.id, currentContext().now]);
    const found = await this.read(id);
    if (!changed) throw problem('check.run-ended', { state: found.run.state });
    await this.access.event('CANCEL', 'check_run', id.id, { division: found.run.division_code }, { villageCode: found.run.village_code });
    return found;
  }
}
