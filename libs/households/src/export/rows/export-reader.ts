import { Injectable } from '@nestjs/common';
import { codePath, codeRange, type Layout } from '#domain';
import { DivisionReader } from '#divisions';
import { Db } from '#platform';
import type { ExportLine } from './export-cells.js';
import * as sql from './export.queries.js';
import type { ExportFilter, ExportRow } from './export.queries.js';

const HOUSEHOLDS_PER_PAGE = 500;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Lines of an export, page by page in the order of the villages. Memory holds one page. */
@Injectable()
export class ExportReader {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
  ) {}

  async *lines(layout: Layout, year: number, filter: ExportFilter): AsyncGenerator<ExportLine[]> {
    const { from, to } = codeRange(filter.division);
    for (let after: [string, string] = ['', NIL]; ; ) {
      const params = [from, to, ...after, filter.status ?? null, filter.poorHouseholdType ?? null, filter.mainCause ?? null, HOUSEHOLDS_PER_PAGE];
      const households = await this.db.query<ExportRow>(sql.householdPage, params);
      const last = households.at(-1);
      if (!last) return;
      yield await this.page(layout, year, households);
      after = [last.village_code, last.id];
    }
  }

  private async page(layout: Layout, year: number, households: readonly ExportRow[]): Promise<ExportLine[]> {
    const keys = [[...new Set(households.map((row) => row.county_code))], households.map((row) => row.id)];
    const years = byHousehold(await this.db.query<ExportRow>(sql.yearsOfPage, [...keys, year]));
    const members = byHousehold(await this.db.query<ExportRow>(sql.membersOfPage, keys));
    const memberYears = new Map<string, ExportRow>();
    if (layout.sheet === 'person') for (const row of await this.db.query<ExportRow>(sql.memberYearsOfPage, [...keys, year])) memberYears.set(row['member_id'] as string, row);
    const names = await this.divisions.names(households.flatMap((row) => codePath(row.village_code)));
    return households.flatMap((household): ExportLine[] => {
      const path = codePath(household.village_code).map((code) => names.get(code) ?? '');
      const people = members.get(household.id) ?? [];
      const shared = { household, year: years.get(household.id)?.[0], path };
      if (layout.sheet === 'household') return [{ ...shared, member: people.find((person) => person['relation_to_head'] === '01'), memberYear: undefined }];
      return people.map((member) => ({ ...shared, member, memberYear: memberYears.get(member.id) }));
    });
  }
}

function byHousehold(rows: readonly ExportRow[]): Map<string, ExportRow[]> {
  const map = new Map<string, ExportRow[]>();
  for (const row of rows) {
    const id = row['household_id'] as string;
    const list = map.get(id);
    if (list) list.push(row);
    else map.set(id, [row]);
  }
  return map;
}
