import { Injectable } from '@nestjs/common';
import { currentContext, Db, JobHandler, systemActor } from '#platform';
import * as sql from './attachment.queries.js';
import { StoredFiles } from './stored-files.js';

const DAY_MS = 86_400_000;
/** A phone may send its photographs first and the visit that refers to them days later. */
const KEEP_DAYS = 30;
const BATCH = 200;

/** The nightly end of uploads that never ended and of files to which nothing refers. What is in use stays. */
@Injectable()
export class AttachmentExpiry {
  constructor(
    private readonly db: Db,
    private readonly files: StoredFiles,
  ) {}

  @JobHandler('attachments.expire')
  async expire(): Promise<void> {
    while ((await this.batch()) === BATCH);
  }

  private batch(): Promise<number> {
    return this.db.run({ actor: systemActor('15'), timeoutMs: 60_000 }, async () => {
      const before = new Date(currentContext().now.getTime() - KEEP_DAYS * DAY_MS);
      const idle = await this.db.query<{ county_code: string; id: string }>(sql.idleAttachments, [before, BATCH]);
      for (const { county_code: countyCode, id } of idle) await this.files.forget({ countyCode, id });
      return idle.length;
    });
  }
}
