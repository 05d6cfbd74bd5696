import type { CaseStatus, SubjectKind } from '#domain';

export interface CaseRow {
  county_code: string;
  id: string;
  village_code: string;
  pack_id: string;
  pack_code: string;
  subject_kind: SubjectKind;
  household_id: string | null;
  division_code: string;
  year: number;
  status: CaseStatus;
  current_step: string | null;
  current_kind: string | null;
  entered_at: Date;
  due_on: string | null;
  assigned_to: string | null;
  assigned_name: string | null;
  started_by: string;
  started_by_name: string;
  started_role: string;
  started_unit: string;
  started_at: Date;
  reason: string | null;
  snapshot_id: string | null;
  facts_hash: string | null;
  verdict: string | null;
  open_objections: number;
  decided_at: Date | null;
  closed_at: Date | null;
  version: number;
}

export interface DutyRow {
  user_id: string;
  step: string;
}

export interface EventRow {
  id: string;
  seq: number;
  step: string;
  action: string;
  actor_id: string;
  actor_name: string;
  actor_role: string;
  unit: string;
  opinion: string | null;
  fields: string[] | null;
  to_step: string | null;
  facts_hash: string | null;
  payload: Record<string, unknown> | null;
  at: Date;
}

export interface SnapshotRow {
  id: string;
  step: string;
  year: number;
  facts: Record<string, unknown>;
  facts_hash: string;
  rules: { rule: string; ruleVersionId: string | null; verdict: string; explanation: unknown }[];
  taken_at: Date;
}

export interface EvidenceRow {
  id: string;
  step: string;
  kind: string;
  title: string;
  file_name: string | null;
  file_hash: string | null;
  attachment_id: string | null;
  reference: string | null;
  body: string | null;
  added_by: string;
  added_by_name: string;
  added_at: Date;
}

export interface MeetingRow {
  id: string;
  step: string;
  held_on: string;
  place: string;
  convener: string;
  entitled: number;
  present: number;
  in_favour: number;
  against: number;
  abstained: number;
  passed: boolean;
  summary: string;
  is_void: boolean;
}

export interface NoticeRow {
  county_code: string;
  id: string;
  village_code: string;
  case_id: string;
  step: string;
  place: string;
  place_detail: string | null;
  poster_name: string;
  poster_village: string;
  poster_head_count: number | null;
  opened_on: string;
  opened_at: Date;
  min_days: number;
  unit: 'calendar' | 'working';
  start_day_counts: boolean;
  closes_on: string | null;
  paused_days: number;
  closed_on: string | null;
  state: 'RUNNING' | 'PAUSED' | 'CLOSED' | 'VOID';
  version: number;
}

export interface ObjectionRow {
  county_code: string;
  id: string;
  village_code: string;
  case_id: string;
  notice_id: string;
  statement: string;
  objector: string | null;
  filed_by: string;
  filed_by_name: string;
  filed_at: Date;
  filed_on: string;
  state: 'OPEN' | 'SETTLED' | 'LAPSED';
  result: string | null;
  finding: string | null;
  settled_by: string | null;
  settled_by_name: string | null;
  settled_on: string | null;
}
