import { Injectable } from '@nestjs/common';
import { codeLengths, contains, holds, Permission, problem, roles, roleTable, uuidV7, type CaseId } from '#domain';
import { currentContext, Db } from '#platform';
import type { CopyRecipient } from '../case/case-input.js';
import type { CaseRow } from '../case/case-rows.js';
import { CaseStore, keyOf } from '../case/case-store.js';
import type { LoadedCase } from '../case/loaded-case.js';
import { CaseCopyResponse } from './case-copies.dto.js';
import * as sql from './case-copies.queries.js';

/** 抄送: a case is copied to persons and offices that may read it anyway; a copy opens no door. */
@Injectable()
export class CaseCopies {
  constructor(
    private readonly db: Db,
    private readonly store: CaseStore,
  ) {}

  /** Sends copies with an action, inside its transaction. Throws `case.copy-unfit` for whoever may not read the case. */
  async send({ row }: LoadedCase, action: string, recipients: readonly CopyRecipient[]): Promise<void> {
    const { actor, now, today } = currentContext();
    const rows = [];
    for (const { role, division, userId } of recipients) {
      const reads = holds(role, Permission.CaseRead) && contains(division, row.division_code);
      const found = reads ? await this.db.maybeOne<{ display_name: string }>(sql.holder, [role, division, userId ?? null, today]) : null;
      if (!found) throw problem('case.copy-unfit', { to: `${roleTable[role as keyof typeof roleTable].zh}（${division}）` });
      rows.push({
        ...keyOf(row), id: uuidV7(), step: row.current_step, action, user_id: userId ?? null, user_name: userId === undefined ? null : found.display_name, role,
        division_code: division, sent_by: actor.userId, sent_by_name: actor.name, sent_at: now, read_by: [],
      });
    }
    await this.db.query(sql.insertCopies, [JSON.stringify(rows)]);
  }

  /** Copies of a case, the first sent first. */
  async of(row: Pick<CaseRow, 'county_code' | 'id'>): Promise<CaseCopyResponse[]> {
    const { actor } = currentContext();
    const copies = await this.db.query<sql.CopyRow>(sql.copiesOf, [row.county_code, row.id]);
    return copies.map((copy) => {
      const toMe = copy.user_id === null ? copy.role === actor.role && copy.division_code === actor.division : copy.user_id === actor.userId;
      return CaseCopyResponse.from(copy, toMe && !copy.read_by.includes(actor.userId));
    });
  }

  /** Persons who may read the case, the nearest first; at most 200. Throws `not-found`. */
  async readers(id: CaseId): Promise<sql.ReaderRow[]> {
    const { row } = await this.store.read(id);
    const { actor, today } = currentContext();
    const above = [...new Set(Object.values(codeLengths))].filter((length) => length <= row.division_code.length).map((length) => row.division_code.slice(0, length));
    const reading = roles.filter((role) => holds(role, Permission.CaseRead));
    return this.db.query<sql.ReaderRow>(sql.readers, [reading, above, today, actor.userId]);
  }

  /** I have opened the case: its copies to me are read. Throws `not-found`. */
  async markRead(id: CaseId): Promise<void> {
    await this.store.read(id);
    const { userId, role, division } = currentContext().actor;
    await this.db.query(sql.markRead, [userId, role, division, id.countyCode, id.id]);
  }
}
