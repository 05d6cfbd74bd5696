/**
 * Texts of visits without what does not count, each with the team that served the village on the day, or the village itself.
 * $1 from, $2 to, $3 year, $4 characters left out, $5 least length.
 */
const texts = `
with written as materialized (
  select v.county_code, v.id, v.village_code, v.household_id, v.visited_on, coalesce(t.team_id::text, v.village_code) as place, t.team_name, translate(lower(v.notes), $4, '') as text
  from visit v
  left join team_village t on t.county_code = v.county_code and t.village_code = v.village_code and t.from_on <= v.visited_on and (t.ended_on is null or t.ended_on > v.visited_on)
  where v.village_code >= $1 and v.village_code < $2 and v.visited_on >= make_date($3::integer, 1, 1) and v.visited_on <= make_date($3::integer, 12, 31)
    and v.recorded_on >= make_date($3::integer, 1, 1) and v.notes is not null
),
long as materialized (select w.*, left(translate(w.text, '0123456789', ''), 10) as head, right(translate(w.text, '0123456789', ''), 10) as tail from written w where char_length(w.text) >= $5)`;

export interface TextPlaceRow {
  readonly place: string;
  readonly division_code: string;
  readonly label: string | null;
  readonly households: number;
}
/** Teams, or villages without one, with how many households have a text that is long enough. */
export const textPlaces = `${texts}
select l.place, min(l.village_code) as division_code, min(l.team_name) as label, count(distinct l.household_id)::integer as households from long l group by l.place`;

export interface CandidateRow {
  readonly place: string;
  readonly text: string;
  readonly households: readonly string[];
}
/**
 * Texts that may be copies: their beginning or end, figures left out, stands in at least so many households of the place. Only
 * these are compared letter by letter. $6 least households, $7 place or null, $8 limit.
 */
export const candidates = `${texts},
heads as (select l.place, l.head from long l group by 1, 2 having count(distinct l.household_id) >= $6),
tails as (select l.place, l.tail from long l group by 1, 2 having count(distinct l.household_id) >= $6)
select l.place, l.text, array_agg(distinct l.household_id::text) as households
from long l
left join heads h on h.place = l.place and h.head = l.head
left join tails t on t.place = l.place and t.tail = l.tail
where ($7::text is null or l.place = $7) and (h.place is not null or t.place is not null)
group by 1, 2 limit $8`;

export interface TextRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly household_id: string;
  readonly head_name: string;
  readonly visited_on: string;
  readonly text: string;
  readonly notes: string;
}
/** $6 place, $7 texts or null, $8 cursor, $9 limit. */
export const textRows = `${texts}
select l.county_code, l.id, l.village_code, l.household_id, h.head_name, l.visited_on, l.text,
  (select v.notes from visit v where v.county_code = l.county_code and v.id = l.id and v.household_id = l.household_id limit 1) as notes
from long l join household h on h.county_code = l.county_code and h.id = l.household_id
where l.place = $6 and ($7::text[] is null or l.text = any($7::text[])) and ($8::uuid is null or l.id > $8::uuid)
order by l.id limit $9`;
