import { Injectable } from '@nestjs/common';
import { addDays, poorStatuses } from '#domain';
import { DivisionReader, ParameterReader } from '#divisions';
import { currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { territoryOf, type Territory } from '../shared.dto.js';
import { walkInOrder } from '../walk-in-order.js';
import * as sql from './field-work.queries.js';

/** Coverage and load of one division. Null = a parameter is not set, or the figure cannot be seen from here. */
export interface FieldWork {
  readonly division: string;
  readonly name: string;
  readonly villages: number;
  readonly households: number;
  readonly withoutHelper: number;
  readonly notVisitedThisYear: number;
  readonly visitDue: number | null;
  readonly villagesServed: number;
  readonly villagesWithoutTeam: number;
  readonly teamsTooSmall: number | null;
  readonly membersWithDays: number;
  readonly daysRecorded: number;
  readonly helpers: number;
  readonly helpersAboveLimit: number | null;
}

export interface FieldWorkReport {
  readonly year: number;
  readonly asOf: Date;
  readonly total: FieldWork;
  readonly children: readonly FieldWork[];
  /** Visits a year by status of the household; null = not set. */
  readonly visitsPerYear: Readonly<Record<string, number | null>>;
  readonly leastSize: number | null;
  readonly daysAsked: number | null;
}

export interface MissingFilter {
  readonly division?: string;
  readonly missing: 'helper' | 'visit';
  readonly cursor?: string;
  readonly limit: number;
}

interface Question {
  readonly range: readonly [string, string, string | null];
  readonly territory: Territory;
  readonly year: number;
  readonly windows: readonly { readonly status: string; readonly from: string }[];
  readonly limits: readonly { readonly rank: string | null; readonly limit: number }[];
  readonly leastSize: number | null;
}

const DAYS_OF_YEAR = 365;

/** Who is without a team, a helper or a visit. Counts places and households; persons are never ranked. */
@Injectable()
export class FieldWorkReader {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
    private readonly parameters: ParameterReader,
  ) {}

  /** Figures of a division and of each division right below it. Null outside the territory. */
  async report(division: string | undefined, year: number = Number(currentContext().today.slice(0, 4))): Promise<FieldWorkReport | null> {
    const territory = territoryOf(division);
    if (!territory || (division !== undefined && territory.code !== division)) return null;
    const at = { division: territory.code, year };
    const asked = await this.parameters.values(['team_min_size', 'team_days_per_year'], at);
    const visitsPerYear: Record<string, number | null> = {};
    for (const status of poorStatuses) visitsPerYear[status] = (await this.parameters.effective('visits_per_year', { ...at, subject: status }))?.value ?? null;
    const { today, now } = currentContext();
    const last = today.startsWith(String(year)) ? today : `${year}-12-31`;
    const windows = Object.entries(visitsPerYear).flatMap(([status, visits]) => (visits ? [{ status, from: addDays(last, -Math.floor(DAYS_OF_YEAR / visits)) }] : []));
    const question: Question = {
      range: [territory.from, territory.to, territory.county], territory, year, windows, limits: await this.limits(territory), leastSize: asked['team_min_size'] ?? null,
    };
    const own = await this.figures(question, territory.code.length);
    const digits = childDigits(territory.code.length);
    const children = digits === null ? [] : await this.figures(question, digits);
    const [total] = await this.named([own.get(territory.code) ?? empty(territory.code)]);
    return {
      year, asOf: now, total: total ?? empty(territory.code), children: await this.named([...children.values()].sort((a, b) => (a.division < b.division ? -1 : 1))),
      visitsPerYear, leastSize: question.leastSize, daysAsked: asked['team_days_per_year'] ?? null,
    };
  }

  /** The households behind `withoutHelper` and `notVisitedThisYear`. */
  async missing({ division, missing, cursor, limit }: MissingFilter): Promise<Page<sql.MissingRow>> {
    const territory = territoryOf(division);
    if (!territory) return { items: [], nextCursor: null };
    const key = decodeCursor(cursor, ['string', 'string']) ?? [null, null];
    await this.db.query(walkInOrder);
    const rows = await this.db.query<sql.MissingRow>(sql.householdsMissing, [
      territory.from, territory.to, territory.county, missing, poorStatuses, `${currentContext().today.slice(0, 4)}-01-01`, ...key, limit + 1,
    ]);
    return toPage(rows, limit, (row) => [row.village_code, row.id], (row) => row);
  }

  private async figures({ range, territory, year, windows, limits, leastSize }: Question, digits: number): Promise<Map<string, FieldWork>> {
    const yearStart = `${year}-01-01`;
    const earliest = [yearStart, ...windows.map(({ from }) => from)].sort()[0];
    const coverage = await this.db.query<sql.CoverageRow>(sql.householdCoverage, [...range, digits, poorStatuses, yearStart, JSON.stringify(windows), earliest]);
    const teams = await this.db.query<sql.TeamCoverageRow>(sql.teamCoverage, [...range, digits, leastSize, poorStatuses]);
    const days = await this.db.query<sql.DaysRow>(sql.daysRecorded, [...range, digits, year]);
    const load = await this.db.query<sql.LoadRow>(sql.helperLoad, [...range, digits, JSON.stringify(limits)]);
    const result = new Map<string, FieldWork>();
    const put = (unit: string, part: Partial<FieldWork>) => result.set(unit, { ...(result.get(unit) ?? empty(unit)), ...part });
    for (const row of coverage) {
      put(row.unit, {
        villages: row.villages, households: row.households, withoutHelper: row.without_helper, notVisitedThisYear: row.not_visited_this_year,
        visitDue: row.asked > 0 ? row.visit_due : null,
      });
    }
    for (const row of teams) put(row.unit, { villagesServed: row.served, villagesWithoutTeam: row.without_team, teamsTooSmall: leastSize === null ? null : row.too_small });
    for (const row of days) put(row.unit, { daysRecorded: row.days, membersWithDays: row.members });
    const seesAll = (currentContext().actor.scope?.length ?? 12) <= 6;
    for (const row of load) put(row.unit, { helpers: row.helpers, helpersAboveLimit: limits.length > 0 && seesAll ? row.above_limit : null });
    result.delete(territory.code.length < digits ? territory.code : '');
    return result;
  }

  private async limits({ from, to, code }: Territory): Promise<{ rank: string | null; limit: number }[]> {
    const ranks = await this.db.query<{ rank: string }>(sql.ranksInUse, [from, to]);
    const limits = [];
    for (const rank of [null, ...ranks.map((row) => row.rank)]) {
      const found = await this.parameters.effective('max_households_per_helper', { division: code, ...(rank === null ? {} : { subject: rank }) });
      if (found?.value != null) limits.push({ rank, limit: found.value });
    }
    return limits;
  }

  private async named(rows: readonly FieldWork[]): Promise<FieldWork[]> {
    const names = await this.divisions.names(rows.map((row) => row.division));
    return rows.map((row) => ({ ...row, name: names.get(row.division) ?? row.division }));
  }
}

const empty = (division: string): FieldWork => ({
  division, name: division, villages: 0, households: 0, withoutHelper: 0, notVisitedThisYear: 0, visitDue: null, villagesServed: 0, villagesWithoutTeam: 0,
  teamsTooSmall: null, membersWithDays: 0, daysRecorded: 0, helpers: 0, helpersAboveLimit: null,
});

function childDigits(length: number): number | null {
  const levels = [2, 4, 6, 9, 12];
  return levels[levels.indexOf(length) + 1] ?? null;
}
