import { uuidV7 } from '#domain';
import { CryptoProvider } from '#platform';
import { PostNumbers } from '../../libs/inspection/src/screens/post-numbers.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { plantDecisions, plantIncomes, plantPhotos, plantVisits, type PlantedDecision, type PlantedHousehold } from '../support/screens.js';

const county = '150221';
const year = 2018;

interface Group {
  key: string; division: string; label: string | null; verdict: string; verdictText: string; n: number;
  figures: { name: string; value: number | null }[];
  tests: { name: string; p: number | null; adjustedP: number | null; flagged: boolean; text: string }[];
}
interface Answer { items: Group[]; nextCursor: string | null; flagged: number; judged: number; tooFew: number; screen: { method: string; honestCauses: string[]; settings: { name: string; value: number; origin: string }[] } }
interface Rows { items: { id: string; householdId: string | null; kind: string; villageCode: string; values: { label: string; text: string }[] }[]; nextCursor: string | null }

let app: TestApp;
let inspector: TestClient;
let villages: string[];
let line: number;
let households: PlantedHousehold[];
let state = 42;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
};
const figure = (group: Group | undefined, name: string) => group?.figures.find((one) => one.name === name)?.value;
const ask = (screen: string, query = '', client = inspector) => client.get<Answer>(`/screens/${screen}?year=${year}&division=${county}&limit=200${query}`);
const flaggedKeys = (answer: Answer) => answer.items.filter(({ verdict }) => verdict === 'FLAGGED').map(({ key }) => key);

async function everyRow(screen: string, group: string, name: string, by = ''): Promise<Rows['items']> {
  const found: Rows['items'] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { status: number; body: Rows } = await inspector.get(`/screens/${screen}/rows?year=${year}&division=${county}&group=${group}&figure=${name}&limit=7${by}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    expect(page.status).toBe(200);
    found.push(...page.body.items);
    cursor = page.body.nextCursor;
  }
  expect(new Set(found.map(({ id, kind }) => `${kind} ${id}`)).size).toBe(found.length);
  return found;
}

beforeAll(async () => {
  app = await startTestApp();
  inspector = await app.as('inspector', '15');
  villages = (await adminQuery<{ code: string }>(app.database, `select code from division where level = 'village' and starts_with(code, '${county}') order by code limit 24`)).map(({ code }) => code);
  const parameters = await inspector.get<{ items?: { value: number }[] }>('/parameters');
  expect(parameters.status).toBe(200);
  const [set] = await adminQuery<{ value: number }>(app.database, `select value::int as value from parameter where name = 'poverty_line' and year = ${year} and value is not null order by basis = 'WORKING' desc limit 1`);
  line = set?.value ?? 0;
  const incomes = villages.flatMap((villageCode, v) => Array.from({ length: v === 23 ? 4 : 90 }, () => {
    const now = line + Math.round((random() - 0.5) * 240_000);
    const lifted = (v === 5 || v === 6) && now < line && now > line - 80_000 ? line + Math.floor(random() * 19_000) : now;
    const jumps = v === 9 ? random() < 0.45 : random() < 0.05;
    return { villageCode, incomes: { [year - 1]: jumps ? Math.round(lifted / 4) : Math.round(lifted * (0.8 + random() * 0.3)), [year]: lifted } };
  }));
  households = await plantIncomes(app.database, incomes);
}, 120_000);
afterAll(() => app.close());

describe('incomes just above the line', () => {
  it('flags the villages where they are heaped, gives no judgement on few, and keeps the order of the places', async () => {
    const { status, body } = await ask('income_heaping');
    expect(status).toBe(200);
    expect(flaggedKeys(body)).toEqual([villages[5], villages[6]]);
    expect(body.items.map(({ key }) => key)).toEqual(villages);
    expect(body.items.at(-1)).toMatchObject({ verdict: 'TOO_FEW', verdictText: '样本不足，不作判断' });
    expect(body.items.filter(({ verdict }) => verdict === 'TOO_FEW').map(({ key }) => key)).toEqual(body.items.filter(({ n }) => n < 20).map(({ key }) => key));
    expect([body.flagged, body.judged + body.tooFew]).toEqual([2, 24]);
    expect(body.items[5]?.tests[0]?.text).toMatch(/三分之一高\d/);
    expect(body.screen.honestCauses.length).toBeGreaterThan(2);
    expect(body.screen.settings.find(({ name }) => name === 'alpha')?.value).toBe(0.05);
  });

  it('opens every figure to exactly its rows', async () => {
    const group = (await ask('income_heaping')).body.items[5];
    for (const name of ['below', 'at', 'above']) {
      const rows = await everyRow('income_heaping', villages[5] ?? '', name);
      expect([name, rows.length]).toEqual([name, figure(group, name)]);
      expect(rows.every(({ villageCode }) => villageCode === villages[5])).toBe(true);
    }
  });

  it('groups by township and county, and pages in the same order', async () => {
    const townships = (await ask('income_heaping', '&by=township')).body.items;
    expect(townships.map(({ key }) => key)).toEqual([...new Set(villages.map((code) => code.slice(0, 9)))].sort());
    const sum = (groups: Group[]) => groups.reduce((total, { n }) => total + n, 0);
    expect(sum(townships)).toBe(sum((await ask('income_heaping')).body.items));
    const first = await inspector.get<Answer>(`/screens/income_heaping?year=${year}&division=${county}&limit=10`);
    const second = await inspector.get<Answer>(`/screens/income_heaping?year=${year}&division=${county}&limit=200&cursor=${first.body.nextCursor ?? ''}`);
    expect([...first.body.items, ...second.body.items].map(({ key }) => key)).toEqual(villages);
    expect((await ask('income_heaping', '&verdict=FLAGGED')).body.items).toHaveLength(2);
  });

  it('says that the line is not set instead of guessing one', async () => {
    const refused = await inspector.get<{ code: string; title: string }>(`/screens/income_heaping?year=2099&division=${county}`);
    expect([refused.status, refused.body.code, refused.body.title]).toEqual([409, 'screen.line-not-set', '2099年度贫困线未设置，不能筛查']);
  });

  it('takes the newest year on record, once half of the households are there, where none is asked for', async () => {
    const asked = async () => (await inspector.get<{ year: number }>(`/screens/copied_texts?division=${county}`)).body.year;
    const [{ today = '' } = {}] = await adminQuery<{ today: string }>(app.database, 'select app.today()::text as today');
    expect(await asked()).toBe(Number(today.slice(0, 4)) - 1);
    const computed = (households: readonly number[]) => adminQuery(app.database, `
      insert into recalculation_state (county_code, village_code, years, basis, fingerprint, newest_year, recorded_years, recorded_households, computed_at, run_id)
      values ($1, rpad($1, 12, '0'), $2, '', '', $3, $2, $4, now(), $5)
      on conflict (county_code, village_code) do update set recorded_households = excluded.recorded_households`, [county, [year, year + 1], year, households, uuidV7()]);
    await computed([30, 0]);
    expect(await asked()).toBe(year);
    // A few households have begun the next year: the answer about the county stays where most of it is.
    await computed([30, 14]);
    expect(await asked()).toBe(year);
    await computed([30, 15]);
    expect(await asked()).toBe(year + 1);
  });

  it('looks as sharply as it is set, with the reason shown', async () => {
    const region = await app.as('region_officer', '15');
    const set = (value: number) => region.put('/screens/income_heaping/settings', { body: { name: 'tolerance', value, reason: '本地收入按整数估算' } });
    expect((await set(0.5)).status).toBe(200);
    const calm = (await ask('income_heaping')).body;
    expect([flaggedKeys(calm), calm.screen.settings.find(({ name }) => name === 'tolerance')]).toEqual([[], expect.objectContaining({ value: 0.5, origin: '本地收入按整数估算' })]);
    expect((await set(7)).status).toBe(422);
    expect((await inspector.put('/screens/income_heaping/settings', { body: { name: 'tolerance', value: 0.1, reason: '试' } })).status).toBe(403);
    expect((await set(0.05)).status).toBe(200);
  });
});

describe('sudden changes of income', () => {
  it('flags the village where they are many against the rest of the county', async () => {
    const { body } = await ask('sudden_income');
    expect(flaggedKeys(body)).toEqual([villages[9]]);
    const group = body.items.find(({ key }) => key === villages[9]);
    expect((await everyRow('sudden_income', villages[9] ?? '', 'sudden')).length).toBe(figure(group, 'sudden'));
    expect((await everyRow('sudden_income', villages[9] ?? '', 'compared')).length).toBe(figure(group, 'compared'));
  });

  it('compares a village with its county also when only the village is asked about', async () => {
    const whole = (await ask('sudden_income')).body.items.find(({ key }) => key === villages[9]);
    const alone = (await inspector.get<Answer>(`/screens/sudden_income?year=${year}&division=${villages[9] ?? ''}`)).body.items;
    expect(alone.map(({ key, figures }) => [key, figures])).toEqual([[villages[9], whole?.figures]]);
  });
});

describe('consistency of approvals', () => {
  const posts: string[] = [];
  const day = Date.UTC(year, 4, 2, 1);
  beforeAll(async () => {
    const numbers = app.app.get(PostNumbers);
    // The number of the first post is digits alone, like the code of a place.
    const digits = (id: string): boolean => /^[0-9]+$/.test(numbers.numberOf(id));
    posts.push(...Array.from({ length: 10_000 }, () => uuidV7()).filter(digits).slice(0, 1), ...Array.from({ length: 11 }, () => uuidV7()));
    const decisions = posts.flatMap((approver, p): PlantedDecision[] => Array.from({ length: p === 11 ? 8 : 120 }, (_, i) => {
      // Post 3 never returns anything; post 7 decides thirty in a minute and a half.
      const burst = p === 7 && i < 30;
      const at = day + p * 60_000 + (burst ? i * 3_000 : 3_600_000 + i * 1_300_000 + Math.floor(random() * 900_000));
      const action = p !== 3 && p !== 11 && random() < 0.12 ? 'return' : 'agree';
      return { household: households[(p * 131 + i) % households.length] as PlantedHousehold, approver, unit: county, action, at, arrived: at - 7_200_000 - Math.floor(random() * 3_600_000) };
    }));
    await plantDecisions(app.database, decisions);
  }, 60_000);

  it('finds the post that never returns and the one that decides in bursts, and does not judge a few decisions', async () => {
    const { body } = await ask('approver_consistency');
    expect(body.items).toHaveLength(12);
    const flags = body.items.filter(({ verdict }) => verdict === 'FLAGGED').map(({ tests }) => tests.filter(({ flagged }) => flagged).map(({ name }) => name));
    expect(flags.sort()).toEqual([['batch'], ['never_negative']]);
    expect(body.items.filter(({ verdict }) => verdict === 'TOO_FEW').map(({ n }) => n)).toEqual([8]);
    const burst = body.items.find(({ tests }) => tests.some(({ name, flagged }) => name === 'batch' && flagged));
    expect([figure(burst, 'largestBatch'), figure(burst, 'inBatches')]).toEqual([30, 30]);
    expect((await everyRow('approver_consistency', burst?.key ?? '', 'inBatches')).length).toBe(30);
    expect((await everyRow('approver_consistency', burst?.key ?? '', 'negative')).length).toBe(figure(burst, 'negative'));
  });

  it('names nobody and sorts by place and number only, whatever was found', async () => {
    const answer = await ask('approver_consistency');
    const text = answer.raw.toString('utf8');
    expect(text).not.toContain('审批人本名');
    expect(posts.filter((id) => text.includes(id))).toEqual([]);
    const order = answer.body.items.map(({ division, key }) => `${division} ${key}`);
    expect(order).toEqual([...order].sort());
    const rows = await inspector.get(`/screens/approver_consistency/rows?year=${year}&division=${county}&group=${answer.body.items[0]?.key ?? ''}&figure=decisions`);
    expect(rows.raw.toString('utf8')).not.toContain('审批人本名');
    const heap = await ask('income_heaping', '&by=approver');
    expect(heap.status).toBe(200);
    expect(posts.filter((id) => heap.raw.toString('utf8').includes(id))).toEqual([]);
    expect(heap.body.items.filter(({ key }) => /^[0-9]+$/.test(key)).length).toBeGreaterThan(0);
    for (const group of heap.body.items) expect((await everyRow('income_heaping', group.key, 'at', '&by=approver')).length).toBe(figure(group, 'at'));
  });
});

describe('visits and photographs', () => {
  const visitor = uuidV7();
  const own = (v: number) => households.filter(({ villageCode }) => villageCode === villages[v]);
  const talk = ['草料', '转场', '上学', '取药', '修圈', '务工', '低保', '医保', '饮水', '修路', '分红', '改厕'];
  beforeAll(async () => {
    const honest = [1, 2, 3].flatMap((v) => own(v).slice(0, 40).map((household, i) => ({
      household, visitor: uuidV7(), at: `${year}-06-${String(1 + (i % 28)).padStart(2, '0')}T02:00:00Z`,
      notes: `${i + 1}号牧户：谈${talk[i % 12] ?? ''}和${talk[(i * 5 + 3) % 12] ?? ''}，存栏${Math.floor(random() * 90)}只，欠款${Math.floor(random() * 9000)}元，${talk[(i * 7 + 1) % 12] ?? ''}由${['长子', '邻居', '苏木', '队员'][i % 4] ?? ''}落实。`,
    })));
    const copied = own(2).slice(40, 48).map((household, i) => ({
      household, visitor, at: `${year}-07-01T0${i}:00:00Z`, notes: `${i + 1}日 入户走访，了解家庭基本情况，宣传惠农政策；叮嘱注意防火防盗和用电安全，农户表示满意！`,
    }));
    const short = own(3).slice(40, 60).map((household) => ({ household, visitor, at: `${year}-08-01T01:00:00Z`, notes: '一切正常。' }));
    await plantVisits(app.database, [...honest, ...copied, ...short]);
    const photos = own(1).slice(0, 12).map((household, i) => ({ household, sha256: i.toString(16).padStart(64, '0'), at: `${year}-06-01` }));
    await plantPhotos(app.database, [...photos, ...own(4).slice(0, 12).map((household, i) => ({ household, sha256: (i < 3 ? 99 : 100 + i).toString(16).padStart(64, 'a'), at: `${year}-06-02` }))]);
    const crypto = app.app.get(CryptoProvider);
    const placed = (household: PlantedHousehold, latitudeE6: number, at: string) => {
      const id = uuidV7();
      return { id, household, visitor, at, position: crypto.encrypt('visit', 'position', id, JSON.stringify({ latitudeE6, longitudeE6: 110_500_000, accuracyM: 20 })) };
    };
    const [a, b, c] = own(8) as [PlantedHousehold, PlantedHousehold, PlantedHousehold];
    await plantVisits(app.database, [placed(a, 40_500_000, `${year}-09-01T01:00:00Z`), placed(b, 41_400_000, `${year}-09-01T01:20:00Z`), placed(c, 41_410_000, `${year}-09-01T03:00:00Z`)]);
  }, 60_000);

  it('finds a text that went to many households of one place, altered or not, and passes over short ones', async () => {
    const { body } = await ask('copied_texts');
    expect(flaggedKeys(body)).toEqual([villages[2]]);
    const group = body.items.find(({ key }) => key === villages[2]);
    expect([figure(group, 'copied'), figure(group, 'groups'), figure(group, 'households')]).toEqual([8, 1, 48]);
    const rows = await everyRow('copied_texts', villages[2] ?? '', 'copied');
    expect(rows).toHaveLength(8);
    expect(rows[0]?.values.find(({ label }) => label === '雷同组')?.text).toMatch(/第1组，8户/);
  });

  it('finds a photograph that is kept for several households', async () => {
    const { body } = await ask('reused_photos');
    expect(flaggedKeys(body)).toEqual([villages[4]]);
    expect(body.items.find(({ key }) => key === villages[4])?.figures.map(({ value }) => value)).toEqual([12, 3, 3]);
    expect(await everyRow('reused_photos', villages[4] ?? '', 'reused')).toHaveLength(3);
  });

  it('finds two visits too far apart for the time, and shows neither place nor person', async () => {
    const answer = await ask('impossible_travel');
    expect(flaggedKeys(answer.body)).toEqual([villages[8]]);
    expect(answer.body.items[0]?.figures.map(({ value }) => value)).toEqual([2, 1]);
    const rows = await inspector.get<Rows>(`/screens/impossible_travel/rows?year=${year}&division=${county}&group=${villages[8] ?? ''}&figure=impossible`);
    expect(rows.body.items).toHaveLength(1);
    const text = rows.raw.toString('utf8');
    for (const hidden of ['走访人', visitor, '40500000', '40.5', '110.5']) expect(text).not.toContain(hidden);
  });
});

describe('a flag and what follows', () => {
  const raise = (origin: object, more: object = {}) => inspector.post<{ code?: string; findings: { id: string; title: string; origins: { ref: string; values: { label: string; text: string }[] }[] }[] }>('/findings', {
    body: { origins: [{ kind: 'SCREEN', screen: 'income_heaping', year, division: county, group: villages[5], ...origin }], unitLevel: 'township', dueOn: '2027-05-01', basis: '统计法', ...more },
  });

  it('becomes a finding with its figures as they were, and says so until it is closed', async () => {
    const made = await raise({});
    expect(made.status).toBe(201);
    const finding = made.body.findings[0];
    const at = figure((await ask('income_heaping')).body.items[5], 'at');
    expect(finding?.origins[0]?.values).toContainEqual({ label: '线上窗口户数', text: `${at ?? ''}户` });
    await adminQuery(app.database, `set session_replication_role = replica; delete from household_fact where village_code = '${villages[5] ?? ''}' and year = ${year}`);
    const read = await inspector.get<{ origins: { values: unknown[] }[] }>(`/findings/${finding?.id ?? ''}`);
    expect(read.body.origins[0]?.values).toContainEqual({ label: '线上窗口户数', text: `${at ?? ''}户` });
    const said = await inspector.get<{ items: { id: string }[] }>(`/findings?originKind=SCREEN&origin=${encodeURIComponent(finding?.origins[0]?.ref ?? '')}`);
    expect(said.body.items.map(({ id }) => id)).toEqual([finding?.id]);
  });

  it('nothing is raised from a group that is not flagged, or that there is not', async () => {
    expect((await raise({ group: villages[0] })).body.code).toBe('finding.screen-not-flagged');
    expect((await raise({ group: '999' })).status).toBe(404);
    expect((await raise({ screen: 'no_such' })).body.code).toBe('screen.unknown');
  });
});

describe('who may ask', () => {
  it('inspectors and the officers of league and region, each within the territory', async () => {
    const prefecture = await app.as('prefecture_officer', '1502');
    expect((await ask('sudden_income', '', prefecture)).status).toBe(200);
    const foreign = await app.as('inspector', '150222');
    expect((await ask('sudden_income', '', foreign)).status).toBe(404);
    expect((await foreign.get<Answer>(`/screens/sudden_income?year=${year}`)).body.items).toEqual([]);
    for (const role of ['county_officer', 'township_officer', 'village_clerk'] as const) {
      const client = await app.as(role, role === 'county_officer' ? county : role === 'township_officer' ? county + '213' : '150221213200');
      expect((await ask('sudden_income', '', client)).status).toBe(403);
    }
    expect((await ask('no_such')).status).toBe(404);
    expect((await ask('sudden_income', '&by=approver')).status).toBe(422);
    expect((await inspector.get(`/screens/sudden_income/rows?year=${year}&group=x&figure=nothing`)).status).toBe(422);
  });
});
