import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CHUNK_MAX_BYTES, chunksOf, holds, Permission, problem, type OperationResult } from '#domain';
import { validated } from '#platform';
import { announcementOf, AttachmentRequest, AttachmentService, ChunkReceiver } from '#teams';
import type { Sender } from '../operation/operation-run.js';
import type { Opened } from './sealed-opener.js';

/** A photograph from an envelope, put away as if its author had sent it. */
@Injectable()
export class SealedPhoto {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly chunks: ChunkReceiver,
  ) {}

  /** @throws `validation` and what the upload of an attachment throws */
  async keep(author: Sender, id: string, { description, content }: Opened): Promise<OperationResult> {
    if (!holds(author.actor.role, Permission.AttachmentWrite)) throw problem('forbidden', { permission: Permission.AttachmentWrite });
    const request = await validated(AttachmentRequest, { ...description, id });
    let row = await this.attachments.announce(author, announcementOf(request));
    for (const { offset, bytes } of chunksOf(content.length, row.received_bytes, CHUNK_MAX_BYTES)) {
      if (row.state === 'READY') break;
      const part = content.subarray(offset, offset + bytes);
      row = await this.chunks.receive(author, { countyCode: row.county_code, id: row.id }, { offset, content: part, sha256: createHash('sha256').update(part).digest('hex') });
    }
    return { opId: id, deviceSeq: null, status: row.state === 'READY' ? 'applied' : 'rejected' };
  }
}
