import { readFileSync } from 'node:fs';
import pg from 'pg';
import { validateVisit, type VisitDraft } from '#domain';
import { FieldWriter } from '#households';
import { CryptoProvider } from '#platform';
import { seedFieldWork, type FieldWorkReport } from '../../seeds/demo/field-work.js';
import { generatePopulation } from '../../seeds/demo/generate.js';
import { parseStock } from '../../seeds/demo/plan.js';
import { adminQuery } from '../support/admin.js';
import { testEnv } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const asSystem = "begin; set local app.scope = '15'; set local app.audit_scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; set local app.request = 'seed'";

describe('the field work of the demo', () => {
  let database: TestDatabase;
  let first: FieldWorkReport;
  let again: FieldWorkReport;
  let milliseconds = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    const env = testEnv(database, '/nonexistent');
    const stock = parseStock(readFileSync('seeds/reference/published/end-2016-registered.csv', 'utf8'));
    const client = new pg.Client(database.ownerUrl);
    client.on('error', () => undefined);
    await client.connect();
    await generatePopulation([client], new FieldWriter(new CryptoProvider(env)), stock, { seed: 20_161_231, households: 2_000, calibrate: false, years: [2020], counties: ['150125', '150429', '150525', '152222'], audited: false });
    const seed = async () => {
      await client.query(asSystem);
      const report = await seedFieldWork(client);
      await client.query('commit');
      return report;
    };
    const start = performance.now();
    first = await seed();
    milliseconds = performance.now() - start;
    again = await seed();
    await client.end();
  }, 120_000);
  afterAll(() => database.drop());

  it('is made once, in a moment, for every village with poor households', async () => {
    console.log(`demo field work in ${Math.round(milliseconds)} ms: ${JSON.stringify(first)}`);
    expect(again).toEqual({ teams: 0, pairings: 0, visits: 0, tasks: 0, clues: 0 });
    expect(Math.min(first.teams, first.pairings, first.visits, first.tasks, first.clues)).toBeGreaterThan(9);
    const without = await adminQuery(database, `
      select h.village_code from household h where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED')
      except select v.village_code from team_village v where v.ended_on is null and v.size >= 3`);
    expect(without).toEqual([]);
  });

  it('holds only visits that a phone could have sent, none of them in the future', async () => {
    const rows = await adminQuery<Record<string, unknown>>(database, 'select * from visit limit 300');
    const drafts = rows.map((row): VisitDraft => ({
      id: row['id'] as string, way: row['way'] as VisitDraft['way'], types: row['types'] as string[], visitedAt: (row['visited_at'] as Date).toISOString(),
      notHomeReason: (row['not_home_reason'] as string | null) ?? undefined, personsMet: row['persons_met'] as string[], assurances: row['assurances'] as VisitDraft['assurances'],
      incomeChanges: row['income_changes'] as VisitDraft['incomeChanges'], needs: row['needs'] as string[], problems: row['problems'] as VisitDraft['problems'],
    }));
    expect(drafts.flatMap((draft) => validateVisit(draft))).toEqual([]);
    expect(await adminQuery(database, 'select 1 from visit where recorded_at > now()')).toEqual([]);
  });

  it('has tasks whose log leads to where they stand', async () => {
    const rows = await adminQuery(database, `
      select t.id from task t where t.status <> (select e.to_status from task_event e where e.county_code = t.county_code and e.task_id = t.id order by e.seq desc limit 1)`);
    expect(rows).toEqual([]);
  });
});
