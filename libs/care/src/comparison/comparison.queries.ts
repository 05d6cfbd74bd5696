export interface ComparisonRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly register_code: string;
  readonly division_code: string;
  readonly department: string;
  readonly purpose_code: string;
  readonly purpose: string;
  readonly list_on: string;
  readonly file_name: string | null;
  readonly rows: number;
  readonly rows_unusable: number;
  readonly matched: number;
  readonly not_ours: number;
  readonly created_at: Date;
  readonly expires_on: string;
  readonly rows_deleted_at: Date | null;
}

export const insertComparison = `
insert into care_comparison (county_code, id, village_code, register_code, division_code, department, purpose_code, purpose, list_on, file_name, rows, rows_unusable, expires_on)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9::date, $10, $11, $12, $13::date)`;

/** $1 county, $2 village of the comparison, $3 comparison, $4 rows as JSON. */
export const insertRows = `
insert into care_list_row (county_code, id, village_code, comparison_id, n, name, birth_date, id_no_masked, id_no_bidx)
select $1, app.uuid_v7(), $2, $3::uuid, r.n, r.name, r."birthDate", r.masked, r.bidx
from jsonb_to_recordset($4::jsonb) r(n integer, name text, "birthDate" date, masked text, bidx text)`;

/**
 * Compares a list with a register, both ways. A person is the same by document number; without one on either side, by name and
 * birth date. Doubtful: the number is the same and the name another, or only name and birth date agree, or they agree with
 * several persons. $1 county, $2 comparison, $3 register, $4 from village, $5 to village.
 */
export const compare = `
with listed as materialized (select r.* from care_list_row r where r.county_code = $1 and r.comparison_id = $2::uuid),
ours as materialized (
  select m.county_code, m.id as member_id, m.household_id, m.village_code, m.name, m.birth_date, m.id_no_bidx, e.id as entry_id
  from member m
  join household h on h.county_code = m.county_code and h.id = m.household_id and h.status not in ('CANDIDATE', 'CLEARED_OUT', 'DEREGISTERED')
  left join care_entry e on e.county_code = m.county_code and e.household_id = m.household_id and e.member_id = m.id and e.register_code = $3 and e.verdict = 'met' and e.until is null
  where m.county_code = $1 and m.village_code >= $4 and m.village_code < $5 and m.member_status <> 'REMOVED'
),
pair as materialized (
  select l.id as row_id, o.*, l.name as listed_name, l.birth_date as listed_birth_date, l.id_no_masked as listed_id, l.name = o.name as sure
  from listed l join ours o on o.id_no_bidx = l.id_no_bidx
  union all
  select l.id, o.*, l.name, l.birth_date, l.id_no_masked, false
  from listed l join ours o on o.name = l.name and o.birth_date = l.birth_date
  where (l.id_no_bidx is null or o.id_no_bidx is null)
    and not exists (select 1 from ours n where n.id_no_bidx = l.id_no_bidx)
),
found as (
  -- On the register, but nobody on the list is surely or doubtfully this person.
  select 'NOT_ON_LIST' as kind, 'NOT_ON_LIST ' || o.member_id as finding_key, o.household_id, o.member_id, o.village_code, o.entry_id,
    null::text as list_name, null::date as list_birth_date, null::text as list_id
  from ours o
  where o.entry_id is not null and not exists (select 1 from pair p where p.member_id = o.member_id)
  union all
  select distinct on (p.member_id) 'NOT_ON_REGISTER', 'NOT_ON_REGISTER ' || p.member_id, p.household_id, p.member_id, p.village_code, p.entry_id, p.listed_name, p.listed_birth_date, p.listed_id
  from pair p where p.sure and p.entry_id is null
  union all
  select distinct on (p.member_id) 'DOUBTFUL', 'DOUBTFUL ' || p.member_id, p.household_id, p.member_id, p.village_code, p.entry_id, p.listed_name, p.listed_birth_date, p.listed_id
  from pair p where not p.sure and not exists (select 1 from pair s where s.member_id = p.member_id and s.sure)
),
written as (
  insert into care_finding (county_code, id, village_code, comparison_id, register_code, kind, finding_key, household_id, member_id, entry_id, list_name, list_birth_date, list_id_no_masked)
  select $1, app.uuid_v7(), f.village_code, $2::uuid, $3, f.kind, f.finding_key, f.household_id, f.member_id, f.entry_id, f.list_name, f.list_birth_date, f.list_id
  from found f
  returning 1
)
update care_comparison c
set matched = (select count(distinct p.member_id) from pair p where p.sure and p.entry_id is not null),
  not_ours = (select count(*) from listed l where not exists (select 1 from pair p where p.row_id = l.id))
where c.county_code = $1 and c.id = $2::uuid and (select count(*) from written) >= 0
returning c.*`;

export const findComparison = 'select c.* from care_comparison c where c.county_code = $1 and c.id = $2';

/** Comparisons of the territory, newest first. $1 from, $2 to, $3 cursor id or null, $4 limit. */
export const listComparisons = `
select c.* from care_comparison c
where c.village_code >= $1 and c.village_code < $2 and ($3::uuid is null or c.id < $3)
order by c.id desc limit $4`;

export interface FindingRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly comparison_id: string;
  readonly register_code: string;
  readonly kind: string;
  readonly finding_key: string;
  readonly household_id: string;
  readonly member_id: string;
  readonly entry_id: string | null;
  readonly list_name: string | null;
  readonly list_birth_date: string | null;
  readonly list_id_no_masked: string | null;
  readonly head_name: string;
  readonly member_name: string;
  readonly birth_date: string | null;
  readonly id_no_masked: string | null;
  readonly decision: string | null;
  readonly reason: string | null;
  readonly decided_at: Date | null;
  readonly decided_by_name: string | null;
}

// What was decided about the same finding, in this comparison or an earlier one of the register.
const findings = `
select f.*, h.head_name, m.name as member_name, m.birth_date, m.id_no_masked, a.decision, a.reason, a.decided_at, a.decided_by_name
from care_finding f
join household h on h.county_code = f.county_code and h.id = f.household_id
join member m on m.county_code = f.county_code and m.id = f.member_id
left join lateral (
  select a.decision, a.reason, a.decided_at, u.display_name as decided_by_name
  from care_adjudication a left join app_user u on u.id = a.decided_by
  where a.county_code = f.county_code and a.register_code = f.register_code and a.finding_key = f.finding_key
  order by a.decided_at desc, a.id desc limit 1
) a on true`;

/** $1 county, $2 comparison, $3 kind or null, $4 only those not settled, $5 cursor or null, $6 limit. */
export const findingsOf = `${findings}
where f.county_code = $1 and f.comparison_id = $2 and ($3::text is null or f.kind = $3) and (not $4::boolean or a.decision is null) and ($5::uuid is null or f.id > $5)
order by f.id limit $6`;
export const findFinding = `${findings} where f.county_code = $1 and f.id = $2`;

export interface CountRow {
  readonly kind: string;
  readonly findings: number;
  readonly settled: number;
}
export const countFindings = `
select f.kind, count(*)::integer as findings, count(*) filter (where exists (select 1 from care_adjudication a
  where a.county_code = f.county_code and a.register_code = f.register_code and a.finding_key = f.finding_key))::integer as settled
from care_finding f where f.county_code = $1 and f.comparison_id = $2 group by 1 order by 1`;

export const insertAdjudication = `
insert into care_adjudication (county_code, id, village_code, register_code, finding_key, finding_id, decision, reason)
values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Lists whose days are over. $1 today. */
export const deleteExpiredRows = `
delete from care_list_row r using care_comparison c
where c.county_code = r.county_code and c.id = r.comparison_id and c.rows_deleted_at is null and c.expires_on < $1::date`;
export const forgetExpiredFindings = `
update care_finding f set list_name = null, list_birth_date = null, list_id_no_masked = null
from care_comparison c
where c.county_code = f.county_code and c.id = f.comparison_id and c.rows_deleted_at is null and c.expires_on < $1::date`;
export const stampDeleted = 'update care_comparison c set rows_deleted_at = $2 where c.rows_deleted_at is null and c.expires_on < $1::date';
