import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('a test database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('belongs to one spec file alone and forgets what another wrote', async () => {
    const other = await createTestDatabase();
    const client = new pg.Client(database.adminUrl);
    await client.connect();
    await client.query('create table only_here (id int)');
    await client.end();
    const elsewhere = new pg.Client(other.adminUrl);
    await elsewhere.connect();
    const { rows } = await elsewhere.query<{ found: string | null }>(`select to_regclass('only_here')::text as found`);
    await elsewhere.end();
    await other.drop();
    expect(rows).toEqual([{ found: null }]);
  });
});
