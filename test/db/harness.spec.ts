import pg from 'pg';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.js';

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('belongs to one spec file alone and forgets what another wrote', async () => {
    const other = await createTestDatabase();
    await ask(database.adminUrl, 'create table only_here (id int)');
    const found = await ask<{ found: string | null }>(other.adminUrl, `select to_regclass('only_here')::text as found`);
    await other.drop();
    expect(found).toEqual([{ found: null }]);
  });

  it('lets the application in as a role that owns nothing and cannot bypass row security', async () => {
    const sql = `select current_user as name, rolbypassrls or rolsuper as mighty, (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = current_user`;
    expect(await ask(database.appUrl, sql)).toEqual([{ name: 'bangfu_app', mighty: false, owned: 0 }]);
  });

  it('lets the queue in as the owner of its schema', async () => {
    const sql = `select nspowner::regrole::text as owner from pg_namespace where nspname = 'bullmq'`;
    expect(await ask(database.queueUrl, sql)).toEqual([{ owner: 'bangfu_queue' }]);
  });

  it('keeps the grants of the template on the database itself', async () => {
    const sql = `select has_database_privilege('bangfu_owner', current_database(), 'create') as owner, has_database_privilege('bangfu_app', current_database(), 'create') as app`;
    expect(await ask(database.ownerUrl, sql)).toEqual([{ owner: true, app: false }]);
  });

  it('can also be had without any table', async () => {
    const empty = await createEmptyDatabase();
    const found = await ask<{ count: number }>(empty.adminUrl, `select count(*)::int as count from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    await empty.drop();
    expect(found).toEqual([{ count: 0 }]);
  });
});
