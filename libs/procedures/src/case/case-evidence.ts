import { Injectable } from '@nestjs/common';
import { missingEvidence, parseCaseId, problem, SUPPLEMENT, uuidV7, type PackStep } from '#domain';
import { currentContext, Db } from '#platform';
import { AttachmentService } from '#teams';
import type { EvidenceInput } from './case-input.js';
import type { CaseRow, EvidenceRow } from './case-rows.js';
import { keyOf } from './case-store.js';
import * as sql from './case.queries.js';

/** Papers of a case: they are added, never changed or removed. */
@Injectable()
export class CaseEvidence {
  constructor(
    private readonly db: Db,
    private readonly attachments: AttachmentService,
  ) {}

  /**
   * Adds papers to a step. Throws `case.unknown-evidence` for a kind that the step does not name; an uploaded file must be
   * READY and of this household or place (`attachment.…`). Returns their ids.
   */
  async add(row: CaseRow, step: PackStep, inputs: readonly EvidenceInput[] = []): Promise<string[]> {
    if (inputs.length === 0) return [];
    const { actor, now } = currentContext();
    const rows = [];
    for (const input of inputs) {
      const need = [...step.evidence, SUPPLEMENT].find(({ kind }) => kind === input.kind);
      if (!need) throw problem('case.unknown-evidence', { kind: input.kind, known: step.evidence.map(({ kind }) => kind) });
      const id = uuidV7();
      rows.push({
        ...keyOf(row), id, household_id: row.household_id, step: step.code, kind: input.kind, title: input.title ?? need.name.zh, ...(await this.file(row, id, input)),
        reference: input.reference ?? null, body: input.text ?? null, added_by: actor.userId, added_by_name: actor.name, added_at: now,
      });
    }
    await this.db.query(sql.insertEvidence, [JSON.stringify(rows)]);
    return rows.map(({ id }) => id);
  }

  /** The file of a paper: from now on the attachment cannot be deleted, and the hash is that of what is kept. */
  private async file(row: CaseRow, evidenceId: string, { attachmentId, fileHash, fileName }: EvidenceInput): Promise<Pick<EvidenceRow, 'attachment_id' | 'file_hash' | 'file_name'>> {
    const id = attachmentId === undefined ? undefined : parseCaseId(attachmentId);
    if (!id) return { attachment_id: null, file_hash: fileHash ?? null, file_name: fileName ?? null };
    if (id.countyCode !== row.county_code) throw problem('attachment.other-subject');
    const user = { kind: 'case_evidence', id: evidenceId, householdId: row.household_id, villageCode: row.village_code };
    const [attachment] = await this.attachments.use([id], user);
    if (!attachment) throw problem('not-found');
    if (fileHash !== undefined && fileHash !== attachment.sha256) throw problem('attachment.hash-differs');
    return { attachment_id: attachment.id, file_hash: attachment.sha256, file_name: fileName ?? attachment.fileName };
  }

  /** Throws `case.evidence-missing` unless every required paper of the step is there. */
  async requireComplete(row: CaseRow, step: PackStep): Promise<void> {
    const present = await this.db.query<{ kind: string }>(sql.evidenceKinds, [row.county_code, row.id, step.code]);
    const missing = missingEvidence(step, present.map(({ kind }) => kind));
    if (missing) throw problem(missing.code, missing.params);
  }
}
