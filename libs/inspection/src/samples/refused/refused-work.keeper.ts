import { Injectable } from '@nestjs/common';
import { padVillageCode, parseCaseId, readTime, stableText, uuidV7 } from '#domain';
import { CryptoProvider, currentContext, Db } from '#platform';
import type { RefusedWork } from '#sync';
import * as sql from './refused.queries.js';

/** Lays refused work of an inspector's phone where whoever drew the sample finds it; nothing of the sample is read for it. */
@Injectable()
export class RefusedWorkKeeper {
  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
  ) {}

  /** Work that names neither task nor answer, or one outside the sender's territory, belongs to no sample: it stays with its device. */
  async keep({ operation, author, refusal }: RefusedWork): Promise<void> {
    const ofAnswer = operation.kind === 'sample.cause';
    const named = ofAnswer ? operation.entityId : operation.payload['taskId'];
    const subject = typeof named === 'string' ? parseCaseId(named) : undefined;
    const { scope } = currentContext().actor;
    if (!subject || scope === null || !subject.countyCode.startsWith(scope)) return;
    const id = uuidV7();
    const occurred = readTime(operation.occurredAt);
    await this.db.query(sql.insertRefusal, [
      subject.countyCode, id, padVillageCode(subject.countyCode), ofAnswer ? null : subject.id, ofAnswer ? subject.id : null, operation.opId, operation.kind, author.userId, author.name,
      occurred === null ? null : new Date(occurred).toISOString(), refusal.code, refusal.zh, refusal.en, this.crypto.encrypt('sample_refusal', 'content_enc', id, stableText(operation.payload)),
    ]);
  }
}
