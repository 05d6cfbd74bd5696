const place = `d.name as village_name, h.household_code, h.head_name, m.id as member_id, m.name as member_name, m.id_no_masked, m.id_no_enc`;
const people = (alias: string) => `
join division d on d.code = ${alias}.village_code
left join household h on h.county_code = ${alias}.county_code and h.id = ${alias}.household_id
left join member m on m.county_code = ${alias}.county_code and m.id = ${alias}.member_id`;

/** Hits with the newest verdict. $1 from, $2 to, $3 check or null, $4 'open', 'gone' or null for all, $5 verdict or null. */
export const hits = `
select c.village_code, c.check_code, v.name ->> 'zh' as check_name, v.severity, v.shown, c.vals, c.year, c.first_seen_at, c.last_seen_at, c.gone_at, coalesce(j.verdict, 'OPEN') as verdict, j.reason, ${place}
from check_hit c
join check_version v on v.id = c.version_id
${people('c')}
left join lateral (
  select j.verdict, j.reason from check_verdict j where j.county_code = c.county_code and j.check_code = c.check_code and j.hit_key = c.hit_key order by j.id desc limit 1
) j on true
where c.village_code >= $1 and c.village_code < $2 and ($3::text is null or c.check_code = $3)
  and ($4::text is null or ($4 = 'open') = (c.gone_at is null)) and ($5::text is null or coalesce(j.verdict, 'OPEN') = $5)
order by c.village_code, c.check_code, c.id`;

/** Matches of a comparison that the territory shows. $1 comparison. */
export const matches = `
select c.village_code, c.register_code, c.list_on, c.line_n, c.strength, c.doubt, c.list_name, c.list_id_no_masked, c.detail, coalesce(j.verdict, 'OPEN') as verdict, j.reason, ${place}
from comparison_match c
${people('c')}
left join lateral (
  select j.verdict, j.reason from comparison_verdict j where j.county_code = c.county_code and j.register_code = c.register_code and j.match_key = c.match_key order by j.decided_at desc, j.id desc limit 1
) j on true
where c.comparison_id = $1
order by c.village_code, c.line_n, c.id`;
export const comparisonIsThere = 'select 1 as there from comparison c where c.county_code = $1 and c.id = $2';

/** Findings. $1 from, $2 to, $3 state or null. */
export const findings = `
select f.*, d.name as village_name, h.household_code, h.head_name
from finding f
left join division d on d.code = rtrim(f.division_code)
left join household h on h.county_code = f.county_code and h.id = f.household_id
where f.village_code >= $1 and f.village_code < $2 and ($3::text is null or f.state = $3)
order by f.village_code, f.id`;

/** Who read, exported, unmasked or was refused what. $1 from, $2 to, $3 first day or null, $4 last day or null. */
export const access = `
select a.at, u.display_name as actor_name, a.actor_role, a.op, a.table_name, a.row_id, a.request_id, a.county_code
from audit_log a left join app_user u on u.id = a.actor_id
where a.village_code >= $1 and a.village_code < $2 and a.op not in ('INSERT', 'UPDATE', 'DELETE')
  and ($3::date is null or a.recorded_on >= $3) and ($4::date is null or a.recorded_on <= $4)
order by a.county_code, a.id`;

/** Units of a sample as its policies show them: whoever drew it, and inspectors once it is closed. $1 county, $2 sample. */
export const sampleUnits = `
select u.ordinal, u.role, u.stratum, u.cluster, u.weight_num || '/' || u.weight_den as weight, u.household_village as village_code, d.name as village_name, h.household_code, h.head_name, u.state, u.replaced_by, u.replace_reason
from sample_unit u
join division d on d.code = u.household_village
left join household h on h.county_code = u.household_county and h.id = u.household_id
where u.county_code = $1 and u.sample_id = $2
order by u.ordinal`;
