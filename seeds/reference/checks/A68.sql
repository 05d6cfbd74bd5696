-- Relocated households whose new home has more square metres a head than set, or whose old house still stands: on the list of old
-- houses without a day of demolition, or not on the list although it was compared.
with relocated as (
  select f.county_code, f.village_code, f.household_id, y.housing_m2, y.member_count
  from household_fact f
  left join household_year y on y.county_code = f.county_code and y.household_id = f.household_id and y.year = $3 and y.superseded_at is null
  where f.village_code >= $1 and f.village_code < $2 and f.year = $3 and f.is_relocated
    and f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
), old_house as (
  -- A list without that column names the houses that are gone.
  select r.county_code, r.household_id, bool_and(r.detail ? 'demolishedOn' and r.detail->>'demolishedOn' is null) as standing
  from register_hit r
  where r.register_code = 'old_house' and r.village_code >= $1 and r.village_code < $2
  group by r.county_code, r.household_id
), on_list as (
  -- Whoever may be on the list, also by name alone, is not called missing.
  select distinct r.county_code, r.household_id
  from register_match r
  where r.register_code = 'old_house' and r.village_code >= $1 and r.village_code < $2 and r.strength in ('ID', 'NAME_BIRTH') and r.verdict is distinct from 'FALSE_ALARM'
), covered as (
  select distinct c.county_code, c.from_code, c.to_code from register_coverage c where c.register_code = 'old_house'
), judged as (
  select r.*, coalesce(o.standing, false) as standing, l.household_id is null and o.household_id is null and c.county_code is not null as not_listed,
    coalesce(r.housing_m2 > ($5->>'max_m2_per_head')::numeric * r.member_count, false) as too_large
  from relocated r
  left join old_house o on o.county_code = r.county_code and o.household_id = r.household_id
  left join on_list l on l.county_code = r.county_code and l.household_id = r.household_id
  left join covered c on c.county_code = r.county_code and r.village_code >= c.from_code and r.village_code < c.to_code
)
select distinct j.county_code, j.village_code, j.household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('housingM2', j.housing_m2, 'members', j.member_count, 'm2PerHead', round(j.housing_m2 / nullif(j.member_count, 0), 1),
    'tooLarge', j.too_large, 'oldHouseStanding', j.standing, 'oldHouseNotListed', j.not_listed) as vals
from judged j
where j.too_large or j.standing or j.not_listed
