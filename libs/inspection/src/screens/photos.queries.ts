/**
 * Photographs that are kept for several households of a county, one of them in the year. $1 from, $2 to, $3 year, $4 least
 * households, $5 from of the county, $6 to of the county.
 */
const reused = `
with bounds as (select make_timestamptz($3::integer, 1, 1, 0, 0, 0, 'Asia/Shanghai') as from_at, make_timestamptz($3::integer + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai') as to_at),
reused as materialized (
  select a.county_code, a.kept_sha256, count(distinct a.household_id)::integer as households
  from attachment a, bounds b
  where a.village_code >= $5 and a.village_code < $6 and a.kind = 'photo' and a.state = 'READY' and a.household_id is not null and a.announced_at < b.to_at
  group by 1, 2, b.from_at having count(distinct a.household_id) >= $4 and max(a.announced_at) >= b.from_at
)`;

export interface PhotoPlaceRow {
  readonly key: string;
  readonly photos: number;
  readonly reused: number;
  readonly households: number;
}
/** $7 digits of the group. */
export const photoPlaces = `${reused}
select left(a.village_code, $7) as key, count(*)::integer as photos, count(r.kept_sha256)::integer as reused,
  count(distinct a.household_id) filter (where r.kept_sha256 is not null)::integer as households
from bounds b, attachment a left join reused r on r.county_code = a.county_code and r.kept_sha256 = a.kept_sha256
where a.village_code >= $1 and a.village_code < $2 and a.kind = 'photo' and a.state = 'READY' and a.household_id is not null and a.announced_at >= b.from_at and a.announced_at < b.to_at
group by 1`;

export interface PhotoRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly household_id: string;
  readonly head_name: string;
  readonly kept_sha256: string;
  readonly households: number | null;
  readonly added_on: string;
}
/** $7 group, $8 only what is used again, $9 cursor, $10 limit. */
export const photoRows = `${reused}
select a.county_code, a.id, a.village_code, a.household_id, h.head_name, a.kept_sha256, r.households, (a.announced_at at time zone 'Asia/Shanghai')::date::text as added_on
from bounds b, attachment a
join household h on h.county_code = a.county_code and h.id = a.household_id
left join reused r on r.county_code = a.county_code and r.kept_sha256 = a.kept_sha256
where a.village_code >= $1 and a.village_code < $2 and a.kind = 'photo' and a.state = 'READY' and a.announced_at >= b.from_at and a.announced_at < b.to_at
  and starts_with(a.village_code, $7) and (not $8::boolean or r.kept_sha256 is not null) and ($9::uuid is null or a.id > $9::uuid)
order by a.id limit $10`;
