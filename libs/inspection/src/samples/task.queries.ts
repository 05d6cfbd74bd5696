import type { Difference, DifferenceCause, FailureReason, RecordedValues, RecordedVillage, SpotCheckAnswers, VillageCheckAnswers, VillageService } from '#domain';

export interface TaskRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly sample_county: string;
  readonly sample_id: string;
  readonly ordinal: number;
  readonly drawn_by: string;
  readonly sample_name: string;
  readonly year: number;
  readonly household_id: string | null;
  readonly assignee_id: string;
  readonly opens_at: Date;
  readonly state: 'OPEN' | 'FAILED' | 'ANSWERED' | 'REPLACED';
  readonly closed_at: Date | null;
}

/** Where to go and whom to ask for; nothing that is to be asked. */
export interface PlaceOfTask {
  readonly head_name: string | null;
  readonly household_code: string | null;
  readonly natural_village: string | null;
  readonly place: string | null;
}

const place = `
left join household h on h.county_code = t.county_code and h.id = t.household_id
left join division d on d.code = t.village_code`;
const placeColumns = `h.head_name, h.household_code, h.natural_village,
  (select string_agg(p.name, '' order by length(p.code)) from division p where p.code in (left(t.village_code, 4), left(t.village_code, 6), left(t.village_code, 9), t.village_code)) as place`;

/** My tasks that are open to me, by village. $1 me, $2 from, $3 to, $4 also finished ones, $5 cursor village, $6 cursor id, $7 limit. */
export const myTasks = `
select t.*, ${placeColumns} from sample_task t ${place}
where t.assignee_id = $1 and t.village_code >= $2 and t.village_code < $3 and t.opens_at <= app.now()
  and ($4::boolean or (t.state in ('OPEN', 'FAILED') and t.closed_at is null))
  and ($5::text is null or (t.village_code, t.id) > ($5, $6::uuid))
order by t.village_code, t.id limit $7`;

/** Most spot checks on one phone. */
export const MOST_SPOT_CHECKS = 1_000;
/** Households and villages of running samples that I am sent to, in the order of their lists. $1 me, $2 from, $3 to. */
export const mySpotChecks = `
select t.*, ${placeColumns} from sample_task t ${place}
where t.assignee_id = $1 and t.village_code >= $2 and t.village_code < $3 and t.opens_at <= app.now() and t.closed_at is null
order by t.sample_county, t.sample_id, t.ordinal limit ${String(MOST_SPOT_CHECKS)}`;

export const findTask = `select t.*, ${placeColumns} from sample_task t ${place} where t.county_code = $1 and t.id = $2`;
export const lockTask = 'select t.* from sample_task t where t.county_code = $1 and t.id = $2 for update';
export const setTaskState = 'update sample_task t set state = $3 where t.county_code = $1 and t.id = $2';

export interface AttemptRow {
  readonly id: string;
  readonly tried_on: string;
  readonly reason: FailureReason;
  readonly note: string | null;
  readonly content_sha256: string;
  readonly saved_at: Date;
}
/** In the order in which they were saved. $1 county, $2 task. */
export const attemptsOf = `
select a.id, a.tried_on, a.reason, a.note, a.content_sha256, a.saved_at from sample_attempt a
where a.county_code = $1 and a.task_id = $2 order by a.saved_at, a.id`;
/** Of several tasks. $1 counties, $2 tasks, pairwise. */
export const attemptsOfTasks = `
select a.task_id, a.id, a.tried_on, a.reason, a.note, a.content_sha256, a.saved_at from sample_attempt a
where (a.county_code, a.task_id) in (select w.county, w.task from unnest($1::text[], $2::uuid[]) as w (county, task)) order by a.saved_at, a.id`;
export const findAttempt = 'select a.id, a.tried_on, a.reason, a.note, a.content_sha256, a.saved_at from sample_attempt a where a.county_code = $1 and a.id = $2';
export const insertAttempt = `
insert into sample_attempt (county_code, id, village_code, task_id, drawn_by, tried_on, reason, note, content_sha256) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

export interface AnswerRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly task_id: string;
  readonly drawn_by: string;
  readonly version: number;
  readonly reason: string | null;
  readonly answers: (SpotCheckAnswers | VillageCheckAnswers) & { readonly attachmentIds?: readonly string[] };
  readonly recorded: RecordedValues | RecordedVillage;
  readonly differences: Difference[];
  readonly content_sha256: string;
  readonly saved_at: Date;
}
export const findAnswer = 'select a.* from sample_answer a where a.county_code = $1 and a.id = $2';
/** The newest of each of several tasks. $1 counties, $2 tasks, pairwise. */
export const newestAnswersOfTasks = `
select distinct on (a.county_code, a.task_id) a.* from sample_answer a
where (a.county_code, a.task_id) in (select w.county, w.task from unnest($1::text[], $2::uuid[]) as w (county, task)) order by a.county_code, a.task_id, a.version desc`;
/** All versions, the newest first. $1 county, $2 task. */
export const answersOf = 'select a.* from sample_answer a where a.county_code = $1 and a.task_id = $2 order by a.version desc';
export const insertAnswer = `
insert into sample_answer (county_code, id, village_code, task_id, sample_id, household_id, drawn_by, version, reason, answers, recorded, differences, content_sha256)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11::jsonb, $12::jsonb, $13)`;

export interface CauseRow {
  readonly answer_id: string;
  readonly field: string;
  readonly cause: DifferenceCause;
  readonly note: string | null;
}
/** The newest cause of each field. $1 county, $2 answers. */
export const causesOf = `
select distinct on (c.answer_id, c.field) c.answer_id, c.field, c.cause, c.note from sample_cause c
where c.county_code = $1 and c.answer_id = any($2::uuid[]) order by c.answer_id, c.field, c.saved_at desc, c.id desc`;
/** The newest cause of each field. $1 counties, $2 answers, pairwise. */
export const causesOfAnswersByCounty = `
select distinct on (c.county_code, c.answer_id, c.field) c.answer_id, c.field, c.cause, c.note from sample_cause c
where (c.county_code, c.answer_id) in (select w.county, w.answer from unnest($1::text[], $2::uuid[]) as w (county, answer))
order by c.county_code, c.answer_id, c.field, c.saved_at desc, c.id desc`;
export const insertCause = 'insert into sample_cause (county_code, id, village_code, answer_id, drawn_by, field, cause, note) values ($1, $2, $3, $4, $5, $6, $7, $8)';

/** What is on record about a village for a year; nothing where nobody recorded it. $1 county, $2 village, $3 year. */
export const recordedVillage = `
select f.hardened_road, f.production_power, f.safe_water_covered, f.clinic, f.village_doctor, f.culture_room, f.broadcasting, f.broadband, f.cooperative, f.collective_income_fen
from village_fact f where f.county_code = $1 and f.village_code = $2 and f.year = $3`;
export type RecordedVillageRow = Readonly<Record<VillageService, boolean | null>> & { readonly collective_income_fen: number | null };

/** What is on record about a household for a year. $1 county, $2 household, $3 year, $4 poverty line in fen or null. */
export const recordedValues = `
select y.member_count, y.food_ok, y.clothing_ok, y.compulsory_education_ok, y.basic_medical_ok, y.housing_safe, y.safe_water, y.wage_income_fen, y.business_income_fen,
  y.property_income_fen, y.transfer_income_fen, y.business_cost_fen, y.per_capita_income_fen, y.per_capita_income_fen >= $4::bigint as over_line,
  (select coalesce(array_agg(distinct p.helper_name order by p.helper_name), '{}') from pairing p where p.county_code = h.county_code and p.household_id = h.id and p.ended_on is null) as helpers,
  (select coalesce(array_agg(distinct coalesce(v.name ->> 'zh', a.measure_code)), '{}') from assignment a left join measure_version v on v.id = a.measure_version_id
    where a.county_code = h.county_code and a.household_id = h.id and a.status in ('DELIVERED', 'CLOSED') and a.year = $3) as measures
from household h
left join household_year y on y.county_code = h.county_code and y.household_id = h.id and y.year = $3 and y.superseded_at is null
where h.county_code = $1 and h.id = $2`;
export interface RecordedRow {
  readonly member_count: number | null;
  readonly food_ok: boolean | null;
  readonly clothing_ok: boolean | null;
  readonly compulsory_education_ok: boolean | null;
  readonly basic_medical_ok: boolean | null;
  readonly housing_safe: boolean | null;
  readonly safe_water: boolean | null;
  readonly wage_income_fen: number | null;
  readonly business_income_fen: number | null;
  readonly property_income_fen: number | null;
  readonly transfer_income_fen: number | null;
  readonly business_cost_fen: number | null;
  readonly per_capita_income_fen: number | null;
  readonly over_line: boolean | null;
  readonly helpers: string[];
  readonly measures: string[];
}
