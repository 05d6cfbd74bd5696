import { Injectable } from '@nestjs/common';
import { isCalendarDate, itemsToLookAt, parseCaseId, problem, type CaseId, type KeptAssurance } from '#domain';
import { DivisionReader } from '#divisions';
import { Db, decodeCursor, toPage, type Page } from '#platform';
import { territoryOf, type Territory } from '../shared.dto.js';
import { walkInOrder } from '../walk-in-order.js';
import * as list from './visit-list.queries.js';
import { findVisit, type VisitDetailRow } from './visit.queries.js';

export interface VisitFilter {
  readonly division?: string;
  readonly household?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface ListedVisit {
  readonly row: list.VisitListRow;
  readonly villageName: string;
}

export interface VisitDetail {
  readonly row: VisitDetailRow;
  readonly villageName: string;
  readonly persons: readonly { id: string; name: string }[];
  readonly tasks: readonly list.VisitTaskRow[];
  readonly lookAt: string[];
}

/** What others may ask about visits. Runs in the transaction of the caller. */
@Injectable()
export class VisitReader {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
  ) {}

  /** Visits of a household, a village or a larger division, the latest first. @throws `validation` for a date that does not exist */
  async page(filter: VisitFilter): Promise<Page<ListedVisit>> {
    for (const field of ['from', 'to'] as const) {
      const day = filter[field];
      if (day !== undefined && !isCalendarDate(day)) throw problem('validation', { fields: [{ field, faults: ['date'] }] });
    }
    const territory = territoryOf(filter.division);
    if (!territory) return { items: [], nextCursor: null };
    const cursor = decodeCursor(filter.cursor, ['string', 'string']);
    const { statement, params } = question(filter, territory);
    await this.db.query(walkInOrder);
    const rows = await this.db.query<list.VisitListRow>(statement, [filter.from ?? null, filter.to ?? null, cursor?.[0] ?? null, cursor?.[1] ?? null, filter.limit + 1, ...params]);
    const names = await this.divisions.fullNames(rows.map((row) => row.village_code));
    return toPage(rows, filter.limit, (row) => [row.visited_on, row.id], (row) => ({ row, villageName: names.get(row.village_code) ?? row.village_code }));
  }

  /** One visit with its persons and tasks. @throws `not-found` */
  async detail(id: CaseId): Promise<VisitDetail> {
    const row = await this.db.maybeOne<VisitDetailRow>(findVisit, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    const persons = await this.db.query<{ id: string; name: string }>(list.personsMet, [id.countyCode, row.persons_met]);
    const tasks = await this.db.query<list.VisitTaskRow>(list.tasksOfVisit, [id.countyCode, row.problems.map((found) => found.id)]);
    const names = await this.divisions.fullNames([row.village_code]);
    const lookAt = row.way === 'NOT_HOME' ? [] : itemsToLookAt(row.assurances as KeptAssurance[]);
    return { row, villageName: names.get(row.village_code) ?? row.village_code, persons, tasks, lookAt };
  }
}

function question(filter: VisitFilter, { code, county, from, to }: Territory): { statement: string; params: unknown[] } {
  if (filter.household !== undefined) {
    const household = parseCaseId(filter.household);
    return { statement: list.visitsOfHousehold, params: [household?.countyCode, household?.id] };
  }
  if (code.length === 12) return { statement: list.visitsOfVillage, params: [code] };
  if (county !== null) return { statement: list.visitsOfCounty, params: [county, from, to] };
  return { statement: list.visitsOfCounties, params: [from, to] };
}
