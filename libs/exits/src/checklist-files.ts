import { Injectable } from '@nestjs/common';
import { contains, parseCaseId, problem, uuidV7, type ChecklistItem, type DossierFile } from '#domain';
import { DivisionReader } from '#divisions';
import { currentContext, Db } from '#platform';
import { AttachmentService } from '#teams';
import { lastDecision, type AreaDecisionRow } from './area-exits.queries.js';
import * as sql from './checklist-files.queries.js';

export interface NewChecklistFile {
  readonly year: number;
  readonly item: ChecklistItem;
  /** `county-uuid` of an upload of the village that is READY. */
  readonly attachmentId: string;
}

/** Files beside the rows of what is ticked off for the exit of a village. What its decision rests on stays as it was. */
@Injectable()
export class ChecklistFiles {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
    private readonly attachments: AttachmentService,
  ) {}

  /** Throws `not-found` outside the territory. */
  async of(village: string, year: number): Promise<sql.ChecklistFileRow[]> {
    if (!contains(currentContext().actor.scope ?? '', village)) throw problem('not-found');
    return this.db.query<sql.ChecklistFileRow>(sql.filesOf, [village.slice(0, 6), village, year]);
  }

  /**
   * Puts a file beside a row; the same file again changes nothing. Throws `not-found` outside the territory,
   * `exit.already-exited` once the exit is decided, `attachment.other-subject`, `attachment.not-ready`.
   */
  async add(village: string, { year, item, attachmentId }: NewChecklistFile): Promise<sql.ChecklistFileRow[]> {
    const { actor, now } = currentContext();
    const division = contains(actor.scope ?? '', village) ? await this.divisions.find(village) : null;
    if (division?.level !== 'village') throw problem('not-found');
    const countyCode = village.slice(0, 6);
    await this.requireOpen(countyCode, division);
    const given = parseCaseId(attachmentId);
    if (given?.countyCode !== countyCode) throw problem('attachment.other-subject');
    const { kept_sha256: hash } = await this.attachments.find(given);
    const there = await this.of(village, year);
    if (there.some((row) => row.item === item && row.file_hash === hash)) return there;
    const id = uuidV7();
    const [file] = await this.attachments.use([given], { kind: 'checklist', id, householdId: null, villageCode: village });
    if (!file) throw problem('not-found');
    await this.db.query(sql.insertFile, [JSON.stringify({
      county_code: countyCode, id, village_code: village, year, item, attachment_id: file.id, file_hash: file.sha256, file_name: file.fileName, mime: file.mime,
      added_by: actor.userId, added_by_name: actor.name, added_at: now,
    })]);
    return this.of(village, year);
  }

  /** What the seal of a decision names. */
  async sealed(village: string, year: number): Promise<DossierFile[]> {
    const rows = await this.db.query<sql.ChecklistFileRow>(sql.filesOf, [village.slice(0, 6), village, year]);
    return rows.map((row) => ({ item: row.item, fileName: row.file_name, fileHash: row.file_hash, addedBy: row.added_by_name, addedAt: row.added_at.toISOString() }));
  }

  private async requireOpen(countyCode: string, { code, name }: { readonly code: string; readonly name: string }): Promise<void> {
    await this.db.query(sql.holdExit, [countyCode, code]);
    const last = await this.db.maybeOne<AreaDecisionRow>(lastDecision, [countyCode, code]);
    if (last?.outcome === 'EXITED') throw problem('exit.already-exited', { name, on: last.decided_on });
  }
}
