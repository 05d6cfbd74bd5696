import pg from 'pg';
import { readChecks, seedChecks } from '../../seeds/reference/seed-checks.js';
import { adminQuery } from '../support/admin.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const session = `set search_path = public, app; set app.scope = '15'; set app.actor = '00000000-0000-7000-8000-000000000001'; set app.role = 'system'; set app.request = 'test'`;
const text = { zh: '示例', en: 'example' };

describe('published checks', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Client(database.ownerUrl);
    await owner.connect();
    await owner.query(session);
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('are there after the reference seeds, and seeding again writes nothing', async () => {
    const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from check_version');
    expect(rows[0]?.n).toBe(readChecks().length);
    expect(await seedChecks(owner)).toBe(0);
  });

  it('take the changed file of a version in a test, and refuse it in production', async () => {
    const [first] = readChecks();
    if (!first) throw new Error('no checks');
    const changed = [{ ...first, definition: { ...first.definition, name: text } }];
    await adminQuery(database, "update installation set mode = 'production'");
    await expect(seedChecks(owner, changed)).rejects.toThrow(`check ${first.definition.code} version 1 was published with another content than ${first.definition.code}.json has now`);
    await adminQuery(database, "update installation set mode = 'test'");
    expect(await seedChecks(owner, changed)).toBe(1);
    expect((await owner.query<{ name: unknown }>('select name from check_version where code = $1', [first.definition.code])).rows[0]?.name).toEqual(text);
    expect(await seedChecks(owner, [first])).toBe(1);
  });

  it('cannot be given a statement by the application, only a rule, and are never changed by it', async () => {
    const app = new pg.Client(database.appUrl);
    await app.connect();
    await app.query(session);
    const columns = "id, code, version, ordinal, severity, room, subject, name, meaning, basis, valid_from, rule_level, rule";
    const values = `app.uuid_v7(), 'A05', 2, 5, 'E', 'household', 'household', '{}', '{}', '[]', '2030-01-01', 'household', '{}'`;
    await app.query(`insert into check_version (${columns}) values (${values})`);
    await expect(app.query(`insert into check_version (${columns}, sql) values (${values.replace("2, 5", "3, 5")}, 'select 1')`)).rejects.toThrow(/permission denied/);
    await expect(app.query("update check_version set rule = '{}'")).rejects.toThrow(/permission denied/);
    await expect(app.query("update check_version set sql = 'select 1'")).rejects.toThrow(/permission denied/);
    await app.end();
  });
});
