import { Injectable } from '@nestjs/common';
import { codeLengths, contains, holds, mayBeCopied, Permission, problem, roles, roleTable, stepOf, uuidV7, type CaseId } from '#domain';
import { currentContext, Db } from '#platform';
import type { ActionRequest, CopyRecipient } from '../case/case-input.js';
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

  /**
   * Sends copies with an action that was just taken, inside its transaction: to the offices that the procedure names for the step, when
   * the case has left it, and to whom the person chose. Each reader gets an entry of the log once. Throws `case.copy-unfit` for whoever
   * was chosen and may not read the case.
   */
  async send(before: LoadedCase, after: LoadedCase, { action, copyTo = [] }: Pick<ActionRequest, 'action' | 'copyTo'>): Promise<void> {
    const { row } = before;
    const left = after.row.current_step !== row.current_step;
    const recipients = [...(left ? byPack(before) : []), ...(await this.chosen(row, copyTo))];
    if (recipients.length === 0) return;
    const { actor, now } = currentContext();
    const event = await this.db.one<{ id: string }>(sql.latestEvent, [row.county_code, row.id]);
    const rows = recipients.map((recipient) => ({
      ...keyOf(row), id: uuidV7(), event_id: event.id, step: row.current_step, action, ...recipient, sent_by: actor.userId, sent_by_name: actor.name, sent_at: now,
      // To the own office it is nothing new for whoever sent it.
      read_by: recipient.by_pack && recipient.role === actor.role && recipient.division_code === actor.division ? [actor.userId] : [],
    }));
    await this.db.query(sql.insertCopies, [JSON.stringify(rows)]);
  }

  private async chosen(row: CaseRow, copyTo: readonly CopyRecipient[]): Promise<Recipient[]> {
    const recipients: Recipient[] = [];
    for (const { role, division, userId } of copyTo) {
      const reads = holds(role, Permission.CaseRead) && contains(division, row.division_code);
      const found = reads ? await this.db.maybeOne<{ display_name: string }>(sql.holder, [role, division, userId ?? null, currentContext().today]) : null;
      if (!found) throw problem('case.copy-unfit', { to: `${roleTable[role as keyof typeof roleTable].zh}（${division}）` });
      recipients.push({ by_pack: false, role, division_code: division, user_id: userId ?? null, user_name: userId === undefined ? null : found.display_name });
    }
    return recipients;
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

type Recipient = Pick<sql.CopyRow, 'by_pack' | 'role' | 'division_code' | 'user_id' | 'user_name'>;

/** Offices that the procedure of the case names for the step it stood on. What the roles may read is asked again: a pack outlives a release. */
function byPack({ pack, row }: LoadedCase): Recipient[] {
  return (stepOf(pack, row.current_step)?.copies ?? []).filter((hand) => mayBeCopied(pack.subject, hand))
    .map(({ role, level }) => ({ by_pack: true, role, division_code: row.division_code.slice(0, codeLengths[level]), user_id: null, user_name: null }));
}
