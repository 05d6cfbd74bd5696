import type { DrawnUnit, SampleMethod, SamplePlan, SampleUnitKind, StratumLine } from '#domain';

export type SampleState = 'DRAWN' | 'SEALED' | 'ISSUED' | 'CLOSED';

/** What a sample was asked for; stored as it was. */
export interface SampleSettings {
  readonly plan: SamplePlan;
  /** Year of the record that answers are held against, and of the exit rule. */
  readonly year: number;
  readonly sizeFormula: { readonly zh: string; readonly en: string } | null;
}

export interface SampleRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly division_code: string;
  readonly name: string;
  readonly question: Record<string, unknown>;
  readonly unit: SampleUnitKind;
  readonly method: SampleMethod;
  readonly settings: SampleSettings;
  readonly frame_size: number;
  readonly frame_sha256: string;
  readonly strata: StratumLine[];
  readonly drawn: number;
  readonly algorithm: string;
  readonly algorithm_version: number;
  readonly seal_sha256: string;
  readonly state: SampleState;
  readonly drawn_at: Date;
  readonly drawn_by: string;
  readonly drawn_by_name: string;
  readonly sealed_at: Date | null;
  readonly opens_at: Date | null;
  readonly closed_at: Date | null;
  readonly results: Record<string, unknown> | null;
  readonly version: number;
}

export interface SecretRow {
  readonly nonce: string;
  readonly seed: string;
}

export interface UnitRow {
  readonly ordinal: number;
  readonly role: DrawnUnit['role'];
  readonly stratum: string;
  readonly cluster: string | null;
  readonly weight_num: number;
  readonly weight_den: number;
  readonly household_county: string;
  readonly household_id: string | null;
  readonly household_village: string;
  readonly household_status: string | null;
  readonly state: 'DRAWN' | 'ISSUED' | 'REPLACED';
  readonly assignee_id: string | null;
  readonly replaced_by: number | null;
  readonly replace_reason: string | null;
  readonly head_name: string | null;
  readonly task_state: string | null;
}

export interface EventRow {
  readonly kind: string;
  readonly detail: Record<string, unknown>;
  readonly at: Date;
  readonly actor_name: string;
}

export const findSample = 'select s.* from sample s where s.county_code = $1 and s.id = $2';
export const lockSample = `${findSample} for update`;

/** Samples of the territory, newest first. $1 from, $2 to, $3 cursor id or null, $4 limit. */
export const listSamples = `
select s.* from sample s
where s.village_code >= $1 and s.village_code < $2 and ($3::uuid is null or s.id < $3)
order by s.id desc limit $4`;

/** $1 row as JSON. */
export const insertSample = `
insert into sample (county_code, id, village_code, division_code, name, question, unit, method, settings, frame_size, frame_sha256, strata, drawn, algorithm, algorithm_version,
  seal_sha256, drawn_at, drawn_by_name)
select r.county_code, r.id, r.village_code, r.division_code, r.name, r.question, r.unit, r.method, r.settings, r.frame_size, r.frame_sha256, r.strata, r.drawn, r.algorithm,
  r.algorithm_version, r.seal_sha256, r.drawn_at, r.drawn_by_name
from jsonb_populate_record(null::sample, $1::jsonb) r`;

/** A drawing in the place of the one before, which is no longer sealed. $1 row as JSON. */
export const replaceSample = `
update sample s
set division_code = r.division_code, village_code = r.village_code, name = r.name, question = r.question, unit = r.unit, method = r.method, settings = r.settings,
  frame_size = r.frame_size, frame_sha256 = r.frame_sha256, strata = r.strata, drawn = r.drawn, algorithm = r.algorithm, algorithm_version = r.algorithm_version,
  seal_sha256 = r.seal_sha256, drawn_at = r.drawn_at, state = 'DRAWN', sealed_at = null, version = s.version + 1
from jsonb_populate_record(null::sample, $1::jsonb) r
where s.county_code = r.county_code and s.id = r.id`;

export const insertSecret = 'insert into sample_secret (county_code, id, village_code, nonce, seed) values ($1, $2, $3, $4, $5)';
export const deleteSecret = 'delete from sample_secret s where s.county_code = $1 and s.id = $2';
export const deleteUnits = 'delete from sample_unit u where u.county_code = $1 and u.sample_id = $2';
export const findSecret = 'select s.nonce, s.seed from sample_secret s where s.county_code = $1 and s.id = $2';

/** $1 county and $2 village of the sample, $3 sample, $4 units as JSON. */
export const insertUnits = `
insert into sample_unit (county_code, id, village_code, sample_id, ordinal, role, stratum, cluster, weight_num, weight_den, household_county, household_id, household_village, household_status)
select $1, app.uuid_v7(), $2, $3::uuid, u.ordinal, u.role, u.stratum, u.cluster, u.weight_num, u.weight_den, u.household_county, u.household_id, u.household_village, h.status
from jsonb_to_recordset($4::jsonb) u(ordinal integer, role text, stratum text, cluster text, weight_num bigint, weight_den bigint, household_county text, household_id uuid, household_village text)
left join household h on h.county_code = u.household_county and h.id = u.household_id`;

const unitColumns = `u.ordinal, u.role, u.stratum, u.cluster, u.weight_num, u.weight_den, u.household_county, u.household_id, u.household_village, u.household_status, u.state,
  u.assignee_id, u.replaced_by, u.replace_reason`;
/** In the order of the list. $1 county, $2 sample. */
export const unitsOf = `
select ${unitColumns}, h.head_name, t.state as task_state
from sample_unit u
left join household h on h.county_code = u.household_county and h.id = u.household_id
left join sample_task t on t.county_code = u.household_county and t.sample_id = u.sample_id and t.ordinal = u.ordinal
where u.county_code = $1 and u.sample_id = $2
order by u.ordinal`;

/** $1 county, $2 sample, $3 state, $4 sealed at, $5 opens at, $6 closed at, $7 results. */
export const moveSample = `
update sample s set state = $3, sealed_at = $4, opens_at = $5, closed_at = $6, results = $7::jsonb, version = s.version + 1
where s.county_code = $1 and s.id = $2 returning s.*`;

export const insertEvent = 'insert into sample_event (county_code, id, village_code, sample_id, kind, detail, actor_name) values ($1, $2, $3, $4, $5, $6::jsonb, $7)';
export const eventsOf = 'select e.kind, e.detail, e.at, e.actor_name from sample_event e where e.county_code = $1 and e.sample_id = $2 order by e.id';
