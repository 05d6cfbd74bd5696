import type { LocalText, Rule, RuleExample, RuleSet } from '#domain';
import type { JudgedLevel } from '../levels.js';

/** A published version as stored. */
export interface RuleVersionRow {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly level: JudgedLevel;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly expression: Rule;
  readonly examples: RuleExample[];
  readonly source: RuleSet['source'];
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly published_at: Date;
  readonly published_by: string;
}

const columns = 'r.id, r.code, r.version, r.level, r.name, r.description, r.expression, r.examples, r.source, r.valid_from, r.valid_to, r.published_at, r.published_by';

/** Versions in force on the last day of any of the years $1, newest first. */
export const versionsOfYears = `
select ${columns}, array_agg(y.year order by y.year) as years
from unnest($1::integer[]) y(year)
join rule_version r on r.valid_from <= make_date(y.year, 12, 31) and (r.valid_to is null or r.valid_to > make_date(y.year, 12, 31))
group by r.id order by r.code, r.version`;

/** The version of rule $1 in force on day $2. */
export const effectiveVersion = `
select ${columns} from rule_version r
where r.code = $1 and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to > $2::date)`;

export const versionById = `select ${columns} from rule_version r where r.id = $1`;

/** Newest version of every rule. */
export const rules = `select distinct on (r.code) ${columns} from rule_version r order by r.code, r.version desc`;

/** All versions of rule $1, newest first. */
export const versionsOfRule = `select ${columns} from rule_version r where r.code = $1 order by r.version desc`;

/** Nobody publishes the same rule at the same time. */
export const lockRule = `select pg_advisory_xact_lock(hashtextextended('bangfu.rule.' || $1, 0))`;

export const endVersion = `update rule_version r set valid_to = $2::date where r.id = $1`;

/** $1 code, $2 version, $3 level, $4 name, $5 description, $6 expression, $7 examples, $8 source, $9 valid from, $10 valid to, $11 id. */
export const insertVersion = `
insert into rule_version (id, code, version, level, name, description, expression, examples, source, valid_from, valid_to)
values ($11, $1, $2, $3, $4::jsonb, $5::jsonb, $6::jsonb, $7::jsonb, $8::jsonb, $9::date, $10::date)`;
