import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DOSSIER_FORMAT, formatCaseId, problem, sealDossier, uuidV7, type CaseId, type DossierContent, type DossierDecision } from '#domain';
import { AccessLog, currentContext, Db } from '#platform';
import type { CaseRow, EventRow, EvidenceRow, MeetingRow, NoticeRow, ObjectionRow, SnapshotRow } from '../case/case-rows.js';
import * as cases from '../case/case.queries.js';
import { inHand, type LoadedCase } from '../case/loaded-case.js';
import { PackEffectsRegistry } from '../effects/pack-effects.js';
import { NoticeClocks } from '../notice/notice-clocks.js';
import { PosterWriter } from '../notice/poster-writer.js';
import { evidencePart, eventPart, factsPart, meetingPart, noticePart, objectionPart, rulesPart } from './dossier-parts.js';
import * as sql from './dossier.queries.js';

/** SHA-256 of a text, hexadecimal: what seals and verifies dossiers on a server. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Seals the dossier of a decided case and hands it out. */
@Injectable()
export class DossierService {
  constructor(
    private readonly db: Db,
    private readonly access: AccessLog,
    private readonly clocks: NoticeClocks,
    private readonly names: PosterWriter,
    private readonly effects: PackEffectsRegistry,
  ) {}

  /** Seals everything that the case holds now, in the transaction that decided it. The hash also goes into the audit log. */
  async seal(kase: LoadedCase): Promise<string> {
    const { row } = kase;
    const before = await this.db.maybeOne<sql.DossierRow>(sql.sealOf, [row.county_code, row.id, null]);
    const sequence = (before?.sequence ?? 0) + 1;
    const sealed = sealDossier(await this.content(kase, { sequence, previous: before?.sha256 ?? null }), sha256);
    const id = uuidV7();
    await this.db.query(sql.insertDossier, [JSON.stringify({
      county_code: row.county_code, id, village_code: row.village_code, case_id: row.id, household_id: row.household_id, sequence, body: sealed.text,
      sha256: sealed.sha256, sealed_at: currentContext().now,
    })]);
    const at = { villageCode: row.village_code, ...(row.household_id === null ? {} : { householdId: row.household_id }) };
    await this.access.event('SEAL', 'dossier', id, { caseId: row.id, sequence, sha256: sealed.sha256 }, at);
    return sealed.sha256;
  }

  /** The sealed file, byte by byte. Throws `not-found` and `dossier.not-sealed`. */
  async file(id: CaseId, sequence: number | null): Promise<sql.DossierRow> {
    const found = await this.db.maybeOne<sql.DossierRow>(sql.sealOf, [id.countyCode, id.id, sequence]);
    if (found) return found;
    throw problem((await this.db.maybeOne<CaseRow>(cases.findCase, [id.countyCode, id.id])) ? 'dossier.not-sealed' : 'not-found');
  }

  private async content(kase: LoadedCase, seal: { sequence: number; previous: string | null }): Promise<DossierContent> {
    const { row, pack } = kase;
    const key = [row.county_code, row.id];
    const snapshot = row.snapshot_id === null ? null : await this.db.one<SnapshotRow>(cases.snapshotById, [row.county_code, row.snapshot_id]);
    const notices = await this.db.query<NoticeRow>(cases.noticesOf, key);
    const checklist = await this.effects.of(row.pack_code).checklist?.(inHand(row, pack));
    return {
      format: DOSSIER_FORMAT, ...seal, sealedAt: currentContext().now.toISOString(),
      case: { id: formatCaseId(row.county_code, row.id), year: row.year, reason: row.reason, startedAt: row.started_at.toISOString(), subject: await this.subject(row) },
      pack: { ...pack, id: row.pack_id },
      facts: snapshot ? factsPart(snapshot) : null,
      rules: snapshot ? rulesPart(snapshot) : [],
      evidence: (await this.db.query<EvidenceRow>(cases.evidenceOf, key)).map(evidencePart),
      meetings: (await this.db.query<MeetingRow>(cases.meetingsOf, key)).map(meetingPart),
      notices: await Promise.all(notices.map(async (notice) => noticePart(notice, await this.clocks.calendar(notice)))),
      objections: (await this.db.query<ObjectionRow>(cases.objectionsOf, key)).map(objectionPart),
      events: (await this.db.query<EventRow>(cases.eventsOf, key)).map(eventPart),
      decision: decisionPart(await this.db.one<sql.DecisionRow>(sql.decisionOf, key)),
      ...(checklist ? { checklist } : {}),
    };
  }

  private async subject(row: CaseRow): Promise<DossierContent['case']['subject']> {
    const poster = await this.names.write(row);
    const id = row.household_id === null ? row.division_code : formatCaseId(row.county_code, row.household_id);
    return { kind: row.subject_kind, id, division: row.division_code, name: poster.poster_name };
  }
}

function decisionPart(row: sql.DecisionRow): DossierDecision {
  return {
    outcome: row.outcome, by: row.decided_by, name: row.decided_by_name, role: row.role, unit: row.unit, opinion: row.opinion, factsHash: row.facts_hash,
    at: row.decided_at.toISOString(),
  };
}
