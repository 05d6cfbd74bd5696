import type { AmountItem, LocalText, Measure, MeasureDelivery, MeasureKind, MeasureLevel, MeasureSource, Rule, RuleExample } from '#domain';

/** A published version as stored. Null is "not set". */
export interface MeasureVersionRow {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly kind: MeasureKind;
  readonly level: MeasureLevel;
  readonly delivery: MeasureDelivery;
  readonly name: LocalText;
  readonly beneficiaries: LocalText | null;
  readonly eligibility: Rule | null;
  readonly rule_note: LocalText | null;
  readonly amount: readonly AmountItem[] | null;
  readonly period: LocalText | null;
  readonly funding: LocalText | null;
  readonly after_exit: LocalText | null;
  readonly received_when: Rule | null;
  readonly moves: Measure['moves'];
  readonly overlapping: Measure['overlaps'];
  readonly sources: readonly MeasureSource[];
  readonly examples: RuleExample[];
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly published_at: Date;
  readonly published_by: string;
}

const columns = `m.id, m.code, m.version, m.kind, m.level, m.delivery, m.name, m.beneficiaries, m.eligibility, m.rule_note, m.amount, m.period, m.funding, m.after_exit, m.received_when,
  m.moves, m.overlapping, m.sources, m.examples, m.valid_from, m.valid_to, m.published_at, m.published_by`;

/** The version of measure $1 in force on day $2. */
export const effectiveMeasure = `
select ${columns} from measure_version m where m.code = $1 and m.valid_from <= $2::date and (m.valid_to is null or m.valid_to > $2::date)`;

/** All versions in force on day $1, by code, without their examples. */
export const measuresInForce = `
select ${columns.replace('m.examples', "'[]'::jsonb as examples")} from measure_version m where m.valid_from <= $1::date and (m.valid_to is null or m.valid_to > $1::date) order by m.code`;

/** Newest versions, by code. $1 kind or null, $2 level or null, $3 text of code, name or beneficiaries (a pattern) or null, $4 last code of the page before, $5 rows. */
export const newestMeasures = `
select ${columns} from (select distinct on (v.code) v.* from measure_version v order by v.code, v.version desc) m
where ($1::text is null or m.kind = $1) and ($2::text is null or m.level = $2) and m.code > $4
  and ($3::text is null or m.code ilike $3 or m.name ->> 'zh' ilike $3 or m.name ->> 'en' ilike $3 or m.beneficiaries ->> 'zh' ilike $3)
order by m.code limit $5`;

/** All versions of measure $1, newest first. */
export const versionsOfMeasure = `select ${columns} from measure_version m where m.code = $1 order by m.version desc`;

export const measureVersionById = `select ${columns} from measure_version m where m.id = $1`;

/** Nobody publishes the same measure at the same time. */
export const lockMeasure = `select pg_advisory_xact_lock(hashtextextended('bangfu.measure.' || $1, 0))`;

export const endMeasureVersion = `update measure_version m set valid_to = $2::date where m.id = $1`;

/** $1 the version as JSON of its columns. */
export const insertMeasureVersion = `
insert into measure_version (id, code, version, kind, level, delivery, name, beneficiaries, eligibility, rule_note, amount, period, funding, after_exit, received_when, moves, overlapping,
  sources, examples, valid_from, valid_to)
select r.id, r.code, r.version, r.kind, r.level, r.delivery, r.name, nullif(r.beneficiaries, 'null'), nullif(r.eligibility, 'null'), nullif(r.rule_note, 'null'), nullif(r.amount, 'null'),
  nullif(r.period, 'null'), nullif(r.funding, 'null'), nullif(r.after_exit, 'null'), nullif(r.received_when, 'null'), r.moves, r.overlapping, r.sources, r.examples, r.valid_from, r.valid_to
from jsonb_populate_record(null::measure_version, $1::jsonb) r`;
