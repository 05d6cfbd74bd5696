import { exitedStatuses, FACTS_FROM_HOUSEHOLD, factTerms, poorStatuses } from '#domain';
import { sqlList, sqlText } from './sql-lists.js';

const { ableToWork, disabled, finishedEducation, firstYearsOfStage, ill, noPostWords, notAtSchool, safeGrades, schoolAge, stagesWithoutYears, unfitForSchoolWords, unsafeGrades, workingAge } = factTerms;

/** Households whose facts are asked for; $1 is the county (or division), $2 what names them; of a range $1 and $2 are its ends. */
export const subjects = {
  villages: 'h.county_code = $1 and h.village_code = any($2::text[])',
  household: 'h.county_code = $1 and h.id = any($2::uuid[])',
  division: `h.county_code = any($2::text[]) and h.village_code >= $1 and h.village_code < $1 || ':'`,
  range: 'h.village_code >= $1 and h.village_code < $2',
} as const;
export type Subjects = keyof typeof subjects;

/** What is read of the years of persons, said once more for whole ranges: the other years of the region are not. */
const read: Partial<Record<Subjects, string>> = { range: ' and my.village_code >= $1 and my.village_code < $2 and my.year = any($3::integer[])' };

const unfit = unfitForSchoolWords.map((word) => `my.dropout_reason like ${sqlText(`%${word}%`)}`).join(' or ');

/**
 * CTEs `subject`, `fact_year` and `member_fact`: one row per person and year in which the person belongs to the household,
 * with the person's facts under their catalogue names. The specification is `memberFactsOf` of libs/domain. `inlined` where
 * they are read per household (by a rule over members), so that an index finds the persons.
 */
export const memberFactCtes = (of: Subjects, inlined = ''): string => `
subject as ${inlined}(
  select h.*, exists (select 1 from episode e where e.county_code = h.county_code and e.household_id = h.id) as has_episode
  from household h
  where ${subjects[of]}
),
fact_year as ${inlined}(select y.year, make_date(y.year, 12, 31) as last_day from unnest($3::integer[]) y(year)),
member_fact as ${inlined}(
  select m.county_code, s.village_code, m.household_id, m.id as member_id, y.year,
    y.year - extract(year from m.birth_date)::integer as age,
    a.age_on_school_cutoff, m.gender, m.relation_to_head as relation, my.education, my.school_status, my.dropout_reason, my.health,
    my.labour_skill as labour, my.work_area, my.work_months,
    my.has_medical_insurance or my.has_employee_medical_insurance as has_medical_insurance,
    my.has_critical_illness_insurance,
    my.has_pension_insurance or my.has_employee_pension as has_pension_insurance,
    my.has_minimum_allowance, my.is_extreme_poverty_support,
    case when my.public_welfare_post in ${sqlList(noPostWords)} then false when my.public_welfare_post <> '' then true else my.public_welfare_months > 0 end as public_welfare_post,
    ((m.disability_cert_no_masked is not null or m.disability_cert_year is not null) and coalesce(m.disability_cert_year <= y.year, true)) or my.health @> array[${sqlText(disabled)}]
      as is_disabled,
    case when my.school_status not in ${sqlList(stagesWithoutYears)} then my.school_status in ${sqlList(firstYearsOfStage)} end as is_new_student,
    my.had_medical_assistance,
    -- Not a fact of its own, but part of the household's.
    case
      when a.age_on_school_cutoff not between ${schoolAge.from} and ${schoolAge.to} then false
      when a.age_on_school_cutoff is null or my.school_status is null then null
      when my.school_status <> ${sqlText(notAtSchool)} or coalesce(my.education in ${sqlList(finishedEducation)}, false) then false
      else not coalesce(${unfit}, false)
    end as has_dropped_out
  from subject s
  join member m on m.county_code = s.county_code and m.household_id = s.id
  join fact_year y on (m.joined_on is null or m.joined_on <= y.last_day) and (m.birth_date is null or m.birth_date <= y.last_day)
    and (m.left_on > y.last_day or (m.left_on is null and m.member_status <> 'REMOVED'))
  cross join lateral (select case when m.birth_date is not null then
    greatest(y.year - extract(year from m.birth_date)::integer - (extract(month from m.birth_date) > ${schoolAge.cutoffMonth})::integer, 0) end as age_on_school_cutoff) a
  left join member_year my on my.county_code = m.county_code and my.member_id = m.id and my.year = y.year and my.superseded_at is null${read[of] ?? ''}
)`;

const householdColumns = Object.entries(FACTS_FROM_HOUSEHOLD).map(([name, source]) => `f.${source} as ${name}`).join(', ');

/** Persons as rules see them: with the facts of their household, which come from `household_fact` (stored, or a CTE of that name). */
export const memberSubjectCte = `
member_subject as not materialized (
  select p.*, ${householdColumns}
  from member_fact p
  left join household_fact f on f.county_code = p.county_code and f.household_id = p.household_id and f.year = p.year
)`;

/** The persons of the households of a CTE: kept for several passes, or read in one, where only what is asked for is computed. */
export const memberSubjectIn = (households: string, passes: 'one' | 'several' = 'several'): string => `
member_subject as ${passes === 'several' ? 'materialized' : 'not materialized'} (
  select p.*, ${householdColumns}
  from member_fact p
  join ${households} f on f.county_code = p.county_code and f.household_id = p.household_id and f.year = p.year
)`;

/** Number of persons of whom \`truth\` holds; null as soon as it is unknown of one. */
const known = (truth: string): string => `case when bool_or((${truth}) is null) then null else count(*) filter (where ${truth}) end::integer`;
/** True of some; else null as soon as it is unknown of one. */
const some = (truth: string): string => `case when bool_or(${truth}) then true when bool_or((${truth}) is null) then null else false end`;

const peopleCtes = `
people as (
  select p.household_id, p.year, count(*)::integer as present,
    ${known(`case when p.labour is null and p.age < ${workingAge} then false else p.labour in ${sqlList(ableToWork)} end`)} as labour_count,
    ${known('p.is_disabled')} as disabled_count,
    ${known(`p.health && array[${ill.map(sqlText).join(', ')}]`)} as chronic_or_serious_illness_count,
    ${known(`p.age_on_school_cutoff between ${schoolAge.from} and ${schoolAge.to}`)} as school_child_count,
    ${some('p.has_minimum_allowance')} as has_minimum_allowance,
    ${some('p.is_extreme_poverty_support')} as is_extreme_poverty_support,
    ${known('p.has_dropped_out')} as dropout_count,
    ${known('not p.has_medical_insurance')} as uninsured_count,
    not ${some('p.has_dropped_out')} as schooling_assured,
    not ${some('not (p.has_medical_insurance and p.has_critical_illness_insurance)')} as medical_assured
  from member_fact p
  group by p.household_id, p.year
)`;

// What a household was at the end of a year, from the dates of its last episode entered by then.
const standingCtes = `
entered as (
  select distinct on (e.household_id, y.year) e.household_id, y.year, e.exited_on,
    case
      when e.closed_on <= y.last_day and e.status in ('CLEARED_OUT', 'DEREGISTERED') then e.status
      when e.not_entitled_on <= y.last_day then 'EXITED_NOT_ENTITLED'
      when e.exited_on <= y.last_day then 'EXITED_ENTITLED'
      when e.exited_on is not null or e.closed_on is not null then 'REGISTERED'
      when s.status in ${sqlList(poorStatuses)} then s.status
      else e.status
    end as status
  from subject s
  join episode e on e.county_code = s.county_code and e.household_id = s.id
  join fact_year y on e.entered_on <= y.last_day
  order by e.household_id, y.year, e.sequence desc
),
-- Every household and year, with what the household was by the end of it.
standing as (
  select s.*, y.year, y.last_day, t.status as standing,
    case when t.status in ${sqlList(exitedStatuses)} then coalesce(extract(year from e.exited_on)::integer, s.exit_year) end as exited_in
  from subject s
  cross join fact_year y
  left join entered e on e.household_id = s.id and e.year = y.year
  cross join lateral (select case when s.has_episode then e.status else s.status end as status) t
)`;

// Floor division also below zero: SQL's own division cuts towards zero.
const perHead = `case when hy.member_count > 0 then i.net / hy.member_count - (i.net % hy.member_count < 0)::integer end`;

const factSelect = `
select s.county_code, s.id as household_id, s.village_code, s.year,
  s.standing as status, s.poor_household_type, s.main_cause, s.other_causes,
  f.first_identified_month,
  case when f.first_identified_month is not null then ((s.year - extract(year from f.first_identified_month)) * 12 + 12 - extract(month from f.first_identified_month))::integer end
    as months_since_identified,
  s.exited_in as exit_year,
  coalesce(hy.member_count, p.present) as member_count,
  p.labour_count, p.disabled_count, p.chronic_or_serious_illness_count, p.school_child_count, p.has_minimum_allowance, p.is_extreme_poverty_support,
  hy.wage_income_fen as wage_fen, hy.business_income_fen as business_fen, hy.property_income_fen as property_fen, hy.transfer_income_fen as transfer_fen,
  hy.business_cost_fen as cost_fen, i.net as net_income_fen, ${perHead} as net_income_per_capita_fen,
  hy.food_ok, hy.clothing_ok,
  p.schooling_assured and (hy.compulsory_education_ok is distinct from false) as compulsory_education_ok,
  p.dropout_count,
  p.medical_assured and (hy.basic_medical_ok is distinct from false) as basic_medical_ok,
  p.uninsured_count,
  case
    when not hy.housing_safe then false
    when hy.housing_grade in ${sqlList(safeGrades)} or hy.housing_renovation_year <= s.year or s.is_relocated then true
    when hy.housing_grade in ${sqlList(unsafeGrades)} or hy.is_dilapidated then false
    else hy.housing_safe
  end as housing_safe,
  hy.housing_grade, hy.safe_water,
  c.has_public_payroll_member, c.has_village_cadre, c.owns_car, c.owns_commercial_property, c.owns_registered_firm, s.is_relocated
from standing s
left join people p on p.household_id = s.id and p.year = s.year
left join household_year hy on hy.county_code = s.county_code and hy.household_id = s.id and hy.year = s.year and hy.superseded_at is null
left join household_comparison c on c.county_code = s.county_code and c.household_id = s.id and c.year = s.year and c.superseded_at is null
cross join lateral (select case when num_nonnulls(hy.wage_income_fen, hy.business_income_fen, hy.property_income_fen, hy.transfer_income_fen) > 0 then
  coalesce(hy.wage_income_fen, 0) + coalesce(hy.business_income_fen, 0) + coalesce(hy.property_income_fen, 0) + coalesce(hy.transfer_income_fen, 0)
    - coalesce(hy.business_cost_fen, 0) end as net) i
cross join lateral (select case when s.first_identified_month is not null and make_date(left(s.first_identified_month, 4)::integer, right(s.first_identified_month, 2)::integer, 1) <= s.last_day
  then make_date(left(s.first_identified_month, 4)::integer, right(s.first_identified_month, 2)::integer, 1) end as first_identified_month) f`;

/**
 * Facts of households by village ($2 text[]) or by id ($2 uuid[]) of county $1 for the years $3, computed from the written
 * tables; columns as in `household_fact`. The specification is `householdFactsOf` of libs/domain.
 */
export const householdFactsSql = (of: Subjects): string => `with ${memberFactCtes(of)},${peopleCtes},${standingCtes}${factSelect}`;

/** Facts of persons, for rules that look at members and for explanations. */
export const memberFactsSql = (of: Subjects): string => `with ${memberFactCtes(of)} select p.* from member_fact p order by p.household_id, p.year, p.member_id`;
