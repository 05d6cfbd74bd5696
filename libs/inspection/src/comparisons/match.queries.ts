/** Lines as they come from the file, in a table of this transaction. Row security forbids COPY into the real ones. */
export const createStage = `
create temp table stage_line (n integer, name text, birth_date date, id_no_masked text, id_no_bidx text, line_key text, detail jsonb) on commit drop`;
export const copyStage = 'copy stage_line (n, name, birth_date, id_no_masked, id_no_bidx, line_key, detail) from stdin';
export const stageColumns = ['n', 'name', 'birth_date', 'id_no_masked', 'id_no_bidx', 'line_key', 'detail'] as const;

export const analyzeStage = 'analyze stage_line';
/** Memory for the joins of one transaction. */
export const moreMemory = `set local work_mem = '96MB'`;

/** $1 county, $2 village of the comparison, $3 comparison. */
export const keepLines = `
insert into comparison_line (county_code, village_code, comparison_id, n, name, birth_date, id_no_masked, id_no_bidx, line_key, detail)
select $1, $2, $3::uuid, s.n, s.name, s.birth_date, s.id_no_masked, s.id_no_bidx, s.line_key, s.detail from stage_line s`;

// Members of households that are, were or may become registered; $1 from, $2 to village, $3 also those who left their household.
const ours = `
  join household h on h.county_code = m.county_code and h.id = m.household_id and h.status not in ('CLEARED_OUT', 'DEREGISTERED')
  where m.village_code >= $1 and m.village_code < $2 and ($3::boolean or m.member_status <> 'REMOVED')`;

/** The same document number. Middle dots and spaces do not make another name; a line without a name contradicts nobody. */
export const matchById = `
create temp table match_id on commit drop as
select s.n, m.county_code, m.village_code, m.household_id, m.id as member_id, s.name = '' or translate(m.name, '· ', '') = translate(s.name, '· ', '') as same_name
from stage_line s join member m on m.id_no_bidx = s.id_no_bidx ${ours}`;

/** Lines whose number is none of ours, or that have none. */
export const restOfLines = `
create temp table rest_line on commit drop as
select s.n, s.name, s.birth_date, s.id_no_bidx, ${parts('s')}
from stage_line s
where s.name <> '' and s.birth_date is not null and not exists (select 1 from match_id i where i.n = s.n)`;

/** Who has such a name, where the line or the person lacks a number: two different numbers are two persons. */
export const namesakes = `
create temp table namesake on commit drop as
select m.county_code, m.village_code, m.household_id, m.id as member_id, m.name, m.birth_date, m.id_no_bidx is not null as numbered, ${parts('m')}
from member m ${ours}
  and m.birth_date is not null
  and case when m.id_no_bidx is null then m.name in (select r.name from rest_line r) else m.name in (select r.name from rest_line r where r.id_no_bidx is null) end`;

export const matchByName = `
create temp table match_name on commit drop as
select r.n, r.id_no_bidx, o.county_code, o.village_code, o.household_id, o.member_id
from rest_line r join namesake o on o.name = r.name and o.birth_date = r.birth_date and (r.id_no_bidx is null or not o.numbered)`;

/** The same name, and exactly one of year, month and day of birth is another. Three joins on equal values rather than one on names alone. */
export const matchNear = `
create temp table match_near on commit drop as
with open as materialized (select r.* from rest_line r where not exists (select 1 from match_name m where m.n = r.n))
${['year_month', 'year_day', 'month_day'].map((same) => `
select r.n, o.county_code, o.village_code, o.household_id, o.member_id
from open r join namesake o on o.name = r.name and o.${same} = r.${same} and o.birth_date <> r.birth_date and (r.id_no_bidx is null or not o.numbered)`).join(' union all ')}`;

export const analyzeTemporary = (table: 'match_id' | 'rest_line' | 'namesake' | 'match_name') => `analyze ${table}`;

/** $1 comparison, $2 register, $3 day of the list, $4 most persons that one line may be nearly the same as. */
export const writeMatches = `
with by_number as (
  select i.n, bool_or(i.same_name) as sure from match_id i group by i.n
),
by_name as (
  select m.n, count(distinct m.member_id) as persons from match_name m group by m.n
),
-- Two lines with different numbers claim the same person: they cannot both be right.
contested as (
  select m.member_id from match_name m where m.id_no_bidx is not null group by m.member_id having count(distinct m.id_no_bidx) > 1
),
near as (
  select m.n from match_near m group by m.n having count(distinct m.member_id) <= $4
),
found as (
  select i.n, i.county_code, i.village_code, i.household_id, i.member_id, case when b.sure then 'ID' else 'DOUBTFUL' end as strength, case when b.sure then null else 'OTHER_NAME' end as doubt
  from match_id i join by_number b on b.n = i.n and i.same_name = b.sure
  union all
  select m.n, m.county_code, m.village_code, m.household_id, m.member_id,
    case when b.persons = 1 and c.member_id is null then 'NAME_BIRTH' else 'DOUBTFUL' end, case when b.persons = 1 and c.member_id is null then null else 'AMBIGUOUS' end
  from match_name m join by_name b on b.n = m.n left join contested c on c.member_id = m.member_id
  union all
  select m.n, m.county_code, m.village_code, m.household_id, m.member_id, 'DOUBTFUL', 'BIRTH_NEAR' from match_near m join near on near.n = m.n
),
written as (
  insert into comparison_match (county_code, id, village_code, comparison_id, register_code, list_on, line_n, household_id, member_id, strength, doubt, match_key,
    list_name, list_birth_date, list_id_no_masked, detail)
  select f.county_code, app.uuid_v7(), f.village_code, $1::uuid, $2, $3::date, f.n, f.household_id, f.member_id, f.strength, f.doubt, f.member_id || ':' || left(s.line_key, 32),
    nullif(s.name, ''), s.birth_date, s.id_no_masked, s.detail
  from found f join stage_line s on s.n = f.n
  returning line_n, strength
)
select count(distinct w.line_n) filter (where w.strength = 'ID')::integer as matched_by_id, count(distinct w.line_n) filter (where w.strength = 'NAME_BIRTH')::integer as matched_by_name,
  count(distinct w.line_n) filter (where w.strength = 'DOUBTFUL')::integer as doubtful,
  (select count(distinct m.n) from match_near m where not exists (select 1 from near where near.n = m.n))::integer as too_common,
  (select count(*) from stage_line)::integer as lines
from written w`;

export interface MatchCounts {
  readonly matched_by_id: number;
  readonly matched_by_name: number;
  readonly doubtful: number;
  readonly too_common: number;
  readonly lines: number;
}

/** Two of the three parts of a birth date each, as numbers that can be joined on. */
function parts(row: 's' | 'm'): string {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => `extract(${part} from ${row}.birth_date)::integer`);
  return `${year} * 100 + ${month} as year_month, ${year} * 100 + ${day} as year_day, ${month} * 100 + ${day} as month_day`;
}
