import pg from 'pg';
import { poorStatuses } from '#domain';
import { QuestionGuard, QuestionService } from '#inspection';
import { systemActor } from '#platform';
import { ForegroundQuestions } from '../../libs/inspection/src/questions/asking/foreground-questions.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import type { Answer } from '../support/questions/answer.js';
import { questionPopulation } from '../support/questions/population.js';

const registered = { field: 'status', operator: 'in', value: [...poorStatuses] };
const and = (...rules: unknown[]) => ({ combinator: 'and', rules });
const COUNTY = '150125';

let app: TestApp;
let officer: TestClient;
let inspector: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  await questionPopulation(app);
  officer = await app.as('county_officer', COUNTY);
  inspector = await app.as('inspector', '15');
}, 120_000);
afterAll(() => app.close());

const ask = async (client: TestClient, definition: unknown): Promise<Answer> => {
  const { status, body } = await client.post<Answer>('/questions/answers', { body: { definition } });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};
const one = async (sql: string, params: unknown[] = []): Promise<number> => Number((await adminQuery<{ n: string }>(app.database, `select (${sql}) as n`, params))[0]?.n);

describe('a question', () => {
  it('is answered with its number, its part of the dataset, a Chinese sentence and the first rows', async () => {
    const answer = await ask(officer, { dataset: 'household', chips: and(registered, { field: 'net_income_per_capita_fen', operator: '<', value: 800_000 }) });
    expect(answer.number).toBe(await one(`select count(*) from household_fact f where f.county_code = '${COUNTY}' and f.year = 2020 and f.status = any($1) and f.net_income_per_capita_fen < 800000`, [poorStatuses]));
    expect(answer.total).toBe(await one(`select count(*) from household where county_code = '${COUNTY}'`));
    expect(answer.number).toBeGreaterThan(5);
    const today = answer.asOf.on;
    expect(answer.sentence.zh).toBe(`${today} 时点（2020 年度），武川县，在册户中 人均纯收入低于 8,000 元 的户：${answer.number} 户（占 ${((answer.number ?? 0) * 100 / (answer.total ?? 1)).toFixed(1)}%）。`);
    expect(answer.sentence.en).toContain('registered households');
    expect(answer.rows).toHaveLength(Math.min(50, answer.number ?? 0));
    expect(answer.columns.map(({ name }) => name)).toContain('head_name');
  });

  it('says which parameter it was asked with, and that one is not set', async () => {
    const answer = await ask(officer, { dataset: 'household', chips: and({ combinator: 'or', rules: [{ field: 'net_income_per_capita_fen', operator: '<', value: { param: 'poverty_line' } }, { field: 'net_income_per_capita_fen', operator: '<', value: { param: 'monitoring_line' } }] }), asOf: { year: 2020 } });
    const line = answer.understood.parameters.find(({ name }) => name === 'poverty_line');
    expect(answer.understood.parameters.map(({ name }) => name).sort()).toEqual(['monitoring_line', 'poverty_line']);
    expect(answer.sentence.zh).toContain(line?.value ? '贫困线（' : '贫困线（未设定）');
    expect(answer.understood.parameters.some(({ value }) => value === null)).toBe(answer.sentence.zh.includes('未设定'));
  });

  it('is refused with every fault in plain Chinese when it makes no sense', async () => {
    const { status, body } = await officer.post<Answer>('/questions/answers', { body: { definition: { dataset: 'household', chips: and({ field: 'nonsense', operator: '=', value: 1 }), measure: { kind: 'sum', field: 'status' }, groupBy: { by: 'month', field: 'main_cause' }, columns: ['nobody'] } } });
    expect([status, body.code]).toEqual([422, 'question.invalid']);
    expect(body.title).toContain('没有名为“nonsense”的指标');
    expect(body.params?.faults?.map(({ path }) => path)).toEqual(['$.chips.rules[0].field', '$.measure.field', '$.groupBy.field', '$.columns[0]']);
    expect((await officer.post<Answer>('/questions/answers', { body: { definition: { dataset: 'wallet' } } })).body.code).toBe('question.invalid');
    expect((await officer.post<Answer>('/questions/answers', { body: { definition: { dataset: 'household', asOf: { on: '2099-01-01' } } } })).body.code).toBe('question.future');
  });

  it('never leaves the territory of who asks: another county is not found, the own one is what the region sees of it', async () => {
    expect((await officer.post<Answer>('/questions/answers', { body: { definition: { dataset: 'household', division: '150429' } } })).status).toBe(404);
    expect((await officer.post<Answer>('/questions/rows', { body: { definition: { dataset: 'household', division: '150429' } } })).status).toBe(404);
    for (const dataset of ['household', 'member', 'household_year', 'visit', 'case', 'notice', 'payment', 'project', 'team']) {
      const own = await ask(officer, { dataset });
      const region = await ask(inspector, { dataset, groupBy: { by: 'division' } });
      const same = await ask(inspector, { dataset, division: COUNTY });
      expect([dataset, own.number]).toEqual([dataset, same.number]);
      expect(own.rows.every(({ villageCode }) => villageCode.startsWith(COUNTY))).toBe(true);
      expect([dataset, region.groups.reduce((sum, { number }) => sum + (number ?? 0), 0)]).toEqual([dataset, region.number]);
      expect(region.number).toBeGreaterThan(own.number ?? 0);
    }
    const admin = await app.as('system_admin', '15');
    expect((await admin.post('/questions/answers', { body: { definition: { dataset: 'household' } } })).status).toBe(403);
  });

  it('is written down with who asked what, without any row', async () => {
    const answer = await ask(officer, { dataset: 'visit' });
    const [event] = await adminQuery<{ payload: string; n: number }>(app.database, "select payload, count(*) over ()::int as n from audit_log where op = 'ASK' and row_id = $1 and actor_id = $2", [answer.key, officer.user?.userId]);
    expect(JSON.parse(event?.payload ?? '{}')).toMatchObject({ dataset: 'visit', division: COUNTY, way: 'answer' });
  });

  it('is grouped by child division, code, truth and month, and each group opens to exactly its rows', async () => {
    const groupings = [
      ['household', { by: 'division' }], ['household', { by: 'field', field: 'main_cause' }], ['household', { by: 'field', field: 'safe_water' }], ['household', { by: 'month', field: 'entered_on' }], ['household', { by: 'field', field: 'member_count' }],
      ['visit', { by: 'month', field: 'visited_on' }], ['payment', { by: 'field', field: 'measure' }], ['case', { by: 'field', field: 'status' }], ['member', { by: 'field', field: 'education' }], ['household_year', { by: 'field', field: 'year' }],
    ] as const;
    for (const [dataset, groupBy] of groupings) {
      const answer = await ask(officer, { dataset, groupBy });
      expect([dataset, groupBy, answer.groups.reduce((sum, { number }) => sum + (number ?? 0), 0)]).toEqual([dataset, groupBy, answer.number]);
      expect(answer.groups.length).toBeGreaterThan(1);
      for (const group of answer.groups.slice(0, 4)) {
        if (!group.drillDown) continue;
        const inner = await ask(officer, group.drillDown);
        expect([dataset, groupBy, group.key, inner.number]).toEqual([dataset, groupBy, group.key, group.number]);
      }
    }
    const named = await ask(officer, { dataset: 'household', groupBy: { by: 'division' } });
    expect(named.groups.every(({ name }) => /[一-鿿]/.test(name.zh))).toBe(true);
  });

  it('adds up, takes shares, and orders its groups by value', async () => {
    const sum = await ask(officer, { dataset: 'payment', measure: { kind: 'sum', field: 'amount_fen' }, groupBy: { by: 'field', field: 'measure' }, orderBy: { by: 'value', direction: 'desc' } });
    expect(sum.sum).toBe(await one(`select sum(amount_fen) from payment where county_code = '${COUNTY}'`));
    const values = sum.groups.map((group) => group.sum ?? 0);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(sum.sentence.zh).toMatch(/金额合计 [\d,.]+ 元/);
    const share = await ask(officer, { dataset: 'household', measure: { kind: 'share', of: and({ field: 'safe_water', operator: '=', value: true }) } });
    expect(share.hits).toBe(await one(`select count(*) from household_fact where county_code = '${COUNTY}' and year = 2020 and safe_water`));
  });

  it('says how many rows nobody can judge, for a missing value is not a no', async () => {
    const answer = await ask(officer, { dataset: 'household', chips: and({ field: 'owns_car', operator: '=', value: false }) });
    expect([answer.number, answer.unproven]).toEqual([await one(`select count(*) from household_fact where county_code = '${COUNTY}' and year = 2020 and not owns_car`), await one(`select count(*) from household h left join household_fact f on f.county_code = h.county_code and f.household_id = h.id and f.year = 2020 where h.county_code = '${COUNTY}' and f.owns_car is null`)]);
  });

  it('reaches visits, payments, members and help of a household, with days counted from the day of the question', async () => {
    const unvisited = and({ over: 'visits', quantifier: 'none', where: { field: 'visited_on', operator: '>=', value: { daysBefore: 90 } } });
    const answer = await ask(officer, { dataset: 'household', chips: unvisited });
    const expected = await one(`select count(*) from household h where h.county_code = '${COUNTY}' and not exists (select 1 from visit v where v.county_code = h.county_code and v.household_id = h.id and v.visited_on >= $1::date - 90
      and not exists (select 1 from visit c where c.county_code = v.county_code and c.corrects_id = coalesce(v.corrects_id, v.id) and c.correction_no > v.correction_no))`, [answer.asOf.on]);
    expect(answer.number).toBe(expected);
    expect(answer.sentence.zh).toContain('没有走访满足（走访日期不早于');
    expect(answer.definition).toMatchObject({ chips: unvisited });
  });

  it('reads the whole table page by page, each row once', async () => {
    const definition = { dataset: 'member', chips: and({ field: 'age', operator: '>=', value: 30 }) };
    const answer = await ask(officer, definition);
    const ids = answer.rows.map(({ id }) => id);
    for (let cursor = answer.nextCursor; cursor !== null;) {
      const page = (await officer.post<{ items: { id: string }[]; nextCursor: string | null }>('/questions/rows', { body: { definition, cursor, limit: 37 } })).body;
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(ids).toHaveLength(answer.number ?? -1);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await officer.post('/questions/rows', { body: { definition, cursor: 'WyJhIiwiYiJd' } })).status).toBe(422);
  });

  it('shows identity and telephone numbers masked, and cannot be asked about them', async () => {
    const answer = await ask(officer, { dataset: 'member', columns: ['name', 'id_no'] });
    const numbers = answer.rows.map(({ values }) => values[1]).filter((value) => value !== null);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.every((value) => String(value).includes('*'))).toBe(true);
    expect((await officer.post('/questions/answers', { body: { definition: { dataset: 'member', chips: and({ field: 'id_no', operator: '=', value: '1' }) } } })).status).toBe(422);
  });
});

describe('a question as of an earlier day', () => {
  it('reads the version that held then, and says which fields are of today', async () => {
    const wrong = { dataset: 'household_year', chips: and({ field: 'per_capita_income_fen', operator: '=', value: 1 }) };
    const corrected = await one("select count(*) from household_year where correction_reason = '录入有误'");
    expect(corrected).toBeGreaterThan(3);
    expect((await ask(inspector, { ...wrong, asOf: { on: '2026-08-15' } })).number).toBe(corrected);
    expect((await ask(inspector, { ...wrong, asOf: { on: '2026-07-31' } })).number).toBe(0);
    expect((await ask(inspector, wrong)).number).toBe(0);
    const facts = await ask(inspector, { dataset: 'household', chips: and({ field: 'safe_water', operator: '=', value: true }, { field: 'present_status', operator: '=', value: 'REGISTERED' }), asOf: { on: '2026-11-01' } });
    expect(facts.asOf).toMatchObject({ past: true, on: '2026-11-01' });
    expect(facts.asOf.ofToday).toContain('safe_water');
    expect(facts.asOf.ofThatDay).toContain('present_status');
    expect(facts.asOf.note.zh).toContain('饮水安全');
  });

  it('counts cases as they stood', async () => {
    const open = { dataset: 'case', chips: and({ field: 'status', operator: '=', value: 'OPEN' }) };
    const then = await ask(inspector, { ...open, asOf: { on: '2026-05-05' } });
    const now = await ask(inspector, open);
    expect(then.total).toBe(await one("select count(*) from case_file where started_at < '2026-05-06 00:00+08'"));
    expect(then.number).toBe(then.total);
    expect(now.number).toBeLessThan(now.total ?? 0);
  });
});

describe('a link', () => {
  const definition = { dataset: 'household', division: '15', chips: and(registered), groupBy: { by: 'division' } };

  it('has one key for one question, whoever asks and however the editor numbered its chips', async () => {
    const first = await inspector.post<{ key: string }>('/questions/links', { body: { definition } });
    const again = await inspector.post<{ key: string }>('/questions/links', { body: { definition: { ...definition, chips: { id: 'g-1', ...and({ id: 'r-9', ...registered }) } } } });
    expect(first.status).toBe(201);
    expect(first.body.key).toMatch(/^[0-9a-z]{16}$/);
    expect(again.body.key).toBe(first.body.key);
  });

  it('answers whoever opens it with their own territory', async () => {
    const { key } = (await inspector.post<{ key: string }>('/questions/links', { body: { definition } })).body;
    const mine = (await inspector.get<Answer>(`/questions/links/${key}`)).body;
    const theirs = (await officer.get<Answer>(`/questions/links/${key}`)).body;
    expect(theirs.understood.division).toBe(COUNTY);
    expect(theirs.number).toBe((await ask(officer, { dataset: 'household', chips: and(registered) })).number);
    expect(mine.number).toBeGreaterThan(theirs.number ?? 0);
    const foreign = (await inspector.post<{ key: string }>('/questions/links', { body: { definition: { ...definition, division: '150429' } } })).body.key;
    expect((await officer.get(`/questions/links/${foreign}`)).status).toBe(404);
    expect((await officer.get('/questions/links/0000000000000000')).status).toBe(404);
    expect((await (await app.as('system_admin', '15')).get(`/questions/links/${key}`)).status).toBe(403);
  });

  it('hides cells of one or two so that what is shown does not give them away, and the table with them', async () => {
    const isSmall = ({ number }: { number: number | null }) => (number ?? 0) > 0 && (number ?? 0) < 3;
    const candidates = await Promise.all(['member_count', 'labour_count', 'main_cause', 'exit_year', 'poor_household_type'].map(async (field) => {
      const definition = { dataset: 'household', division: COUNTY, groupBy: { by: 'field', field } };
      return { small: definition, open: await ask(officer, definition) };
    }));
    const [found] = candidates.filter((candidate) => candidate.open.groups.filter(isSmall).length === 1);
    if (!found) throw new Error('no grouping of the population has a single small cell');
    const { small, open } = found;
    expect(open.hidden).toBe(false);
    const { key } = (await officer.post<{ key: string }>('/questions/links', { body: { definition: small } })).body;
    const shown = (await officer.get<Answer>(`/questions/links/${key}`)).body;
    expect(shown.hidden).toBe(true);
    expect(shown.rows).toEqual([]);
    const hidden = shown.groups.filter((group) => group.hidden);
    expect(hidden.length).toBeGreaterThan(1);
    expect(hidden.every(({ number, drillDown, sum }) => number === null && drillDown === null && sum === null)).toBe(true);
    expect(shown.groups.filter((group) => !group.hidden).every(({ number }) => number === 0 || (number ?? 0) >= 3)).toBe(true);
    // The attack: the total less what is shown. It leaves at least one cell of three or more in the rest.
    const rest = (shown.number ?? 0) - shown.groups.reduce((sum, { number }) => sum + (number ?? 0), 0);
    const truth = hidden.map((group) => open.groups.find(({ key: k }) => k === group.key)?.number ?? 0);
    expect(truth.some((number) => number >= 3)).toBe(true);
    expect(rest).toBe(truth.reduce((sum, number) => sum + number, 0));
  });
});

describe('a saved question', () => {
  const body = { name: '在册低收入户', shared: false, definition: { dataset: 'household', chips: and(registered) } };

  it('is seen by its owner alone until it is shared, and then by everybody who sees its division', async () => {
    const saved = await officer.post<{ id: string; version: number; sentence: { zh: string }; key: string }>('/questions', { body });
    expect(saved.status).toBe(201);
    expect(saved.body.sentence.zh).toContain('在册户');
    const colleague = await app.as('county_approver', COUNTY);
    const township = await app.as('township_officer', `${COUNTY}100`);
    const path = `/questions/${saved.body.id}`;
    expect((await colleague.get(path)).status).toBe(404);
    expect((await officer.put(path, { body: { ...body, shared: true, version: 1 } })).status).toBe(200);
    expect((await colleague.get(path)).status).toBe(200);
    expect((await inspector.get(path)).status).toBe(200);
    expect((await township.get(path)).status).toBe(404);
    expect((await (await app.as('county_officer', '150429')).get(path)).status).toBe(404);
    expect((await colleague.get<{ items: { name: string; mine: boolean }[] }>('/questions')).body.items).toMatchObject([{ name: body.name, mine: false }]);
    expect((await colleague.put<Answer>(path, { body: { ...body, shared: false, version: 2 } })).body.code).toBe('question.not-yours');
    expect((await colleague.delete<Answer>(path)).body.code).toBe('question.not-yours');
    expect((await officer.put<Answer>(path, { body: { ...body, version: 1 } })).body.code).toBe('stale-version');
    expect((await officer.put<Answer>(path, { body: { ...body, definition: { ...body.definition, division: `${COUNTY}100` }, version: 2 } })).body.code).toBe('question.other-division');
    expect((await officer.delete(path)).status).toBe(204);
    expect((await officer.get(path)).status).toBe(404);
  });
});

describe('a frozen answer', () => {
  it('keeps SQL, values, rule versions, number and hash of the rows, and tells when the rows have changed', async () => {
    const definition = { dataset: 'household', chips: and(registered, { field: 'exit_verdict', operator: '=', value: 'met' }), columns: ['head_name', 'exit_verdict', 'net_income_per_capita_fen'] };
    const frozen = await officer.post<{ id: string; rows: number; sha256: string; sqlText: string; ruleVersions: { code: string }[]; answer: { number: number } }>('/questions/freezes', { body: { definition } });
    expect(frozen.status).toBe(201);
    expect(frozen.body).toMatchObject({ rows: frozen.body.answer.number, ruleVersions: [{ code: 'household.exit' }] });
    expect(frozen.body.rows).toBeGreaterThan(0);
    expect(frozen.body.sqlText).toContain('household_fact');
    const path = `/questions/freezes/${frozen.body.id}`;
    expect((await officer.get<{ sha256: string }>(path)).body.sha256).toBe(frozen.body.sha256);
    expect((await officer.get<{ items: unknown[] }>('/questions/freezes')).body.items).toHaveLength(1);
    expect((await officer.post(`${path}/checks`, { body: {} })).body).toMatchObject({ same: true, rows: frozen.body.rows, sha256: frozen.body.sha256 });
    expect((await (await app.as('county_officer', '150429')).get(path)).status).toBe(404);
    await adminQuery(app.database, `set session_replication_role = replica; update household_fact f set net_income_per_capita_fen = f.net_income_per_capita_fen + 1 where (f.county_code, f.household_id, f.year) in
      (select county_code, household_id, year from household_verdict v join household_fact g using (county_code, household_id, year) where v.county_code = '${COUNTY}' and v.year = 2020 and v.rule_code = 'household.exit' and v.verdict = 'met' and g.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED') limit 1)`);
    expect((await officer.post(`${path}/checks`, { body: {} })).body).toMatchObject({ same: false, rows: frozen.body.rows, frozenSha256: frozen.body.sha256 });
    await expect(adminQuery(app.database, 'update question_freeze set rows = 0')).rejects.toThrow('frozen');
  });
});

describe('the guard', () => {
  it('refuses a question that would read too much, with a hint to narrow', async () => {
    const guard = app.app.get(QuestionGuard, { strict: false });
    const usual = guard.maxCost;
    guard.maxCost = 10;
    const { status, body } = await inspector.post<Answer>('/questions/answers', { body: { definition: { dataset: 'member' } } });
    guard.maxCost = usual;
    expect([status, body.code]).toEqual([422, 'question.too-wide']);
    expect(body.title).toContain('请缩小');
  });

  it('stops a question after its time and on request, and lets nobody stop the question of another', async () => {
    const foreground = app.app.get(ForegroundQuestions, { strict: false });
    const blocker = new pg.Client(app.database.adminUrl);
    await blocker.connect();
    await blocker.query('begin; lock table work_team in access exclusive mode');
    const usual = foreground.timeoutMs;
    foreground.timeoutMs = 300;
    const slow = await inspector.post<Answer>('/questions/answers', { body: { definition: { dataset: 'team' } } });
    foreground.timeoutMs = usual;
    expect([slow.status, slow.body.code]).toEqual([422, 'question.too-slow']);
    const running = inspector.post<Answer>('/questions/answers', { body: { definition: { dataset: 'team' }, token: 'my-question-1' } });
    expect((await officer.post('/questions/answers/my-question-1/cancel')).status).toBe(404);
    let cancelled = false;
    for (let turn = 0; turn < 100 && !cancelled; turn++) {
      cancelled = (await inspector.post('/questions/answers/my-question-1/cancel')).status === 200;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(cancelled).toBe(true);
    expect((await running).body.code).toBe('question.cancelled');
    await blocker.query('rollback');
    await blocker.end();
    expect((await inspector.post('/questions/answers', { body: { definition: { dataset: 'team' } } })).status).toBe(200);
  });

  it('stops when whoever asked has gone away', async () => {
    const foreground = app.app.get(ForegroundQuestions, { strict: false });
    const blocker = new pg.Client(app.database.adminUrl);
    await blocker.connect();
    await blocker.query('begin; lock table work_team in access exclusive mode');
    let leave = (): void => undefined;
    const waiting = foreground.ask(
      { actor: systemActor('15'), requestId: 'gone', watch: (gone) => { leave = gone; return () => undefined; } },
      () => app.app.get(QuestionService, { strict: false }).answer({ dataset: 'team' }),
      () => ({ key: '', division: '15', dataset: 'team', rows: 0, way: 'answer' }),
    ).catch((error: unknown) => (error as { code: string }).code);
    await new Promise((resolve) => setTimeout(resolve, 300));
    leave();
    expect(await waiting).toBe('question.cancelled');
    await blocker.query('rollback');
    await blocker.end();
  });
});
