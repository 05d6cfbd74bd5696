import { Injectable } from '@nestjs/common';
import { missingEvidence, problem, uuidV7, type PackStep } from '#domain';
import { currentContext, Db } from '#platform';
import type { EvidenceInput } from './case-input.js';
import type { CaseRow } from './case-rows.js';
import { keyOf } from './case-store.js';
import * as sql from './case.queries.js';

/** Papers of a case: they are added, never changed or removed. */
@Injectable()
export class CaseEvidence {
  constructor(private readonly db: Db) {}

  /** Adds papers to a step. Throws `case.unknown-evidence` for a kind that the step does not name. Returns their ids. */
  async add(row: CaseRow, step: PackStep, inputs: readonly EvidenceInput[] = []): Promise<string[]> {
    if (inputs.length === 0) return [];
    const { actor, now } = currentContext();
    const rows = inputs.map((input) => {
      const need = step.evidence.find(({ kind }) => kind === input.kind);
      if (!need) throw problem('case.unknown-evidence', { kind: input.kind, known: step.evidence.map(({ kind }) => kind) });
      return {
        ...keyOf(row), id: uuidV7(), household_id: row.household_id, step: step.code, kind: input.kind, title: input.title ?? need.name.zh,
        file_name: input.fileName ?? null, file_hash: input.fileHash ?? null, reference: input.reference ?? null, body: input.text ?? null,
        added_by: actor.userId, added_by_name: actor.name, added_at: now,
      };
    });
    await this.db.query(sql.insertEvidence, [JSON.stringify(rows)]);
    return rows.map(({ id }) => id);
  }

  /** Throws `case.evidence-missing` unless every required paper of the step is there. */
  async requireComplete(row: CaseRow, step: PackStep): Promise<void> {
    const present = await this.db.query<{ kind: string }>(sql.evidenceKinds, [row.county_code, row.id, step.code]);
    const missing = missingEvidence(step, present.map(({ kind }) => kind));
    if (missing) throw problem(missing.code, missing.params);
  }
}
