import { Injectable } from '@nestjs/common';
import { problem } from '#domain';
import { Db, currentContext, decodeCursor, toPage } from '#platform';
import { DivisionDetailResponse, DivisionPage, DivisionResponse } from './divisions.dto.js';
import type { DivisionListQuery } from './divisions.dto.js';
import { childDivisions, designationsOf, findDivision, lineageOf, searchDivisions } from './divisions.queries.js';
import type { DesignationRow, DivisionRow, LineageRow } from './divisions.queries.js';

/** Reads of the tree. It is reference data: everyone who is signed in sees all of it. */
@Injectable()
export class DivisionsService {
  constructor(private readonly db: Db) {}

  /** Search when `q` is given, otherwise the children of `parent`. */
  async list(query: DivisionListQuery): Promise<DivisionPage> {
    const [rank, code] = decodeCursor(query.cursor, ['number', 'string']) ?? [-1, ''];
    const on = query.on ?? currentContext().today;
    const words = searchWords(query.q);
    const rows = words === ''
      ? await this.db.query<DivisionRow>(childDivisions, [query.parent ?? null, on, code, query.limit + 1])
      : await this.db.query<DivisionRow>(searchDivisions, [words, query.within ?? '', query.level ?? null, on, rank, code, query.limit + 1]);
    return toPage(rows, query.limit, (row) => [row.rank, row.code], (row) => DivisionResponse.from(row));
  }

  /** One division with its designations and lineage. @throws Problem not-found */
  async detail(code: string): Promise<DivisionDetailResponse> {
    const division = await this.db.maybeOne<DivisionRow>(findDivision, [code]);
    if (!division) throw problem('division.not-found', { code });
    const designations = await this.db.query<DesignationRow>(designationsOf, [code]);
    return DivisionDetailResponse.of(division, designations, await this.db.query<LineageRow>(lineageOf, [code]));
  }
}

/** Full-width letters and digits are folded, spaces dropped, letters made small. */
function searchWords(q: string | undefined): string {
  return (q ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
