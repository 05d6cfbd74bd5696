import type { DossierEvidence, DossierEvent, DossierFacts, DossierMeeting, DossierNotice, DossierObjection, DossierRule, HolidayCalendar } from '#domain';
import type { EventRow, EvidenceRow, MeetingRow, NoticeRow, ObjectionRow, SnapshotRow } from '../case/case-rows.js';

/** Rows of a case as they stand in its dossier. */
export function factsPart(row: SnapshotRow): DossierFacts {
  return { pinnedAt: row.taken_at.toISOString(), pinnedAtStep: row.step, values: plain(row.facts) as Record<string, unknown>, hash: row.facts_hash };
}

export function rulesPart(row: SnapshotRow): DossierRule[] {
  return row.rules.map((rule) => ({ rule: rule.rule, versionId: rule.ruleVersionId, verdict: rule.verdict, explanation: plain(rule.explanation) }));
}

export function evidencePart(row: EvidenceRow): DossierEvidence {
  return {
    id: row.id, step: row.step, kind: row.kind, title: row.title, fileHash: row.file_hash, reference: row.reference, text: row.body,
    addedBy: row.added_by_name, addedAt: row.added_at.toISOString(),
  };
}

export function meetingPart(row: MeetingRow): DossierMeeting {
  return {
    step: row.step, heldOn: row.held_on, place: row.place, entitled: row.entitled, present: row.present, inFavour: row.in_favour, against: row.against,
    abstained: row.abstained, passed: row.passed, void: row.is_void,
  };
}

export function noticePart(row: NoticeRow, calendar: HolidayCalendar): DossierNotice {
  const within = (days: ReadonlySet<string>): string[] => [...days].filter((day) => day >= row.opened_on && day <= (row.closed_on ?? row.opened_on)).sort();
  return {
    id: row.id, step: row.step, place: row.place, openedOn: row.opened_on, closedOn: row.closed_on, minDays: row.min_days, unit: row.unit,
    startDayCounts: row.start_day_counts, pausedDays: row.paused_days, holidays: within(calendar.holidays), workdays: within(calendar.workdays), state: row.state,
  };
}

export function objectionPart(row: ObjectionRow): DossierObjection {
  return {
    notice: row.notice_id, statement: row.statement, filedOn: row.filed_on, settledOn: row.settled_on, settledBy: row.settled_by_name, result: row.result,
    finding: row.finding,
  };
}

export function eventPart(row: EventRow): DossierEvent {
  return {
    seq: row.seq, step: row.step, action: row.action as DossierEvent['action'], actor: row.actor_id, name: row.actor_name, role: row.actor_role, unit: row.unit,
    opinion: row.opinion, factsHash: row.facts_hash, at: row.at.toISOString(),
  };
}

/** JSON that canonical form can carry: a fraction becomes its text, everything else stays. */
export function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
  return value ?? null;
}
