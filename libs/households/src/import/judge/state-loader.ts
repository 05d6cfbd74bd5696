import { Injectable } from '@nestjs/common';
import { HEAD } from '#domain';
import { Db } from '#platform';
import type { RowGroup } from '../read/prepared-row.js';
import * as sql from './existing.queries.js';
import { codeOf, keyOf, villageOf, type ExistingHousehold, type ExistingState } from './existing-state.js';

type Pair = readonly [county: string, value: string];

/** Looks up, set by set, what the database knows about some groups: a handful of statements for a thousand rows. */
@Injectable()
export class StateLoader {
  constructor(private readonly db: Db) {}

  /** @param lock whether the households will be written in this transaction */
  async load(groups: readonly RowGroup[], { lock }: { lock: boolean }): Promise<ExistingState> {
    const byCode = await this.byCode(groups);
    const hashes = [...new Set(groups.flatMap((group) => group.rows.flatMap((row) => row.idHash ?? [])))];
    const registered = new Map((hashes.length > 0 ? await this.db.query<sql.RegisteredRow>(sql.registeredPersons, [hashes]) : []).map((row) => [row.id_hash, row]));
    const unknown = hashes.filter((hash) => !registered.has(hash));
    const taken = unknown.length > 0 ? await this.db.query<{ id_hash: string }>(sql.takenIdentities, [unknown]) : [];
    const byHead = await this.byHead(groups.filter((group) => !found(group, byCode, registered)));
    const byMemberCode = await this.byMemberCode(groups);
    const wanted = new Map<string, Pair>();
    const want = (county: string, id: string) => wanted.set(keyOf(county, id), [county, id]);
    for (const [key, id] of byCode) want(key.slice(0, 6), id);
    for (const row of registered.values()) want(row.county_code, row.household_id);
    for (const rows of byHead.values()) for (const row of rows) want(row.county_code, row.id);
    const years = [...new Set(groups.flatMap((group) => group.rows.map((row) => row.year)))];
    const households = await this.households([...wanted.values()], { years, lock });
    return { byCode, registered, takenElsewhere: new Set(taken.map((row) => row.id_hash)), byHead, byMemberCode, households };
  }

  private async byCode(groups: readonly RowGroup[]): Promise<Map<string, string>> {
    const pairs = groups.flatMap((group): Pair[] => {
      const [village, code] = [villageOf(group), codeOf(group)];
      return village !== null && code !== null ? [[village.slice(0, 6), code]] : [];
    });
    const rows = pairs.length > 0 ? await this.db.query<sql.CodeRow>(sql.householdsByCode, columns(pairs)) : [];
    return new Map(rows.map((row) => [keyOf(row.county_code, row.household_code), row.id]));
  }

  private async byHead(groups: readonly RowGroup[]): Promise<Map<string, sql.HeadRow[]>> {
    const pairs = new Map<string, Pair>();
    for (const group of groups) {
      const village = villageOf(group);
      const head = headNameOf(group);
      if (village !== null && head !== null) pairs.set(keyOf(village, head), [village, head]);
    }
    const rows = pairs.size > 0 ? await this.db.query<sql.HeadRow>(sql.householdsByHead, columns([...pairs.values()])) : [];
    const found = new Map<string, sql.HeadRow[]>();
    for (const row of rows) found.set(keyOf(row.village_code, row.head_name), [...(found.get(keyOf(row.village_code, row.head_name)) ?? []), row]);
    return found;
  }

  private async byMemberCode(groups: readonly RowGroup[]): Promise<Map<string, sql.MemberCodeRow>> {
    const pairs = groups.flatMap((group) => group.rows.flatMap(({ reading, villageCode }): Pair[] => {
      const code = reading.member['memberCode'];
      return typeof code === 'string' && villageCode !== null ? [[villageCode.slice(0, 6), code]] : [];
    }));
    const rows = pairs.length > 0 ? await this.db.query<sql.MemberCodeRow>(sql.membersByCode, columns(pairs)) : [];
    return new Map(rows.map((row) => [keyOf(row.county_code, row.member_code), row]));
  }

  private async households(pairs: readonly Pair[], { years, lock }: { years: number[]; lock: boolean }): Promise<Map<string, ExistingHousehold>> {
    if (pairs.length === 0) return new Map();
    const params = [[...new Set(pairs.map(([county]) => county))], pairs.map(([, id]) => id)];
    const rows = await this.db.query<sql.WholeRow>(lock ? sql.lockHouseholds : sql.wholeHouseholds, params);
    const members = await this.db.query<sql.WholeRow>(sql.wholeMembers, params);
    const yearly = await this.db.query<sql.WholeRow>(sql.wholeYears, [...params, years]);
    const memberYearly = await this.db.query<sql.WholeRow>(sql.wholeMemberYears, [...params, years]);
    const result = new Map<string, ExistingHousehold & { members: sql.WholeRow[]; years: Map<number, sql.WholeRow>; memberYears: Map<string, sql.WholeRow> }>();
    for (const household of rows) result.set(keyOf(household.county_code, household.id), { household, members: [], years: new Map(), memberYears: new Map() });
    const of = (row: sql.WholeRow) => result.get(keyOf(row.county_code, row['household_id'] as string));
    for (const row of members) of(row)?.members.push(row);
    for (const row of yearly) of(row)?.years.set(row['year'] as number, row);
    for (const row of memberYearly) of(row)?.memberYears.set(`${row['member_id'] as string}/${row['year'] as number}`, row);
    return result;
  }
}

const columns = (pairs: readonly Pair[]): [string[], string[]] => [pairs.map(([first]) => first), pairs.map(([, second]) => second)];

function found(group: RowGroup, byCode: ReadonlyMap<string, string>, registered: ReadonlyMap<string, sql.RegisteredRow>): boolean {
  const [village, code] = [villageOf(group), codeOf(group)];
  if (village !== null && code !== null && byCode.has(keyOf(village.slice(0, 6), code))) return true;
  return group.rows.some((row) => row.idHash !== null && registered.has(row.idHash));
}

/** Name of the person whom the rows call head. */
export function headNameOf({ rows }: RowGroup): string | null {
  const head = rows.find(({ reading }) => reading.member['relationToHead'] === HEAD);
  const name = head?.reading.member['name'] ?? rows[0]?.reading.head.name;
  return typeof name === 'string' ? name : null;
}
