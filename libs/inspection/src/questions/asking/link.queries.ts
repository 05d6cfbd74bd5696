import { prepared } from '#platform';

export const insertLink = 'insert into question_link (key, definition) values ($1, $2::jsonb) on conflict (key) do nothing';
export const findLink = prepared('select l.definition from question_link l where l.key = $1');
