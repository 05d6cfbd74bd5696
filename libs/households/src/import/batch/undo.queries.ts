/** Counties that a batch wrote to. $1 batch. The territory bounds the search; effects lie beside their batch. */
export const countiesOfBatch = 'select distinct e.county_code from import_effect e where e.batch_id = $1 order by e.county_code';

/**
 * Households of the batch in one county that somebody wrote to afterwards: any audited write that is not the batch's own.
 * $1 county, $2 batch, $3 request of the commit, $4 its transaction, $5 its time.
 */
export const touchedHouseholds = `
select count(distinct a.household_id)::integer as count
from import_effect e, unnest(e.households) h (id)
join audit_log a on a.county_code = $1 and a.household_id = h.id
where e.county_code = $1 and e.batch_id = $2
  and a.op in ('INSERT', 'UPDATE', 'DELETE') and a.request_id is distinct from $3 and (a.xid > $4::xid8 or a.at > $5)`;

/** Locks the households in the order of their ids. $1 county, $2 batch. */
export const lockHouseholds = `
select h.id from household h
where h.county_code = $1 and h.id in (select unnest(e.households) from import_effect e where e.county_code = $1 and e.batch_id = $2)
order by h.id for update`;

/** Puts changed columns back as they were; the version goes on. $1 county, $2 batch, $3 time. Built for the two tables of the catalogue. */
export const restoreRows = (table: 'household' | 'member', columns: readonly string[]) => `
update ${table} as t
set (${columns.join(', ')}, version, updated_at) = (select ${columns.map((column) => `p.${column}`).join(', ')}, t.version + 1, $3::timestamptz from jsonb_populate_record(t, b.image -> 'before') p)
from import_effect e, jsonb_array_elements(e.before -> '${table}') b (image)
where e.county_code = $1 and e.batch_id = $2 and t.county_code = $1 and t.id = (b.image ->> 'id')::uuid`;

/** Brings superseded versions back into force. $1 county, $2 batch. */
export const restoreVersions = (table: 'household_year' | 'member_year', key: 'householdYear' | 'memberYear') => `
update ${table} y set superseded_at = null
from import_effect e, jsonb_array_elements_text(e.superseded -> '${key}') s (id)
where e.county_code = $1 and e.batch_id = $2 and y.county_code = $1 and y.id = s.id::uuid`;

/** Documents of members whose number the batch changed are registered again. $1 county, $2 batch, $3 time. */
export const restoreIdentities = `
insert into identity_register (id_hash, county_code, village_code, household_id, member_id, registered_at)
select m.id_no_bidx, m.county_code, m.village_code, m.household_id, m.id, $3
from import_effect e, jsonb_array_elements(e.before -> 'member') b (image)
join member m on m.county_code = $1 and m.id = (b.image ->> 'id')::uuid
where e.county_code = $1 and e.batch_id = $2 and b.image -> 'before' ? 'id_no_bidx' and m.id_no_bidx is not null and m.member_status = 'ACTIVE'
on conflict (id_hash) do nothing`;
export const releaseIdentities = `
delete from identity_register i
using import_effect e, jsonb_array_elements(e.before -> 'member') b (image)
where e.county_code = $1 and e.batch_id = $2 and b.image -> 'before' ? 'id_no_bidx' and i.county_code = $1 and i.member_id = (b.image ->> 'id')::uuid`;

/** $1 county and $2 id of the batch, $3 county to clear. */
export const deleteCreated = 'select app.delete_imported($1, $2, $3) as households';
