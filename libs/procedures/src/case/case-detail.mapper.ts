import { actionNames, allowedActions, formatCaseId, Problem, stepIndex, type CaseState, type DirectRoute, type Hand, type NoticeClock, type Pack } from '#domain';
import type { AllowedActionResponse, CaseNoticeResponse, DirectReturnResponse, EventResponse, EvidenceResponse, MeetingResponse, ObjectionResponse, StepResponse, VerifiedFactsResponse } from './case-detail.dto.js';
import type { EventRow, EvidenceRow, MeetingRow, NoticeRow, ObjectionRow, SnapshotRow } from './case-rows.js';

const fills = new Set(['submit', 'agree', 'announce', 'record_review', 'close_notice']);

/** Steps with their progress and papers. */
export function stepsOf(pack: Pack, current: string | null, { events, evidence }: { events: readonly EventRow[]; evidence: readonly EvidenceRow[] }): StepResponse[] {
  const lastDone = events.filter(({ action }) => fills.has(action)).at(-1)?.step ?? null;
  const at = current === null ? stepIndex(pack, lastDone) + 1 : stepIndex(pack, current);
  return pack.steps.map((step, index) => {
    const done = index < at ? events.filter((event) => event.step === step.code && fills.has(event.action)).at(-1) : undefined;
    return {
      code: step.code, name: step.name, kind: step.kind, progress: index < at ? 'done' : step.code === current ? 'current' : 'ahead', decides: step.decides,
      hands: step.hands.map(({ role, level }) => ({ role, level })), returnTo: [...step.returnTo],
      evidence: step.evidence.map((need) => ({ ...need, present: evidence.some((paper) => paper.step === step.code && paper.kind === need.kind) })),
      doneBy: done?.actor_name ?? null, doneAt: done?.at.toISOString() ?? null,
    };
  });
}

/** Every action with the answer that the engine would give this person. */
export function actionsOf(state: CaseState, hand: Hand): AllowedActionResponse[] {
  return allowedActions(state, hand).map(({ action, refusal }) => {
    const reason = refusal && new Problem(refusal.code, refusal.params);
    return { action, name: actionNames[action], allowed: refusal === null, code: refusal?.code ?? null, reason: reason && { zh: reason.zh, en: reason.en } };
  });
}

export function directReturnResponse(route: DirectRoute | null): DirectReturnResponse | null {
  return route && { step: route.to.code, stepName: route.to.name, returnedBy: route.returnedByName, over: route.over.map(({ name }) => name), refused: route.refused };
}

export function eventResponse(row: EventRow): EventResponse {
  return {
    seq: row.seq, step: row.step, action: row.action, actor: row.actor_name, role: row.actor_role, unit: row.unit, opinion: row.opinion, fields: row.fields,
    toStep: row.to_step, at: row.at.toISOString(), direct: row.payload?.['direct'] === true,
  };
}

export function evidenceResponse(countyCode: string, row: EvidenceRow): EvidenceResponse {
  return {
    id: row.id, step: row.step, kind: row.kind, title: row.title, fileName: row.file_name, fileHash: row.file_hash,
    attachmentId: row.attachment_id === null ? null : formatCaseId(countyCode, row.attachment_id), reference: row.reference, text: row.body,
    addedBy: row.added_by_name, addedAt: row.added_at.toISOString(),
  };
}

export function meetingResponse(row: MeetingRow): MeetingResponse {
  return {
    step: row.step, heldOn: row.held_on, place: row.place, convener: row.convener, entitled: row.entitled, present: row.present, inFavour: row.in_favour,
    against: row.against, abstained: row.abstained, passed: row.passed, summary: row.summary, void: row.is_void,
  };
}

export function noticeResponse(row: NoticeRow, clock: NoticeClock): CaseNoticeResponse {
  const running = row.state === 'RUNNING' || row.state === 'PAUSED';
  return {
    id: row.id, step: row.step, place: row.place, placeDetail: row.place_detail, openedOn: row.opened_on, lastDay: running ? clock.lastDay : row.closes_on,
    nextStepFrom: running ? clock.nextStepFrom : null, minDays: row.min_days, daysElapsed: clock.daysElapsed, daysRemaining: running ? clock.daysRemaining : 0,
    unit: row.unit, complete: row.state === 'CLOSED' || (running && clock.complete), state: row.state, closedOn: row.closed_on,
  };
}

export function objectionResponse(row: ObjectionRow): ObjectionResponse {
  return {
    id: formatCaseId(row.county_code, row.id), notice: row.notice_id, statement: row.statement, objector: row.objector, filedBy: row.filed_by_name,
    filedOn: row.filed_on, state: row.state, result: row.result, finding: row.finding, settledBy: row.settled_by_name, settledOn: row.settled_on,
  };
}

export function verifiedResponse(row: SnapshotRow): VerifiedFactsResponse {
  return { at: row.taken_at.toISOString(), step: row.step, year: row.year, hash: row.facts_hash, facts: row.facts, rules: row.rules };
}
