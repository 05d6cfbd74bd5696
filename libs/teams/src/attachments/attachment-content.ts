import { Injectable } from '@nestjs/common';
import { formatCaseId, problem, type CaseId } from '#domain';
import { AccessLog, Db, FileStore, type OpenFile } from '#platform';
import type { Asking } from './attachment-input.js';
import { AttachmentReader } from './attachment-reader.js';
import type { AttachmentRow } from './attachment.queries.js';
import { keptKey, thumbnailKey } from './file-keys.js';

export interface ContentFile extends OpenFile {
  readonly type: string;
  readonly sha256: string;
  readonly fileName: string;
}

/** Hands out what is kept. The look-up and its record are one transaction, the bytes flow after it. */
@Injectable()
export class AttachmentContent {
  constructor(
    private readonly db: Db,
    private readonly store: FileStore,
    private readonly reader: AttachmentReader,
    private readonly access: AccessLog,
  ) {}

  /** @throws `not-found`, `attachment.not-ready`, `file.lost` */
  async content(asking: Asking, id: CaseId): Promise<ContentFile> {
    const { row, mime, sha256 } = await this.recorded(asking, id, 'attachment.content');
    return { ...(await this.store.open(keptKey(id.countyCode, sha256))), type: mime, sha256, fileName: nameOf(row, mime) };
  }

  /** @throws as {@link content}, and `attachment.no-thumbnail` for a PDF file */
  async thumbnail(asking: Asking, id: CaseId): Promise<ContentFile> {
    const { row, mime, sha256 } = await this.recorded(asking, id, 'attachment.thumbnail');
    return { ...(await this.store.open(thumbnailKey(id.countyCode, sha256))), type: mime, sha256: `${sha256}-thumbnail`, fileName: nameOf(row, mime) };
  }

  private recorded(asking: Asking, id: CaseId, what: 'attachment.content' | 'attachment.thumbnail'): Promise<{ row: AttachmentRow; mime: string; sha256: string }> {
    return this.db.run(asking, async () => {
      const row = await this.reader.find(id);
      if (row.state !== 'READY' || row.kept_mime === null || row.kept_sha256 === null) throw problem('attachment.not-ready', { state: row.state });
      if (what === 'attachment.thumbnail' && row.width === null) throw problem('attachment.no-thumbnail');
      await this.access.read(what, { id: formatCaseId(id.countyCode, id.id) });
      return { row, mime: row.kept_mime, sha256: row.kept_sha256 };
    });
  }
}

const extensions: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/webp': 'webp', 'application/pdf': 'pdf' };

/** The name it was sent under, with the ending of what it is now. */
function nameOf(row: AttachmentRow, mime: string): string {
  const stem = (row.file_name ?? '').replace(/\.[A-Za-z0-9]{1,5}$/, '') || row.id;
  return `${stem}.${extensions[mime] ?? 'bin'}`;
}
