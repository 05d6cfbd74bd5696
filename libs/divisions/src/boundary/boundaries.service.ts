import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { checkBoundary, contains, isApprovalNumber, problem } from '#domain';
import { currentContext, Db } from '#platform';
import { BoundaryResponse, type BoundaryFileResponse, type PutBoundaryRequest } from './boundaries.dto.js';
import * as sql from './boundary.queries.js';

/** No map is shipped: whoever has an approved one uploads it, and its approval number stands on every picture. */
@Injectable()
export class BoundariesService {
  constructor(private readonly db: Db) {}

  async list(): Promise<BoundaryResponse[]> {
    const { scope } = currentContext().actor;
    if (scope === null) return [];
    const county = scope.slice(0, 6);
    return (await this.db.query<sql.BoundaryRow>(sql.listBoundaries, [county, `${county}:`])).map((row) => BoundaryResponse.from(row));
  }

  /** @throws `not-found` outside the territory or when nothing was uploaded */
  async read(county: string): Promise<BoundaryFileResponse> {
    const { scope } = currentContext().actor;
    const row = scope !== null && (contains(scope, county) || contains(county, scope)) ? await this.db.maybeOne<sql.BoundaryRow & { geojson: Record<string, unknown> }>(sql.findBoundary, [county]) : null;
    if (!row) throw problem('not-found');
    return { ...BoundaryResponse.from(row), geojson: row.geojson };
  }

  /** @throws `boundary.approval-number`, `boundary.faulty`, `not-found` */
  async put(county: string, { approvalNumber, geojson }: PutBoundaryRequest): Promise<BoundaryResponse> {
    const { actor, now } = currentContext();
    if (!contains(actor.scope ?? '', county)) throw problem('not-found');
    if (!isApprovalNumber(approvalNumber.trim())) throw problem('boundary.approval-number');
    const { codes, faults } = checkBoundary(geojson, county);
    const unknown = faults.length > 0 ? [] : await this.db.query<{ code: string }>(sql.unknownCodes, [codes]);
    const all = [...faults, ...unknown.map(({ code }) => ({ fault: 'unknown-code', at: code }))];
    if (all.length > 0) throw problem('boundary.faulty', { faults: all.slice(0, 10) });
    const text = JSON.stringify(geojson);
    const sha256 = createHash('sha256').update(text).digest('hex');
    return BoundaryResponse.from(await this.db.one<sql.BoundaryRow>(sql.putBoundary, [county, approvalNumber.trim(), codes.length, sha256, text, actor.name, now]));
  }

  /** @throws `not-found` */
  async remove(county: string): Promise<void> {
    if (!contains(currentContext().actor.scope ?? '', county) || !(await this.db.maybeOne(sql.removeBoundary, [county]))) throw problem('not-found');
  }
}
