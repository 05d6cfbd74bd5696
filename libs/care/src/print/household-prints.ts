import { Injectable } from '@nestjs/common';
import { problem, type CaseId } from '#domain';
import { DivisionReader } from '#divisions';
import type { StoredRow } from '#households';
import { currentContext, Db } from '#platform';
import * as file from '../file/household-file.queries.js';
import { HouseholdFile } from '../file/household-file.js';
import type { FileDocument } from '../file/file-document.js';
import * as sql from './help-card.queries.js';
import type { HelpCard } from './help-card.js';

/** Sheets about a household: 明白卡 and 一户一档. Numbers are masked or not there at all. */
@Injectable()
export class HouseholdPrints {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
    private readonly files: HouseholdFile,
  ) {}

  /** @throws `not-found` */
  async card({ countyCode, id }: CaseId): Promise<HelpCard> {
    const key = [countyCode, id];
    const card = await this.db.maybeOne<sql.CardRow>(sql.cardOf, key);
    if (!card) throw problem('not-found');
    const [latest = null] = await this.db.query<StoredRow & { year: number; member_count: number }>(file.years, key);
    return {
      card, latest, today: currentContext().today,
      place: (await this.divisions.fullNames([card.village_code])).get(card.village_code) ?? card.village_code,
      members: await this.db.query<sql.CardMember>(sql.cardMembers, key),
      help: await this.db.query<file.HelpRow>(file.help, key),
      helpers: await this.db.query<file.PairingRow>(file.pairings, key),
    };
  }

  /** @throws `not-found` */
  file(id: CaseId): Promise<FileDocument> {
    return this.files.read(id);
  }
}
