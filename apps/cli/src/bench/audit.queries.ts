/** Writes of the register as the owner, for measuring what their audit triggers cost. */
export const asSystem = `set app.scope = '15'; set app.audit_scope = '15'; set app.actor = '00000000-0000-7000-8000-000000000001'; set app.role = 'system'; set app.request = 'bench'`;

const toggled = ['household', 'member'];
const toggle = (how: 'enable' | 'disable') => toggled.map((table) => `alter table ${table} ${how} trigger audit_insert, ${how} trigger audit_update`).join('; ');
export const withAudit = toggle('enable');
export const withoutAudit = toggle('disable');

/** Some households; of one county with $1. */
export const someHouseholds = `select h.county_code, h.id from household h where $1::text is null or h.county_code = $1 order by h.id limit 2000`;
/** Edit of one household. $1 county, $2 id. */
export const editOne = `update household h set natural_village = 'N' || h.version, version = h.version + 1 where h.county_code = $1 and h.id = $2`;
/** Edit of all persons in one statement. */
export const editAll = `update member m set version = m.version + 1`;
export const countMembers = `select count(*)::integer as n from member`;

export const countiesWithHouseholds = `select h.county_code as code, count(*)::integer as n from household h group by 1 order by 2 desc, 1`;
export const countLog = `select count(*)::integer as n, coalesce(sum(pg_column_size(a)), 0)::integer as bytes from audit_log a where a.op = 'UPDATE'`;
export const seal = `select app.seal_audit($1)`;
export const unsealed = `select count(*)::integer as n from audit_log a where not exists (select 1 from audit_seal s where s.county_code = a.county_code and s.audit_id = a.id)`;
