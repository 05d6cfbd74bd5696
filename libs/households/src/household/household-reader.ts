import { Injectable } from '@nestjs/common';
import { problem, type CaseId, type HouseholdStatus } from '#domain';
import { Db } from '#platform';
import { HouseholdLock } from './household-lock.js';
import * as sql from './household.queries.js';

/** What another slice may know of a household without its form. */
export interface HouseholdCard {
  readonly countyCode: string;
  readonly id: string;
  readonly villageCode: string;
  readonly status: HouseholdStatus;
  readonly headName: string;
  readonly memberCount: number;
  readonly version: number;
  readonly poorHouseholdType: string | null;
  readonly mainCause: string | null;
}

/** Everything of a household that a page shows; sensitive fields masked. */
export interface HouseholdDetail {
  readonly household: sql.HouseholdRow;
  readonly members: readonly sql.MemberRow[];
  readonly episodes: readonly sql.EpisodeRow[];
  readonly links: readonly sql.LinkRow[];
  readonly years: readonly number[];
  readonly village: sql.VillageNameRow | null;
}

/** Read model of this slice; the only way in which another slice looks at households. */
@Injectable()
export class HouseholdReader {
  constructor(
    private readonly db: Db,
    private readonly locks: HouseholdLock,
  ) {}

  /** Throws `not-found` outside the territory. */
  async card(id: CaseId): Promise<HouseholdCard> {
    const row = await this.db.maybeOne<sql.HouseholdRow>(sql.findHousehold, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return toCard(row);
  }

  /** Locks the household until the end of the transaction: facts cannot change under a decision. */
  async lockForDecision(id: CaseId): Promise<HouseholdCard> {
    return toCard(await this.locks.lock(id));
  }

  /** Years with a record that holds now, the latest first. */
  async recordedYears({ countyCode, id }: CaseId): Promise<number[]> {
    return (await this.db.query<{ year: number }>(sql.recordedYears, [countyCode, id])).map(({ year }) => year).reverse();
  }

  /** Persons in the household now. */
  async headCount(id: CaseId): Promise<number> {
    return (await this.card(id)).memberCount;
  }

  async detail(id: CaseId): Promise<HouseholdDetail> {
    const key = [id.countyCode, id.id];
    const household = await this.db.maybeOne<sql.HouseholdRow>(sql.findHousehold, key);
    if (!household) throw problem('not-found');
    const members = await this.db.query<sql.MemberRow>(sql.membersOf, key);
    const episodes = await this.db.query<sql.EpisodeRow>(sql.episodesOf, key);
    const links = await this.db.query<sql.LinkRow>(sql.linksOf, key);
    const years = await this.db.query<{ year: number }>(sql.recordedYears, key);
    const [village] = await this.db.query<sql.VillageNameRow>(sql.villageNames, [[household.village_code]]);
    return { household, members, episodes, links, years: years.map((row) => row.year), village: village ?? null };
  }
}

function toCard(row: sql.HouseholdRow): HouseholdCard {
  return {
    countyCode: row.county_code, id: row.id, villageCode: row.village_code, status: row.status as HouseholdStatus, headName: row.head_name,
    memberCount: row.member_count, version: row.version,
    poorHouseholdType: (row['poor_household_type'] as string | null) ?? null, mainCause: (row['main_cause'] as string | null) ?? null,
  };
}
