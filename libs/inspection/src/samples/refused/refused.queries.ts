/** $1 county, $2 id, $3 village, $4 task or null, $5 answer or null, $6 operation, $7 kind, $8 user, $9 name, $10 time of the device, $11 code, $12 title, $13 title in English, $14 sealed content. */
export const insertRefusal = `
insert into sample_refusal (county_code, id, village_code, task_id, answer_id, operation_id, kind, sent_by, sent_by_name, occurred_at, code, title, title_en, content_enc)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

export interface RefusalRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly kind: 'sample.attempt' | 'sample.answer' | 'sample.cause' | 'sample.replace';
  readonly sent_by_name: string;
  readonly occurred_at: Date | null;
  readonly received_at: Date;
  readonly code: string;
  readonly title: string;
  readonly title_en: string;
  readonly content_enc: string;
  readonly sample_county: string;
  readonly sample_id: string;
  readonly sample_name: string;
  readonly ordinal: number;
  readonly household_village: string;
  readonly head_name: string | null;
  readonly outcome: 'LATE_NOTE' | 'DISMISSED' | null;
  readonly note: string | null;
  readonly settled_by_name: string | null;
  readonly settled_at: Date | null;
}

const ofMine = `
from sample_refusal r
left join sample_answer a on a.county_code = r.county_code and a.id = r.answer_id
join sample_task t on t.county_code = r.county_code and t.id = coalesce(r.task_id, a.task_id) and t.drawn_by = app.actor()
left join sample_refusal_settlement s on s.county_code = r.county_code and s.id = r.id`;
const refusals = `
select r.county_code, r.id, r.village_code, r.kind, r.sent_by_name, r.occurred_at, r.received_at, r.code, r.title, r.title_en, r.content_enc,
  t.sample_county, t.sample_id, t.sample_name, t.ordinal, t.village_code as household_village, h.head_name, s.outcome, s.note, s.settled_by_name, s.settled_at ${ofMine}
left join household h on h.county_code = t.county_code and h.id = t.household_id`;
/** How many wait, of samples that I drew. $1, $2 range of villages, $3 sample or null. */
export const countRefusals = `
select count(*)::integer as count ${ofMine}
where r.village_code >= $1 and r.village_code < $2 and s.id is null and ($3::uuid is null or t.sample_id = $3)`;

export interface SettledRow {
  readonly operation_id: string;
  readonly outcome: 'LATE_NOTE' | 'DISMISSED';
  readonly note: string | null;
  readonly settled_by_name: string;
  readonly settled_at: Date;
}
/** Most settlements that a phone is told at once, the newest ones. */
export const MOST_SETTLED = 1_000;
/** What became of refused work that I sent. $1 me, $2, $3 range of villages. */
export const settledOfMine = `
select r.operation_id, s.outcome, s.note, s.settled_by_name, s.settled_at
from sample_refusal r join sample_refusal_settlement s on s.county_code = r.county_code and s.id = r.id
where r.sent_by = $1 and r.village_code >= $2 and r.village_code < $3 order by s.settled_at desc, s.id desc limit ${String(MOST_SETTLED)}`;

/** Of samples that I drew, the newest first. $1, $2 range of villages, $3 settled ones too, $4 sample or null, $5 cursor id or null, $6 limit. */
export const listRefusals = `${refusals}
where r.village_code >= $1 and r.village_code < $2 and ($3::boolean or s.id is null) and ($4::uuid is null or t.sample_id = $4) and ($5::uuid is null or r.id < $5)
order by r.id desc limit $6`;
/** $1 county, $2 id. */
export const findRefusal = `${refusals} where r.county_code = $1 and r.id = $2`;

/** $1 county, $2 id, $3 village, $4 outcome, $5 words or null, $6 name. Nothing comes back when it was settled before. */
export const settleRefusal = `
insert into sample_refusal_settlement (county_code, id, village_code, outcome, note, settled_by_name) values ($1, $2, $3, $4, $5, $6)
on conflict (county_code, id) do nothing returning id`;
