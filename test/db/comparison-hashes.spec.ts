import { CheckRunner } from '#inspection';
import { parseCaseId, type CaseId } from '#domain';
import { FieldWriter } from '#households';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { plantFamilies } from '../support/care.js';
import type { TestClient } from '../support/client.js';
import { compareRows } from '../support/compared-lists.js';
import { syntheticId, villages } from '../support/households.js';

const county = villages.haizi.slice(0, 6);
/** The same ends and length, so that they are masked alike. */
const books = ['150000111345', '159999222345'] as const;

describe('household books of a list of household registration', () => {
  let app: TestApp;
  let inspector: TestClient;
  let households: string[];
  let comparison: string;
  beforeAll(async () => {
    app = await startTestApp();
    inspector = await app.as('inspector', county);
    const numbers = [0, 1, 2].map(() => syntheticId('1970-03-05'));
    const families = await plantFamilies(app.database, numbers.map((idNo, i) => ({
      villageCode: villages.haizi, people: [{ relation: '01', name: `户主${'甲乙丙'[i] ?? ''}`, birthDate: '1970-03-05', idNoBidx: app.app.get(FieldWriter).identityHash('RESIDENT_ID', idNo) }],
    })));
    households = families.map(({ id }) => id);
    await adminQuery(app.database, `
      set session_replication_role = replica;
      insert into episode select r.* from household h, lateral jsonb_populate_record(null::episode, jsonb_build_object('county_code', h.county_code, 'id', app.uuid_v7(), 'village_code', h.village_code,
        'household_id', h.id, 'sequence', 1, 'entry_kind', 'IDENTIFIED', 'entered_on', '2017-10-01', 'status', 'REGISTERED', 'version', 1, 'created_at', '2018-01-01', 'updated_at', '2018-01-01')) r`);
    const lines = [[books[0], 0], [` ${books[0].slice(0, 6)} ${books[0].slice(6)}`, 1], [books[1], 2]] as const;
    ({ id: comparison } = await compareRows<{ id: string }>(app, inspector, {
      register: 'household_register', division: county,
      rows: [['姓名', '身份证号', '分户日期', '原户口簿号', '与原户主关系'], ...lines.map(([book, i]) => [`户主${'甲乙丙'[i]}`, numbers[i] ?? '', '2017-04-05', book, '之子'])],
    }));
  }, 120_000);
  afterAll(() => app.close());

  it('are kept masked, beside a keyed hash that is the same for the same book however it is spaced', async () => {
    const rows = await adminQuery<{ detail: Record<string, string> }>(app.database, 'select detail from comparison_match order by line_n');
    const [a, b, other] = rows.map(({ detail }) => detail);
    expect(new Set([a, b, other].map((detail) => detail?.['fromHousehold']))).toEqual(new Set(['15*******345']));
    expect(a?.['fromHouseholdKey']).toMatch(/^[0-9a-f]{64}$/);
    expect(b?.['fromHouseholdKey']).toBe(a?.['fromHouseholdKey']);
    expect(other?.['fromHouseholdKey']).not.toBe(a?.['fromHouseholdKey']);
    expect(JSON.stringify(rows)).not.toContain(books[0]);
  });

  it('pair two households out of the same book, and not those of two books that look alike when masked', async () => {
    const { body } = await inspector.post<{ id: string }>('/check-runs', { body: { year: 2020, division: county, codes: ['A09'] } });
    await app.app.get(CheckRunner, { strict: false }).run(parseCaseId(body.id) as CaseId);
    const hits = await adminQuery<{ hit_key: string }>(app.database, "select hit_key from check_hit where check_code = 'A09'");
    expect(hits.map(({ hit_key: key }) => key)).toEqual([`A09:${households.slice(0, 2).sort().join('~')}`]);
  });

  it('are shown masked, without the hash', async () => {
    const { status, body } = await inspector.get(`/comparisons/${comparison}/matches`);
    const shown = JSON.stringify(body);
    expect([status, shown.includes('15*******345')]).toEqual([200, true]);
    expect(shown).not.toMatch(/[0-9a-f]{64}|fromHouseholdKey/);
  });
});
