import { careTerms, kinPairs, type Kin } from '#domain';
import { memberFactCtes } from '#eligibility';

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const list = (values: readonly string[]): string => `(${values.map(text).join(', ')})`;
const { awayAreas, healthy, lostReasons, registeredStatuses, schoolAge, workingAge } = careTerms;

/** Whether `other` is kin of somebody with relation `of`, both being relations to the head. */
const isKin = (kin: Kin, of: string, other: string): string =>
  `(${of} || '>' || ${other}) = any('{${kinPairs().filter((pair) => pair.kin === kin).map((pair) => `${pair.of}>${pair.relative}`).join(',')}}'::text[])`;

/** The last year that a household has a record of. */
export const lastYearOf = (household: string): string =>
  `(select max(y.year)::integer from household_year y where y.county_code = $1 and y.household_id = ${household} and y.superseded_at is null)`;

/**
 * CTE `care_fact`: one row per person who is in a registered household now, with the facts of that household's last recorded
 * year under their catalogue names. The specification of what is added to `member_fact` is `careFactsOf` of libs/domain.
 * Relatives come from a window over the household, not from a join: below row security the planner takes both sides of such a
 * join for one row and would compare everybody with everybody. $1 county, $2 villages, $3 years that are the last of some household.
 */
export const careFactCtes = `
${memberFactCtes('villages')},
person as (
  select f.*, h.status as household_status, my.marital_status, my.is_unsupported_child,
    case
      when f.work_area in ${list(awayAreas)} then true
      when f.work_area = '01' or f.work_months = 0 or f.age < ${workingAge} then false
    end as works_away,
    f.health = array[${text(healthy)}] as is_healthy, hf.has_minimum_allowance as household_has_minimum_allowance
  from member_fact f
  join household h on h.county_code = f.county_code and h.id = f.household_id and h.status in ${list(registeredStatuses)}
  join member m on m.county_code = f.county_code and m.id = f.member_id and m.member_status <> 'REMOVED'
  left join member_year my on my.county_code = f.county_code and my.member_id = f.member_id and my.year = f.year and my.superseded_at is null
  left join household_fact hf on hf.county_code = f.county_code and hf.household_id = f.household_id and hf.year = f.year
  where f.year = ${lastYearOf('f.household_id')}
),
in_family as (
  select p.*, array_agg(p.member_id) over w as kin_id, array_agg(p.relation) over w as kin_relation, array_agg(p.age) over w as kin_age,
    array_agg(p.works_away) over w as kin_away, array_agg(p.is_healthy) over w as kin_healthy, array_agg(p.marital_status) over w as kin_marital
  from person p
  window w as (partition by p.household_id)
),
care_fact as (
  select p.*,
    case when p.marital_status is not null then p.marital_status = 'MARRIED' when p.relation = '02' or (p.relation = '01' and '02' = any(p.kin_relation)) then true end as is_married,
    p.age_on_school_cutoff between ${schoolAge.from} and ${schoolAge.to} as of_school_age,
    case when not p.is_disabled then false end as is_severely_disabled,
    case
      when k.parents = 0 then null
      when k.parents_home = k.parents then false
      when k.parents <= 2 and k.healthy_home then false
      when k.parents_away = k.parents and (k.parent_roles = 2 or k.widowed) then true
    end as parents_away,
    case when k.parents > 0 then false when (
      select count(distinct m.relation_to_head) from member m
      where m.county_code = $1 and m.household_id = p.household_id and m.member_status = 'REMOVED' and m.member_change_reason in ${list(lostReasons)}
        and ${isKin('parent', 'p.relation', 'm.relation_to_head')}
    ) = 2 then true end as parents_lost,
    coalesce(p.is_unsupported_child, case when k.healthy_parent then false end) as without_actual_support,
    case when k.spouses = 0 then null when k.spouses_away = k.spouses then true when k.spouses_home = k.spouses then false end as spouse_away,
    case when k.children = 0 then null when k.children_home > 0 then false when k.children_away = k.children then true end as children_away
  from in_family p
  cross join lateral (
    select
      count(*) filter (where q.parent) as parents, count(*) filter (where q.parent and q.away) as parents_away, count(*) filter (where q.parent and not q.away) as parents_home,
      count(distinct q.relation) filter (where q.parent) as parent_roles, coalesce(bool_or(q.parent and q.marital = 'WIDOWED'), false) as widowed,
      coalesce(bool_or(q.parent and not q.away and q.healthy), false) as healthy_home, coalesce(bool_or(q.parent and q.healthy), false) as healthy_parent,
      count(*) filter (where q.spouse) as spouses, count(*) filter (where q.spouse and q.away) as spouses_away, count(*) filter (where q.spouse and not q.away) as spouses_home,
      count(*) filter (where q.child) as children, count(*) filter (where q.child and q.away) as children_away, count(*) filter (where q.child and not q.away) as children_home
    from (
      select u.*, ${isKin('parent', 'p.relation', 'u.relation')} as parent, ${isKin('spouse', 'p.relation', 'u.relation')} as spouse, ${isKin('child', 'p.relation', 'u.relation')} as child
      from unnest(p.kin_id, p.kin_relation, p.kin_age, p.kin_away, p.kin_healthy, p.kin_marital) u(id, relation, age, away, healthy, marital)
      where u.id <> p.member_id and u.age >= ${workingAge}
    ) q
  ) k
)`;

/** Facts of persons by themselves, for tests against the specification. */
export const careFactsSql = `with ${careFactCtes} select f.* from care_fact f order by f.household_id, f.member_id`;

/** Years that are the last recorded one of some household. $1 county, $2 villages. */
export const lastYears = `
select distinct l.year from (
  select max(y.year)::integer as year from household_year y
  where y.county_code = $1 and y.village_code = any($2::text[]) and y.superseded_at is null
  group by y.household_id
) l`;
