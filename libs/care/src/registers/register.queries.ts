import type { LocalText, Rule, RuleSet } from '#domain';

/** A published version of a care register as stored. */
export interface CareRegisterRow {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly ordinal: number;
  readonly level: 'member' | 'household';
  readonly name: LocalText;
  readonly description: LocalText;
  readonly expression: Rule;
  readonly source: RuleSet['source'];
  readonly list_name: LocalText | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

const columns = 'r.id, r.code, r.version, r.ordinal, r.level, r.name, r.description, r.expression, r.source, r.list_name, r.valid_from, r.valid_to';

/** The versions in force on day $1, in their order. */
export const registersInForce = `
select ${columns} from care_register_version r
where r.valid_from <= $1::date and (r.valid_to is null or r.valid_to > $1::date)
order by r.ordinal, r.code`;

export const versionsById = `select ${columns} from care_register_version r where r.id = any($1::uuid[])`;
