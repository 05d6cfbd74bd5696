import pg from 'pg';
import { FACT_CATALOGUE, factColumns, type FactLevel } from '#domain';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const keys: Record<string, string[]> = {
  household: ['county_code', 'household_id', 'village_code'],
  village: ['county_code', 'village_code', 'poor_village', 'decision'],
  county: ['county_code', 'village_code'],
};
const columnsOf = `select a.attname as name, format_type(a.atttypid, null) as "sqlType" from pg_attribute a
  where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped order by a.attnum`;

describe('the tables of eligibility', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client(database.ownerUrl);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it.each(['household', 'village', 'county'] satisfies FactLevel[])('%s_fact has the columns of the fact catalogue, in its order and types', async (level) => {
    const { rows } = await client.query<{ name: string; sqlType: string }>(columnsOf, [`${level}_fact`]);
    expect(rows.filter(({ name }) => !keys[level]?.includes(name))).toEqual(factColumns(FACT_CATALOGUE, level));
  });

  it('a published rule version cannot be changed, only ended', async () => {
    await client.query(`begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'`);
    await client.query(`insert into rule_version (id, code, version, level, name, description, expression, examples, source, valid_from)
      values (gen_random_uuid(), 'test.rule', 1, 'household', '{}', '{}', '{"a": 1}', '[]', '{}', '2016-01-01')`);
    await client.query(`update rule_version set valid_to = '2017-01-01' where code = 'test.rule'`);
    await expect(client.query(`update rule_version set expression = '{"a": 2}' where code = 'test.rule'`)).rejects.toMatchObject({ constraint: 'rule_version_immutable' });
    await client.query('rollback');
  });
});
