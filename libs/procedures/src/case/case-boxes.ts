import { Injectable } from '@nestjs/common';
import { codeRange, isDivisionCode, parseCaseId, problem } from '#domain';
import { DivisionReader } from '#divisions';
import { currentContext, Db, decodeCursor, toPage } from '#platform';
import { CaseItemResponse, CasePage, type CaseListQuery } from './case-list.dto.js';
import { copiedBox } from '../copy/case-copies.queries.js';
import * as sql from './case-list.queries.js';

type Key = (string | number | null)[];

interface Box {
  readonly rows: sql.CaseListRow[];
  readonly key: (row: sql.CaseListRow) => Key;
}

/** The boxes of the desk: what waits for me, what I started, what I did, what was copied to me, and the cases of a household or of my territory. */
@Injectable()
export class CaseBoxes {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
  ) {}

  async list(query: CaseListQuery): Promise<CasePage> {
    const { rows, key } = await this.box(query);
    const names = await this.divisions.fullNames(rows.map(({ division_code }) => division_code));
    const { today } = currentContext();
    return toPage(rows, query.limit, key, (row) => CaseItemResponse.from(row, { division: names.get(row.division_code) ?? row.division_code, today }));
  }

  private box(query: CaseListQuery): Promise<Box> {
    if (query.household !== undefined) return this.ofHousehold(query, query.household);
    if (query.box === 'copied') return this.copied(query);
    if (query.box === 'todo') return this.todo(query);
    if (query.box === 'mine' || query.box === 'done') return this.own(query, query.box);
    return this.territory(query);
  }

  private async todo({ pack, checks, cursor, limit }: CaseListQuery): Promise<Box> {
    const [at, id] = decodeCursor(cursor, ['string', 'string']) ?? [null, null];
    const { actor } = currentContext();
    const rows = await this.db.query<sql.CaseListRow>(sql.todoBox, [actor.division, actor.role, actor.userId, pack ?? null, at, id, limit + 1, checks === 'passed']);
    return { rows, key: (row) => [row.entered_at.toISOString(), row.id] };
  }

  private async own({ pack, status, cursor, limit }: CaseListQuery, box: 'mine' | 'done'): Promise<Box> {
    const [after] = decodeCursor(cursor, ['string']) ?? [null];
    const params = [currentContext().actor.userId, pack ?? null, status ?? null, after, limit + 1];
    if (box === 'mine') return { rows: await this.db.query<sql.CaseListRow>(sql.mineBox, params), key: (row) => [row.id] };
    const rows = await this.db.query<sql.CaseListRow & { duty_id: string }>(sql.doneBox, params);
    return { rows, key: (row) => [(row as sql.CaseListRow & { duty_id: string }).duty_id] };
  }

  private async copied({ pack, status, cursor, limit }: CaseListQuery): Promise<Box> {
    const [after] = decodeCursor(cursor, ['string']) ?? [null];
    const { userId, role, division } = currentContext().actor;
    const rows = await this.db.query<sql.CaseListRow & Required<sql.CopyColumns>>(copiedBox, [userId, role, division, pack ?? null, status ?? null, after, limit + 1]);
    return { rows, key: (row) => [row.copy_id ?? null] };
  }

  private async ofHousehold({ pack, status, cursor, limit }: CaseListQuery, household: string): Promise<Box> {
    const id = parseCaseId(household);
    if (!id) throw problem('not-found');
    const [after] = decodeCursor(cursor, ['string']) ?? [null];
    const rows = await this.db.query<sql.CaseListRow>(sql.householdBox, [id.countyCode, id.id, pack ?? null, status ?? null, after, limit + 1]);
    return { rows, key: (row) => [row.id] };
  }

  private async territory({ pack, status, division, cursor, limit }: CaseListQuery): Promise<Box> {
    const [village, id] = decodeCursor(cursor, ['string', 'string']) ?? [null, null];
    const within = division ?? currentContext().actor.division;
    if (!isDivisionCode(within)) throw problem('division.malformed-code', { code: within });
    const { from, to } = codeRange(within);
    await this.db.query(sql.walkInOrder);
    const rows = await this.db.query<sql.CaseListRow>(sql.territoryBox, [from, to, pack ?? null, status ?? null, village, id, limit + 1]);
    return { rows, key: (row) => [row.village_code, row.id] };
  }
}
