import { Injectable } from '@nestjs/common';
import { DivisionReader } from '#divisions';
import { HouseholdReader } from '#households';
import type { CaseRow } from '../case/case-rows.js';

/** All that a public notice can show. There is no column for an ID number, a telephone, a bank account or an illness. */
export interface Poster {
  readonly poster_name: string;
  readonly poster_village: string;
  readonly poster_head_count: number | null;
}

/** Writes the content of a public notice: name, village and head count, as they are on the day of posting. */
@Injectable()
export class PosterWriter {
  constructor(
    private readonly divisions: DivisionReader,
    private readonly households: HouseholdReader,
  ) {}

  async write(row: CaseRow): Promise<Poster> {
    const village = await this.nameOf(row.division_code);
    if (row.household_id === null) return { poster_name: village, poster_village: village, poster_head_count: null };
    const card = await this.households.card({ countyCode: row.county_code, id: row.household_id });
    return { poster_name: card.headName, poster_village: village, poster_head_count: card.memberCount };
  }

  /** Name of a division; its code when the tree does not know it. */
  async nameOf(code: string): Promise<string> {
    return (await this.divisions.names([code])).get(code) ?? code;
  }
}
