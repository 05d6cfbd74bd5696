import { Injectable } from '@nestjs/common';
import { problem, uuidV7, type CaseId } from '#domain';
import { Db } from '#platform';
import type { AttachmentUser } from './attachment-input.js';
import { AttachmentReader, type AttachmentMetadata } from './attachment-reader.js';
import * as sql from './attachment.queries.js';

/** An attachment that somebody may rely on: whole, checked, and with the hash of what is kept. */
export type ReadyAttachment = AttachmentMetadata & { readonly sha256: string };

/** Who refers to which attachment. What is in use is never deleted. */
@Injectable()
export class AttachmentUses {
  constructor(
    private readonly db: Db,
    private readonly reader: AttachmentReader,
  ) {}

  /**
   * Records that something refers to these attachments. They must be of the same household, or of its place without naming a
   * household (the minutes of a meeting serve many).
   * @throws `not-found` outside the territory, `attachment.other-subject`, `attachment.not-ready`
   */
  async use(ids: readonly CaseId[], user: AttachmentUser): Promise<ReadyAttachment[]> {
    const found = await this.reader.metadata(ids);
    if (found.length < ids.length) throw problem('not-found');
    const ready = found.map((attachment) => usable(attachment, user));
    await this.db.query(sql.insertUses, [JSON.stringify(ready.map(({ countyCode, id, villageCode }) => ({
      county_code: countyCode, id: uuidV7(), village_code: villageCode, attachment_id: id, used_by: user.kind, used_by_id: user.id,
    })))]);
    return ready;
  }
}

function usable(attachment: AttachmentMetadata, user: AttachmentUser): ReadyAttachment {
  const fits = attachment.householdId === null ? attachment.villageCode === user.villageCode : attachment.householdId === user.householdId;
  if (!fits) throw problem('attachment.other-subject');
  const { sha256 } = attachment;
  if (attachment.state !== 'READY' || sha256 === null) throw problem('attachment.not-ready', { state: attachment.state });
  return { ...attachment, sha256 };
}
