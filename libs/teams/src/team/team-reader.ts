import { Injectable } from '@nestjs/common';
import { problem, type CaseId } from '#domain';
import { DivisionReader, ParameterReader } from '#divisions';
import { currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { territoryOf } from '../shared.dto.js';
import { walkInOrder } from '../walk-in-order.js';
import * as sql from './team.queries.js';

export interface TeamDetail {
  readonly team: sql.TeamRow;
  readonly members: readonly sql.TeamMemberRow[];
  readonly villages: readonly (sql.TeamVillageRow & { readonly villageName: string })[];
  readonly year: number;
  readonly days: readonly sql.TeamDaysRow[];
  /** Null when the parameter is not set. */
  readonly daysAsked: number | null;
  readonly leastSize: number | null;
}

/** What others may ask about work teams. Runs in the transaction of the caller. */
@Injectable()
export class TeamReader {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
    private readonly parameters: ParameterReader,
  ) {}

  /** Villages of a division with the team that serves them now. */
  async page(filter: { readonly division?: string; readonly cursor?: string; readonly limit: number }): Promise<Page<sql.TeamVillageRow & { villageName: string }>> {
    const territory = territoryOf(filter.division);
    if (!territory) return { items: [], nextCursor: null };
    const cursor = decodeCursor(filter.cursor, ['string', 'string']) ?? [null, null];
    await this.db.query(walkInOrder);
    const rows = await this.db.query<sql.TeamVillageRow>(sql.teamsOfDivision, [territory.from, territory.to, territory.county, ...cursor, filter.limit + 1]);
    const named = await this.named(rows);
    return toPage(rows, filter.limit, (row) => [row.village_code, row.id], named);
  }

  /** A team with members, villages and the days of a year. @throws `not-found` */
  async detail(id: CaseId, year: number = Number(currentContext().today.slice(0, 4))): Promise<TeamDetail> {
    const team = await this.db.maybeOne<sql.TeamRow>(sql.findTeam, [id.countyCode, id.id]);
    if (!team) throw problem('not-found');
    const members = await this.db.query<sql.TeamMemberRow>(sql.membersOfTeam, [id.countyCode, id.id]);
    const villages = await this.db.query<sql.TeamVillageRow>(sql.villagesOfTeam, [id.countyCode, id.id]);
    const days = await this.db.query<sql.TeamDaysRow>(sql.currentDays, [id.countyCode, members.map((row) => row.id), year, null]);
    const asked = await this.parameters.values(['team_days_per_year', 'team_min_size'], { division: team.village_code, year });
    const named = await this.named(villages);
    return { team, members, villages: villages.map(named), year, days, daysAsked: asked['team_days_per_year'] ?? null, leastSize: asked['team_min_size'] ?? null };
  }

  private async named(rows: readonly sql.TeamVillageRow[]): Promise<(row: sql.TeamVillageRow) => sql.TeamVillageRow & { villageName: string }> {
    const names = await this.divisions.fullNames(rows.map((row) => row.village_code));
    return (row) => ({ ...row, villageName: names.get(row.village_code) ?? row.village_code });
  }
}
