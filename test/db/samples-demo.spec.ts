import { readFileSync } from 'node:fs';
import pg from 'pg';
import { FieldWriter } from '#households';
import { CryptoProvider, type Actor } from '#platform';
import { generatePopulation } from '../../seeds/demo/generate.js';
import { parseStock } from '../../seeds/demo/plan.js';
import { seedDemoSamples } from '../../seeds/demo/samples.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';

const county = '150125';

describe('the samples of the demo', () => {
  let app: TestApp;
  let inspector: Actor;
  beforeAll(async () => {
    app = await startTestApp();
    const client = new pg.Client(app.database.ownerUrl);
    await client.connect();
    const stock = parseStock(readFileSync('seeds/reference/published/end-2016-registered.csv', 'utf8'));
    await generatePopulation([client], new FieldWriter(new CryptoProvider(app.env)), stock, { seed: 20_161_231, households: 200, calibrate: false, years: [2019, 2020], counties: [county], audited: true });
    await client.end();
    const { user } = await app.as('inspector', '15');
    inspector = { userId: user?.userId ?? '', name: '督查员', role: 'inspector', division: '15', scope: '15', grantId: null, sessionId: null };
  }, 60_000);
  afterAll(() => app.close());

  it('are one sealed and one issued, drawn once, in a second, with answers that agree and some that do not', async () => {
    const start = performance.now();
    const made = await seedDemoSamples(app.app, inspector, county);
    const milliseconds = Math.round(performance.now() - start);
    console.log(`demo samples: ${milliseconds} ms`);
    expect([made, await seedDemoSamples(app.app, inspector, county)]).toEqual([2, 0]);
    const samples = await adminQuery<{ state: string; units: number }>(app.database, `
      select s.state, count(u.*)::int as units from sample s join sample_unit u on u.county_code = s.county_code and u.sample_id = s.id and u.role = 'PRIMARY' group by s.id, s.state order by s.id`);
    expect(samples).toEqual([{ state: 'SEALED', units: 12 }, { state: 'ISSUED', units: 8 }]);
    const [visited] = await adminQuery<{ differing: number }>(app.database, `
      select (select count(*)::int from sample_answer) as answers, (select count(*)::int from sample_answer a where a.differences <> '[]') as differing, (select count(*)::int from sample_attempt) as attempts,
        (select count(*)::int from sample_cause) as causes, (select count(*)::int from sample_task t where t.state = 'OPEN') as open`);
    expect(visited).toEqual({ answers: 6, differing: expect.any(Number), attempts: 1, causes: 2, open: 2 });
    // Two say something else about their wages; whoever is below the line on record says otherwise, too.
    expect(visited?.differing).toBeGreaterThanOrEqual(2);
  });
});
