import pg from 'pg';
import { CryptoProvider } from '#platform';
import { FieldWriter } from '#households';
import { RecalculationService } from '#eligibility';
import { readFileSync } from 'node:fs';
import { seedDemoCare } from '../../seeds/demo/care.js';
import { generatePopulation } from '../../seeds/demo/generate.js';
import { parseStock } from '../../seeds/demo/plan.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';

const county = '150125';

describe('care registers of the demo population', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  }, 60_000);
  afterAll(() => app.close());

  it('have somebody on every one of them, and contacts with some', async () => {
    const client = new pg.Client(app.database.ownerUrl);
    await client.connect();
    const stock = parseStock(readFileSync('seeds/reference/published/end-2016-registered.csv', 'utf8'));
    await generatePopulation([client], new FieldWriter(new CryptoProvider(app.env)), stock, { seed: 20_161_231, households: 400, calibrate: false, years: [2019, 2020], counties: [county], audited: true });
    await client.end();
    const started = performance.now();
    await seedDemoCare(app.app, county);
    const seeded = Math.round(performance.now() - started);
    await app.app.get(RecalculationService).recalculateCounty(county, { cause: 'test', whole: true });
    const rows = await adminQuery<{ code: string; n: number; contacts: number }>(app.database, `
      select r.code, count(e.id)::int as n, (select count(*)::int from care_contact c where c.register_code = r.code) as contacts
      from care_register_version r left join care_entry e on e.register_code = r.code and e.verdict = 'met' and e.until is null group by 1 order by 1`);
    console.log(`demo registers of 400 households in ${seeded} ms: ${rows.map(({ code, n, contacts }) => `${code} ${n}/${contacts}`).join(', ')}`);
    expect(rows.filter(({ n }) => n === 0)).toEqual([]);
    expect(rows.some(({ contacts }) => contacts > 0)).toBe(true);
  }, 120_000);
});
