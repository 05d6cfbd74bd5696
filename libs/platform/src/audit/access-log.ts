import { Injectable } from '@nestjs/common';
import { parseCaseId } from '#domain';
import type { Actor } from '../auth/actor.js';
import { Db } from '../db/db.service.js';
import { prepared } from '../db/prepared.js';
import { currentContext } from '../db/request-context.js';

const recordEvent = prepared('select app.record_event($1, $2, $3, $4, $5, $6)');

/** Records of what is not a write: reads of personal data, unmasking, refused requests, sign-ins. Same log, same chain. */
@Injectable()
export class AccessLog {
  constructor(private readonly db: Db) {}

  /** A read of personal data, in the running transaction. The record lies at the actor's own division. */
  async read(what: string, params: Record<string, string>): Promise<void> {
    const found = Object.values(params).map(parseCaseId).find((id) => id !== undefined);
    await this.event('READ', what, found?.id ?? currentContext().actor.division, { route: what });
  }

  /** Any other event, in the running transaction. Payload holds ids, codes and purposes, never personal data. */
  async event(op: string, subject: string, rowId: string, payload: Record<string, unknown>, at?: { villageCode: string; householdId?: string }): Promise<void> {
    const village = at?.villageCode ?? currentContext().actor.division;
    await this.db.query(recordEvent, [op, subject, rowId, village, JSON.stringify(payload), at?.householdId ?? null]);
  }

  /** A refused request, in a short transaction of its own (the request's was rolled back). */
  async refused(actor: Actor, requestId: string, route: string, code: string): Promise<void> {
    await this.db.run({ actor, requestId }, () => this.event('REFUSED', route, code, { code, route }));
  }
}
