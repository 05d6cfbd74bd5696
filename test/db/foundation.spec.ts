import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const actor = '00000000-0000-7000-8000-000000000001';
const begin = (scope: string) =>
  `begin; set local app.scope = '${scope}'; set local app.audit_scope = '${scope}'; set local app.actor = '${actor}'; set local app.role = 'system'`;
const household = (county: string, village: string) =>
  `insert into household (county_code, id, village_code, head_name) values ('${county}', app.uuid_v7(), '${village}', '测试')`;

describe('foundation', () => {
  let database: TestDatabase;
  let app: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    app = new pg.Client(database.appUrl);
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await database.drop();
  });
  afterEach(() => app.query('rollback'));

  it('shows no row without a scope, also on a connection that had one before', async () => {
    await app.query(begin('150121'));
    await app.query(household('150121', '150121001001'));
    await app.query('commit');
    const { rows } = await app.query<{ n: number }>('select count(*)::int as n from household');
    expect(rows[0]?.n).toBe(0);
  });

  it('shows each scope its own rows and no others', async () => {
    for (const [scope, expected] of [['15', 1], ['1501', 1], ['150121', 1], ['150121001', 1], ['150121001001', 1], ['150122', 0], ['1502', 0]] as const) {
      await app.query(begin(scope));
      const { rows } = await app.query<{ n: number }>('select count(*)::int as n from household');
      await app.query('rollback');
      expect([scope, rows[0]?.n]).toEqual([scope, expected]);
    }
  });

  it('refuses a write outside the scope, and a write without an actor', async () => {
    await app.query(begin('150121'));
    await expect(app.query(household('150122', '150122001001'))).rejects.toMatchObject({ code: '42501' });
    await app.query('rollback');
    await app.query("begin; set local app.scope = '150121'");
    await expect(app.query(household('150121', '150121001001'))).rejects.toMatchObject({ code: 'BF001' });
  });

  it('seals committed audit rows in order, and each only once', async () => {
    await app.query(begin('150123'));
    for (let i = 0; i < 5; i++) await app.query(household('150123', '150123001001'));
    await app.query('commit');
    await app.query(begin('150123'));
    await app.query('update household set natural_village = natural_village');
    await app.query("update household set natural_village = '东'");
    await app.query('commit');
    let sealed = 0;
    for (let round = 0; round < 200 && sealed < 10; round++) {
      // a row waits while any older transaction of the server runs, and other tests share this server
      sealed += Number((await app.query<{ n: number }>("select app.seal_audit('150123') as n")).rows[0]?.n);
      if (sealed < 10) await app.query('select pg_sleep(0.05)');
    }
    const again = await app.query<{ n: number }>("select app.seal_audit('150123') as n");
    expect([sealed, Number(again.rows[0]?.n)]).toEqual([10, 0]); // an update that changes nothing leaves no row
  });

  it('marks the village of a changed household dirty', async () => {
    await app.query(begin('150124'));
    await app.query(household('150124', '150124001001'));
    const { rows } = await app.query<{ village_code: string; dirty: string }>("select village_code, current_setting('app.dirty') as dirty from dirty_village");
    expect(rows).toEqual([{ village_code: '150124001001', dirty: '150124' }]);
  });
});
