const columns = `q.county_code, q.id, q.village_code, q.division_code, q.name, q.dataset, q.definition, q.link_key, q.sentence, q.owner_id, q.owner_name, q.shared, q.version, q.created_at, q.updated_at`;

export interface SavedQuestionRow {
  county_code: string;
  id: string;
  village_code: string;
  division_code: string;
  name: string;
  dataset: string;
  definition: unknown;
  link_key: string;
  sentence: { zh: string; en: string };
  owner_id: string;
  owner_name: string;
  shared: boolean;
  version: number;
  created_at: Date;
  updated_at: Date;
}

export const insertQuestion = `
insert into question as q (county_code, id, village_code, division_code, name, dataset, definition, link_key, sentence, owner_id, owner_name, shared)
values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9::jsonb, app.actor(), $10, $11) returning ${columns}`;

/** Own questions and shared ones; row security leaves those of the territory. */
const visible = `(q.shared or q.owner_id = app.actor())`;

export const findQuestion = `select ${columns} from question q where q.county_code = $1 and q.id = $2 and ${visible}`;
export const lockQuestion = `${findQuestion} for update`;

/** $1 from and $2 to code, $3 id after which to go on, $4 rows; newest first. */
export const listQuestions = `
select ${columns} from question q
where q.village_code >= $1 and q.village_code < $2 and ${visible} and ($3::uuid is null or q.id < $3) order by q.id desc limit $4`;

export const updateQuestion = `
update question q set name = $3, definition = $4::jsonb, dataset = $5, link_key = $6, sentence = $7::jsonb, shared = $8, version = q.version + 1, updated_at = app.now()
where q.county_code = $1 and q.id = $2 returning ${columns}`;

export const deleteQuestion = 'delete from question where county_code = $1 and id = $2';
