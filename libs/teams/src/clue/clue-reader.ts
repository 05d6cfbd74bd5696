import { Injectable } from '@nestjs/common';
import { parseCaseId, problem, type CaseId } from '#domain';
import { DivisionReader } from '#divisions';
import { Db, decodeCursor, toPage, type Page } from '#platform';
import { territoryOf } from '../shared.dto.js';
import { walkInOrder } from '../walk-in-order.js';
import { CluePauses, keyOf } from './clue-pauses.js';
import type { CluePauseRow } from './clue-pause.queries.js';
import { cluesOfDivision, cluesOfHousehold } from './clue-list.queries.js';
import { findClue, type ClueRow } from './clue.queries.js';
import { ClueService } from './clue.service.js';

export interface ClueFilter {
  readonly division?: string;
  readonly household?: string;
  readonly box?: 'open' | 'all';
  readonly cursor?: string;
  readonly limit: number;
}

export interface ListedClue {
  readonly row: ClueRow;
  readonly name: string | null;
  readonly villageName: string;
  readonly pauses: readonly CluePauseRow[];
}

/** What others may ask about risk clues. Names come in clear, as those of households do; telephones stay masked. */
@Injectable()
export class ClueReader {
  constructor(
    private readonly db: Db,
    private readonly clues: ClueService,
    private readonly divisions: DivisionReader,
    private readonly pauses: CluePauses,
  ) {}

  /** Clues of a division by village, or about one household. */
  async page(filter: ClueFilter): Promise<Page<ListedClue>> {
    await this.db.query(walkInOrder);
    if (filter.household !== undefined) {
      const household = parseCaseId(filter.household);
      const cursor = decodeCursor(filter.cursor, ['string']);
      const rows = await this.db.query<ClueRow>(cluesOfHousehold, [household?.countyCode, household?.id, cursor?.[0] ?? null, filter.limit + 1]);
      const shown = await this.shown(rows);
      return toPage(rows, filter.limit, (row) => [row.id], shown);
    }
    const territory = territoryOf(filter.division);
    if (!territory) return { items: [], nextCursor: null };
    const cursor = decodeCursor(filter.cursor, ['string', 'string']) ?? [null, null];
    const rows = await this.db.query<ClueRow>(cluesOfDivision[filter.box ?? 'open'], [territory.from, territory.to, territory.county, ...cursor, filter.limit + 1]);
    const shown = await this.shown(rows);
    return toPage(rows, filter.limit, (row) => [row.village_code, row.id], shown);
  }

  /** @throws `not-found` */
  async detail(id: CaseId): Promise<ListedClue> {
    const row = await this.db.maybeOne<ClueRow>(findClue, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return (await this.shown([row]))(row);
  }

  private async shown(rows: readonly ClueRow[]): Promise<(row: ClueRow) => ListedClue> {
    const names = await this.divisions.fullNames(rows.map((row) => row.village_code));
    const pauses = await this.pauses.of(rows);
    return (row) => ({
      row, name: this.clues.nameOf(row), villageName: names.get(row.village_code) ?? row.village_code, pauses: pauses.get(keyOf(row.county_code, row.id)) ?? [],
    });
  }
}
