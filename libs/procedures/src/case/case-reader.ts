import { Injectable } from '@nestjs/common';
import { expectedHands, phaseNames, phaseOf, problem, stepOf, type CaseId } from '#domain';
import { DivisionReader } from '#divisions';
import { currentContext, Db } from '#platform';
import { decisionOf, sealOf, type DecisionRow, type DossierRow } from '../dossier/dossier.queries.js';
import { NoticeClocks } from '../notice/notice-clocks.js';
import { actionsOf, directReturnResponse, eventResponse, evidenceResponse, meetingResponse, noticeResponse, objectionResponse, stepsOf, verifiedResponse } from './case-detail.mapper.js';
import type { CaseDecisionResponse, CaseDetailResponse, CaseNoticeResponse } from './case-detail.dto.js';
import { CaseItemResponse } from './case-list.dto.js';
import type { EventRow, EvidenceRow, MeetingRow, SnapshotRow } from './case-rows.js';
import { CaseCopies } from '../copy/case-copies.js';
import { DirectReturns } from './direct-returns.js';
import { CaseStore } from './case-store.js';
import * as sql from './case.queries.js';
import type { LoadedCase } from './loaded-case.js';

/** Everything that an approver sees of a case on one screen. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly db: Db,
    private readonly store: CaseStore,
    private readonly clocks: NoticeClocks,
    private readonly divisions: DivisionReader,
    private readonly direct: DirectReturns,
    private readonly copies: CaseCopies,
  ) {}

  /** Throws `not-found` outside the territory. */
  async detail(id: CaseId): Promise<CaseDetailResponse> {
    const kase = await this.store.read(id);
    const { row, pack, state } = kase;
    const key = [row.county_code, row.id];
    const { actor, today } = currentContext();
    const events = await this.db.query<EventRow>(sql.eventsOf, key);
    const evidence = await this.db.query<EvidenceRow>(sql.evidenceOf, key);
    const phase = phaseOf(state);
    const names = await this.divisions.fullNames([row.division_code]);
    const card = await this.db.maybeOne<sql.SubjectCardRow>(sql.subjectCard, [row.county_code, row.household_id]);
    const item = { ...row, head_name: card?.head_name ?? null, member_count: card?.member_count ?? null, pack_name: pack.name, step_name: stepOf(pack, row.current_step)?.name ?? null };
    return {
      ...CaseItemResponse.from(item, { division: names.get(row.division_code) ?? row.division_code, today }),
      phase, phaseName: phaseNames[phase], packVersion: pack.version, packSource: pack.source, reason: row.reason,
      steps: stepsOf(pack, row.current_step, { events, evidence }),
      events: events.map(eventResponse),
      evidence: evidence.map((paper) => evidenceResponse(row.county_code, paper)),
      meetings: (await this.db.query<MeetingRow>(sql.meetingsOf, key)).map(meetingResponse),
      notices: await this.notices(kase, today),
      objections: kase.objections.map(objectionResponse),
      verified: await this.verified(kase),
      decision: await this.decision(key),
      directReturn: directReturnResponse(this.direct.route(kase, events)),
      copies: await this.copies.of(row),
      allowedActions: actionsOf(state, { userId: actor.userId, role: actor.role, division: actor.division }),
    };
  }

  /** Colleagues who could fill the current step; nobody for a closed case. */
  async assignees(id: CaseId): Promise<sql.AssigneeRow[]> {
    const { row, state } = await this.store.read(id);
    const hands = expectedHands({ ...state, openObjections: 0 });
    return this.db.query<sql.AssigneeRow>(sql.assignees, [
      hands.map(({ role }) => role), hands.map(({ division }) => division), currentContext().today, row.county_code, row.id, row.current_step,
    ]);
  }

  /** Case of an objection. Throws `not-found`. */
  async caseOfObjection(id: CaseId): Promise<CaseId> {
    const found = await this.db.maybeOne<{ case_id: string }>(sql.caseOfObjection, [id.countyCode, id.id]);
    if (!found) throw problem('not-found');
    return { countyCode: id.countyCode, id: found.case_id };
  }

  private async notices({ notices, objections }: LoadedCase, today: string): Promise<CaseNoticeResponse[]> {
    return Promise.all(notices.map(async (notice) => noticeResponse(notice, await this.clocks.clock(notice, objections, notice.closed_on ?? today))));
  }

  private async verified({ row }: LoadedCase): Promise<CaseDetailResponse['verified']> {
    if (row.snapshot_id === null) return null;
    return verifiedResponse(await this.db.one<SnapshotRow>(sql.snapshotById, [row.county_code, row.snapshot_id]));
  }

  private async decision(key: readonly string[]): Promise<CaseDecisionResponse | null> {
    const row = await this.db.maybeOne<DecisionRow>(decisionOf, key);
    if (!row) return null;
    const seal = await this.db.maybeOne<DossierRow>(sealOf, [...key, null]);
    return { outcome: row.outcome, by: row.decided_by_name, role: row.role, opinion: row.opinion, decidedOn: row.decided_on, sha256: seal?.sha256 ?? null };
  }
}
