import type { Difference, RecordedValues, SpotCheckAnswers } from '#domain';

export interface VisitedRow {
  readonly ordinal: number;
  readonly role: 'PRIMARY' | 'REPLACEMENT';
  readonly stratum: string;
  readonly cluster: string | null;
  readonly weight_num: number;
  readonly weight_den: number;
  readonly household_county: string;
  readonly household_status: string | null;
  readonly state: string;
  readonly replace_reason: string | null;
  readonly answer_id: string | null;
  readonly answer_version: number | null;
  /** Of a village in a sample of villages: never judged, only compared. */
  readonly answers: SpotCheckAnswers | null;
  readonly recorded: RecordedValues | null;
  readonly differences: Difference[] | null;
}

/** Units of a sample with the newest answer of each. $1 county, $2 sample. */
export const visitedUnits = `
select u.ordinal, u.role, u.stratum, u.cluster, u.weight_num, u.weight_den, u.household_county, u.household_status, u.state, u.replace_reason,
  a.id as answer_id, a.version as answer_version, a.answers, a.recorded, a.differences
from sample_unit u
left join sample_task t on t.county_code = u.household_county and t.sample_id = u.sample_id and t.ordinal = u.ordinal
left join lateral (
  select a.id, a.version, a.answers, a.recorded, a.differences from sample_answer a
  where a.county_code = t.county_code and a.task_id = t.id order by a.version desc limit 1
) a on true
where u.county_code = $1 and u.sample_id = $2
order by u.ordinal`;

/** Newest cause of each field of these answers. $1 answers. */
export const causesOfAnswers = `
select distinct on (c.county_code, c.answer_id, c.field) c.field, c.cause from sample_cause c
where c.county_code = any($1::text[]) and c.answer_id = any($2::uuid[])
order by c.county_code, c.answer_id, c.field, c.saved_at desc, c.id desc`;
