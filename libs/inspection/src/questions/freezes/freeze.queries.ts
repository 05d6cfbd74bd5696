const columns = `f.county_code, f.id, f.village_code, f.division_code, f.question_id, f.definition, f.link_key, f.sentence, f.answer, f.sql_text, f.parameters, f.rule_versions, f.columns, f.rows, f.sha256,
  f.as_of, f.answered_at, f.created_by, f.created_by_name`;

export interface FreezeRow {
  county_code: string;
  id: string;
  village_code: string;
  division_code: string;
  question_id: string | null;
  definition: Record<string, unknown>;
  link_key: string;
  sentence: { zh: string; en: string };
  answer: Record<string, unknown>;
  sql_text: string;
  parameters: unknown;
  rule_versions: unknown;
  columns: string[];
  rows: number;
  sha256: string;
  as_of: { on: string; year: number | null };
  answered_at: Date;
  created_by: string;
  created_by_name: string;
}

export const insertFreeze = `
insert into question_freeze as f (county_code, id, village_code, division_code, question_id, definition, link_key, sentence, answer, sql_text, parameters, rule_versions, columns, rows, sha256, as_of, created_by_name)
values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8::jsonb, $9::jsonb, $10, $11::jsonb, $12::jsonb, $13::text[], $14, $15, $16::jsonb, $17) returning ${columns}`;

export const findFreeze = `select ${columns} from question_freeze f where f.county_code = $1 and f.id = $2`;

/** $1 from and $2 to code, $3 id after which to go on, $4 rows; newest first. */
export const listFreezes = `
select ${columns} from question_freeze f where f.village_code >= $1 and f.village_code < $2 and ($3::uuid is null or f.id < $3) order by f.id desc limit $4`;
