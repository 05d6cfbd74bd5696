import type { QuestionField } from '#domain';
import { relationOf } from './datasets/index.js';
import { compileQuestion, placeOf, type Statement } from './question.queries.js';
import type { ResolvedQuestion } from './resolved-question.js';

/** Characters of a UUID and of a village's code: the keys of a county are one text of fixed widths. */
export const UUID_LENGTH = 36;
export const VILLAGE_LENGTH = 12;

/** The households of one county that a question answers with. Hundreds of thousands come as one text for each county instead of a row each. */
export interface CountyHouseholds {
  readonly county_code: string;
  /** Whether a row belongs to no household. */
  readonly without: boolean;
  /** UUID and village of each household, in the order of the UUIDs. */
  readonly keys: string | null;
  /** Under `c0`, `c1` …: the fields asked for, in the same order. */
  readonly [column: string]: unknown;
}

export interface VillageRows {
  readonly village_code: string;
  readonly rows: number;
  /** Under `c0`, `c1` …: the fields asked for, of the first row. */
  readonly [column: string]: unknown;
}

const asked = (fields: readonly QuestionField[], column: (name: string, index: number) => string): string => fields.map(({ name }, index) => `, ${column(name, index)} as c${index}`).join('');

/** Each household once, by its first row in order of village and id, county by county. UUIDs sort as their text does. */
export function householdsStatement(question: ResolvedQuestion, fields: readonly QuestionField[]): Statement {
  const { binder, from, truth } = compileQuestion({ ...question, of: undefined }, placeOf(question.definition.division), fields.map(({ name }) => name));
  const relation = relationOf(question.dataset.name);
  const once = relation.household === 'x.id' ? { first: '', inOrder: '' } : { first: 'distinct on (s.county_code, s.household_id) ', inOrder: '\n  order by s.county_code, s.household_id, s.village_code, s.id' };
  const sql = `select m.county_code, bool_or(m.household_id is null) as without, string_agg(m.household_id::text || m.village_code, '' order by m.household_id) as keys${asked(fields, (_, index) => `json_agg(m.c${index} order by m.household_id)`)}
from (
  select ${once.first}s.county_code, s.household_id, s.village_code${asked(fields, (name) => `s.${name}`)} from ${from}
  where ${truth}${once.inOrder}
) m
group by m.county_code
order by m.county_code`;
  return { sql, values: binder.values };
}

/** Each village with its rows. */
export function villagesStatement(question: ResolvedQuestion, fields: readonly QuestionField[]): Statement {
  const { binder, from, truth } = compileQuestion({ ...question, of: undefined }, placeOf(question.definition.division), fields.map(({ name }) => name));
  const sql = `select s.village_code, count(*)::integer as rows${asked(fields, (name) => `(json_agg(s.${name} order by s.id)) -> 0`)}
from ${from}
where ${truth}
group by s.village_code
order by s.village_code`;
  return { sql, values: binder.values };
}
