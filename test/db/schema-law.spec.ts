import { fieldsOf, type FieldEntity } from '#domain';
import { adminQuery } from '../support/admin.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** Tables with a county that are the audit itself: readable by their own policies, written by the owner's functions only. */
const auditTables = /^audit_/;
/** The only keys that are region-wide on purpose (one ID number, one registration). */
const regionWideKeys = new Set(['identity_register_pkey']);

describe('laws of the schema', () => {
  let database: TestDatabase;
  const query = <Row extends object>(sql: string, params: unknown[] = []) => adminQuery<Row>(database, sql, params);
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const caseTables = () =>
    query<{ name: string; rls: boolean; forced: boolean; owner: string; policies: number; partition: boolean }>(`
      select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner, c.relispartition as partition,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'county_code' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);

  it('A2 every table with a county has forced row security and a policy, and belongs to the owner', async () => {
    const tables = (await caseTables()).filter((table) => !table.partition);
    expect(tables.length).toBeGreaterThan(8);
    expect(tables.filter((table) => !table.rls || !table.forced || table.policies === 0 || table.owner !== 'bangfu_owner')).toEqual([]);
    console.log(`A2: ${tables.length} tables with a county, all behind forced row security`);
  });

  it('gives the application role no right on a partition, where the policy of the parent would not apply', async () => {
    const rows = await query<{ name: string }>(`
      select c.relname as name from pg_class c where c.relispartition and c.relnamespace = 'public'::regnamespace
        and has_table_privilege('bangfu_app', c.oid, 'select, insert, update, delete, truncate')`);
    expect(rows).toEqual([]);
  });

  it('every table with a county is installed with audit, or says in the list why not', async () => {
    const listed = await query<{ name: string; audited: boolean; note: string | null }>('select * from app.case_table');
    const names = (await caseTables()).filter((table) => !table.partition && !auditTables.test(table.name)).map((table) => table.name);
    expect(names.filter((name) => !listed.some((row) => row.name === name))).toEqual([]);
    expect(listed.filter((row) => !row.audited && !row.note)).toEqual([]);
    const triggers = await query<{ name: string; n: number }>(`
      select c.relname as name, count(*)::int as n from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname like 'audit_%' and t.tgenabled = 'O' group by 1`);
    for (const row of listed.filter((entry) => entry.audited)) expect([row.name, triggers.find((found) => found.name === row.name)?.n]).toEqual([row.name, 3]);
  });

  it('every primary key, unique index and foreign key of a case table carries the county first', async () => {
    const rows = await query<{ table_name: string; index_name: string; first: string }>(`
      select c.relname as table_name, i.relname as index_name, a.attname as first
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where x.indisunique and c.relnamespace = 'public'::regnamespace and not c.relispartition
        and exists (select 1 from pg_attribute k where k.attrelid = c.oid and k.attname = 'county_code')`);
    expect(rows.filter((row) => row.first !== 'county_code' && !regionWideKeys.has(row.index_name))).toEqual([]);
    const foreign = await query<{ name: string }>(`
      select k.conname as name from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace
        and exists (select 1 from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'county_code')
        and not exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'county_code' and a.attnum = k.conkey[1])`);
    expect(foreign).toEqual([]);
    const nulling = await query(`select conname from pg_constraint where contype = 'f' and confdeltype in ('n', 'd') and connamespace = 'public'::regnamespace`);
    expect(nulling).toEqual([]);
  });

  it('every county and village code is text collate "C" and not null', async () => {
    const rows = await query(`
      select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) as type, l.collname, a.attnotnull
      from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_collation l on l.oid = a.attcollation
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname in ('county_code', 'village_code')
        and (a.atttypid <> 'text'::regtype or l.collname <> 'C' or not a.attnotnull)`);
    expect(rows).toEqual([]);
  });

  it('no view reads past row security, and no materialised view exists', async () => {
    const rows = await query(`
      select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace
        and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions, '{}') @> array['security_invoker=true']))`);
    expect(rows).toEqual([]);
  });

  it('the application role owns nothing, bypasses nothing and belongs to no other role', async () => {
    const [role] = await query<Record<string, boolean>>("select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'bangfu_app'");
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
    const owned = await query(`
      select relname as name from pg_class where pg_get_userbyid(relowner) = 'bangfu_app'
      union all select proname from pg_proc where pg_get_userbyid(proowner) = 'bangfu_app'
      union all select nspname from pg_namespace where pg_get_userbyid(nspowner) = 'bangfu_app'`);
    expect(owned).toEqual([]);
    expect(await query("select 1 from pg_auth_members m where pg_get_userbyid(m.member) = 'bangfu_app'")).toEqual([]);
  });

  it('functions that run with the owner’s rights pin their search path', async () => {
    const rows = await query("select proname from pg_proc where prosecdef and pronamespace = 'app'::regnamespace and not coalesce(proconfig::text, '') like '%search_path%'");
    expect(rows).toEqual([]);
  });

  it('the columns of households, members and their years are those of the field catalogue', async () => {
    const tables: Record<FieldEntity, string> = { household: 'household', householdYear: 'household_year', member: 'member', memberYear: 'member_year' };
    for (const [entity, table] of Object.entries(tables) as [FieldEntity, string][]) {
      const columns = new Set((await query<{ c: string }>('select column_name as c from information_schema.columns where table_schema = $1 and table_name = $2', ['public', table])).map((row) => row.c));
      const missing = fieldsOf(entity).map((field) => (field.encrypted ? `${field.column}_enc` : field.column)).filter((column) => !columns.has(column));
      expect([table, missing]).toEqual([table, []]);
    }
  });

  it('a planted table without row security, and a planted view, are caught', async () => {
    await query('create table planted (county_code text collate "C" not null, id uuid primary key); create view planted_view as select * from household');
    const tables = await caseTables();
    expect(tables.filter((table) => !table.rls && !table.partition).map((table) => table.name)).toEqual(['planted']);
    expect(await query("select c.relname from pg_class c where c.relkind = 'v' and not coalesce(c.reloptions, '{}') @> array['security_invoker=true'] and c.relnamespace = 'public'::regnamespace")).toHaveLength(1);
    await query('drop view planted_view; drop table planted');
  });
});
