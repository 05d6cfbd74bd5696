import { Injectable } from '@nestjs/common';
import { codeRange, contains } from '#domain';
import { currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { villageNames, type VillageNameRow } from '../household/household.queries.js';
import * as sql from './list.queries.js';
import { readSearch, type Search } from './search-words.js';

export interface ListFilter {
  readonly division?: string;
  readonly status?: readonly string[];
  readonly type?: string;
  readonly cause?: string;
  readonly q?: string;
  readonly verdict?: string;
  readonly rule?: string;
  readonly year?: number;
  readonly cursor?: string;
  readonly limit: number;
}

export interface ListedHousehold extends sql.ListRow {
  readonly village: VillageNameRow | null;
}

/** Finds households page by page. Never counts, never reads a sensitive column. */
@Injectable()
export class HouseholdList {
  constructor(private readonly db: Db) {}

  async page(filter: ListFilter): Promise<Page<ListedHousehold>> {
    const division = territory(filter.division);
    if (division === null) return { items: [], nextCursor: null };
    const cursor = decodeCursor(filter.cursor, ['string', 'string']);
    const search = readSearch(filter.q ?? '');
    const { from, to } = codeRange(division);
    if (!currentContext().planInOrder) await this.db.query(sql.walkInOrder);
    const rows = await this.db.query<sql.ListRow>(statementOf(search), [
      from, to, division.length >= 6 ? division.slice(0, 6) : null, cursor?.[0] ?? null, cursor?.[1] ?? null, filter.limit + 1,
      filter.status && filter.status.length > 0 ? filter.status : null, filter.type ?? null, filter.cause ?? null, filter.verdict ?? null,
      filter.rule ?? 'household.exit', filter.year ?? Number(currentContext().today.slice(0, 4)), ...searchParams(search),
    ]);
    const names = await this.db.query<VillageNameRow>(villageNames, [[...new Set(rows.map((row) => row.village_code))]]);
    const village = (code: string) => names.find((name) => name.code === code) ?? null;
    return toPage(rows, filter.limit, (row) => [row.village_code, row.id], (row) => ({ ...row, village: village(row.village_code) }));
  }
}

/** The division asked for, as far as it lies in the actor's territory; null when nothing of it does. */
function territory(division: string | undefined): string | null {
  const { scope } = currentContext().actor;
  if (scope === null) return null;
  if (division === undefined || contains(division, scope)) return scope;
  return contains(scope, division) ? division : null;
}

function statementOf(search: Search | null): string {
  if (search === null) return sql.listHouseholds;
  return { name: sql.searchByName, initials: sql.searchByInitials, code: sql.searchByCode }[search.by];
}

function searchParams(search: Search | null): string[] {
  if (search === null) return [];
  if (search.by === 'name') return [search.text, search.gram];
  return search.by === 'initials' ? [search.from, search.to] : [search.code];
}
