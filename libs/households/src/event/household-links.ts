import { Injectable } from '@nestjs/common';
import { uuidV7 } from '#domain';
import { Db } from '#platform';
import type { HouseholdRow } from '../household/household.queries.js';
import { insertLink } from './event.queries.js';

type Place = Pick<HouseholdRow, 'county_code' | 'id' | 'village_code'>;

/** Keeps the trace of where a household came from or went to. */
@Injectable()
export class HouseholdLinks {
  constructor(private readonly db: Db) {}

  async link(household: Place, other: Place, link: { kind: 'SPLIT_FROM' | 'MERGED_INTO' | 'MOVED_FROM' | 'MOVED_TO'; on: string; reason?: string }): Promise<void> {
    await this.db.query(insertLink, [JSON.stringify({
      county_code: household.county_code, id: uuidV7(), village_code: household.village_code, household_id: household.id,
      other_county_code: other.county_code, other_household_id: other.id, kind: link.kind, occurred_on: link.on, reason: link.reason ?? null,
    })]);
  }
}
