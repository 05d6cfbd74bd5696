import { Injectable } from '@nestjs/common';
import { contains, countyCodeOf, fitsKind, padVillageCode, problem, type CaseId } from '#domain';
import { DivisionReader } from '#divisions';
import { HouseholdReader } from '#households';
import { currentContext, Db, FileInspector, toPage, uuidCursor, type Page, type PageQuery } from '#platform';
import type { Announcement, Asking, AttachmentUser } from './attachment-input.js';
import { AttachmentReader } from './attachment-reader.js';
import { AttachmentUses, type ReadyAttachment } from './attachment-uses.js';
import * as sql from './attachment.queries.js';
import type { AttachmentRow } from './attachment.queries.js';
import { StoredFiles } from './stored-files.js';
import { UploadFinisher } from './upload-finisher.js';

/** Unfinished uploads of one person at a time: a phone may come home with a week of photographs, but not with more. */
const MOST_OPEN = 1_000;

interface Place {
  readonly countyCode: string;
  readonly villageCode: string;
  readonly householdId: string | null;
}

/** Attachments are announced, found, listed and deleted here; their bytes arrive through {@link ChunkReceiver}. */
@Injectable()
export class AttachmentService {
  constructor(
    private readonly db: Db,
    private readonly reader: AttachmentReader,
    private readonly households: HouseholdReader,
    private readonly divisions: DivisionReader,
    private readonly inspector: FileInspector,
    private readonly finisher: UploadFinisher,
    private readonly files: StoredFiles,
    private readonly uses: AttachmentUses,
  ) {}

  /**
   * Announces an upload, or finds out where it stands: the same id and content again is the same attachment. A file that is
   * kept already for this household or place is READY at once. Opens its own transaction.
   * @throws `not-found`, `attachment.wrong-kind`, `attachment.too-large`, `attachment.too-many-open`, `idempotency-mismatch`
   */
  async announce(asking: Asking, announcement: Announcement): Promise<AttachmentRow> {
    if (!fitsKind(announcement.kind, announcement.mime)) throw problem('attachment.wrong-kind', { kind: announcement.kind });
    const limit = this.inspector.maxBytesOf(announcement.mime);
    if (announcement.bytes > limit) throw problem('attachment.too-large', { limit });
    const row = await this.db.run(asking, () => this.record(announcement));
    const whole = row.state === 'UPLOADING' && row.received_bytes === row.bytes;
    return whole ? this.finisher.finish(asking, { countyCode: row.county_code, id: row.id }) : row;
  }

  /** @throws `not-found` */
  find(id: CaseId): Promise<AttachmentRow> {
    return this.reader.find(id);
  }

  async list(filter: { household?: CaseId; subjectId?: string }, query: PageQuery): Promise<Page<AttachmentRow>> {
    const before = uuidCursor(query.cursor);
    const rows = await this.db.query<AttachmentRow>(sql.listAttachments, [
      filter.household?.countyCode ?? null, filter.household?.id ?? null, filter.subjectId ?? null, before, query.limit + 1,
    ]);
    return toPage(rows, query.limit, (row) => [row.id], (row) => row);
  }

  /**
   * Says that something refers to these attachments, in the caller's transaction: from now on they cannot be deleted. The
   * same again changes nothing. See {@link AttachmentUses}.
   */
  use(ids: readonly CaseId[], user: AttachmentUser): Promise<ReadyAttachment[]> {
    return this.uses.use(ids, user);
  }

  /**
   * Deletes an attachment of one's own to which nothing refers.
   * @throws `not-found`, `attachment.not-yours`, `attachment.in-use`
   */
  async remove(id: CaseId): Promise<void> {
    const held = await this.db.maybeOne(sql.lockAttachment, [id.countyCode, id.id]);
    if (!held) throw problem('not-found');
    const row = await this.reader.find(id);
    if (row.uploaded_by !== currentContext().actor.userId) throw problem('attachment.not-yours');
    if (await this.db.maybeOne(sql.isUsed, [id.countyCode, id.id])) throw problem('attachment.in-use');
    await this.files.forget(id);
  }

  private async record(announcement: Announcement): Promise<AttachmentRow> {
    const place = await this.placeOf(announcement);
    const id = { countyCode: place.countyCode, id: announcement.id };
    const { actor } = currentContext();
    const inserted = await this.db.maybeOne(sql.insertAttachment, [JSON.stringify({
      county_code: place.countyCode, id: announcement.id, village_code: place.villageCode, household_id: place.householdId, kind: announcement.kind,
      mime: announcement.mime, bytes: announcement.bytes, sha256: announcement.sha256, file_name: announcement.fileName ?? null,
      taken_at: announcement.takenAt ?? null, subject_kind: announcement.subject?.kind ?? null, subject_id: announcement.subject?.id ?? null,
    })]);
    if (!inserted) return this.same(await this.reader.find(id), announcement, place);
    const { open } = await this.db.one<{ open: number }>(sql.countOpen, [actor.userId]);
    if (open > MOST_OPEN) throw problem('attachment.too-many-open');
    const twin = await this.db.maybeOne<sql.KeptPart>(sql.keptTwin, [place.countyCode, announcement.sha256, place.householdId, place.villageCode, announcement.mime]);
    if (twin) await this.db.query(sql.markReady, [id.countyCode, id.id, twin.kept_mime, twin.kept_bytes, twin.kept_sha256, twin.width, twin.height]);
    return this.reader.find(id);
  }

  private same(row: AttachmentRow, announced: Announcement, place: Place): AttachmentRow {
    const same = row.sha256 === announced.sha256 && row.bytes === announced.bytes && row.mime === announced.mime && row.kind === announced.kind && row.household_id === place.householdId;
    if (!same) throw problem('idempotency-mismatch');
    return row;
  }

  private async placeOf({ household, divisionCode }: Announcement): Promise<Place> {
    if (household) {
      const card = await this.households.card(household);
      return { countyCode: card.countyCode, villageCode: card.villageCode, householdId: card.id };
    }
    const { scope } = currentContext().actor;
    const inScope = divisionCode !== undefined && scope !== null && contains(scope, divisionCode);
    const division = inScope ? await this.divisions.find(divisionCode) : null;
    if (!division) throw problem('not-found');
    return { countyCode: countyCodeOf(division.code), villageCode: padVillageCode(division.code), householdId: null };
  }
}
