-- Registered households all of whose present members live elsewhere for longer than the months.
with away as (
  select r.county_code, r.member_id, min((r.detail->>'awaySince')::date) as since
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'non_resident' and r.detail->>'awaySince' is not null
  group by r.county_code, r.member_id
)
select h.county_code, h.village_code, h.id as household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('members', count(*), 'awaySince', max(a.since)) as vals
from household h
join member m on m.county_code = h.county_code and m.household_id = h.id and m.member_status = 'ACTIVE' and m.village_code >= $1 and m.village_code < $2
left join away a on a.county_code = m.county_code and a.member_id = m.id
where h.village_code >= $1 and h.village_code < $2 and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
group by h.county_code, h.id
having bool_and(a.since is not null and a.since < ($4 - make_interval(months => ($5->>'away_months')::integer))::date)
