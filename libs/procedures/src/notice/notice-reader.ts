import { Injectable } from '@nestjs/common';
import { codeRange, isDivisionCode, problem, type CaseId } from '#domain';
import { currentContext, Db, decodeCursor, toPage } from '#platform';
import { walkInOrder } from '../case/case-list.queries.js';
import * as sql from './notice-board.queries.js';
import { NoticeCardResponse, NoticePage, PosterResponse, type Lane, type NoticeListQuery } from './notices.dto.js';

const laneQueries: Readonly<Record<Lane, string>> = {
  due: sql.dueLane, running: sql.runningLane, contested: sql.contestedLane, complete: sql.completeLane, closed: sql.closedLane,
};

/** The notice board, and what a notice shows to the public. */
@Injectable()
export class NoticeReader {
  constructor(private readonly db: Db) {}

  /** One lane of the board, by village. */
  async board({ lane = 'running', division, cursor, limit }: NoticeListQuery): Promise<NoticePage> {
    const { actor, today } = currentContext();
    const within = division ?? actor.division;
    if (!isDivisionCode(within)) throw problem('division.malformed-code', { code: within });
    const [village, id] = decodeCursor(cursor, ['string', 'string']) ?? [null, null];
    const { from, to } = codeRange(within);
    await this.db.query(walkInOrder);
    const rows = await this.db.query<sql.BoardRow>(laneQueries[lane], [from, to, village, id, limit + 1, today]);
    return toPage(rows, limit, (row) => [row.village_code, row.id ?? row.case_id], (row) => NoticeCardResponse.from(row, lane));
  }

  /** The poster: name, village and head count. Throws `not-found`. */
  async poster(id: CaseId): Promise<PosterResponse> {
    const row = await this.db.maybeOne<sql.PosterRow>(sql.posterOf, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return PosterResponse.from(row);
  }
}
