import { CheckRunner } from '#inspection';
import type { CaseId } from '#domain';
import { parseCaseId, roles, type Role } from '#domain';
import pg from 'pg';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { cleanRegion, type CleanHousehold, type CleanRegion } from '../support/inspection/clean-region.js';

interface RunBody {
  id: string;
  state: string;
  progress: number;
  totals?: { hits: number; newHits: number; goneHits: number; checks: number; missing: number };
  failure?: { code: string; zh: string };
  results: { code: string; hits: number; newHits: number; goneHits: number; unproven: number; missing: { kind: string; name: string; counties?: string[] }[]; failure: string | null; children: { division: string; hits: number }[] }[];
}
interface HitBody {
  id: string;
  key: string;
  village: string;
  householdId: string;
  headName: string;
  verdict: string;
  reason: string | null;
  goneAt: string | null;
  values: { name: string; value: unknown; text: string; label: { zh: string } }[];
  verdicts: { verdict: string; reason: string; by: string }[];
}
interface ListBody<Item> {
  items: Item[];
  nextCursor: string | null;
}

const village = '150221213200';
const otherCounty = '150222102212';

describe('audit checks', () => {
  let test: TestApp;
  let region: CleanRegion;
  let here: CleanHousehold;
  let there: CleanHousehold;
  let inspector: TestClient;
  beforeAll(async () => {
    test = await startTestApp({ worker: true });
    region = await cleanRegion(test.database, 10);
    here = region.household({ village });
    there = region.household({ village: otherCounty });
    for (const household of [here, there]) if (household.members[1]) household.members[1].row['relation_to_head'] = '01';
    await region.write(test.database);
    inspector = await test.as('inspector', '15');
  }, 120_000);
  afterAll(() => test.close());

  /** Waits until a run is over. */
  async function over(client: TestClient, id: string): Promise<RunBody> {
    for (let tries = 0; tries < 200; tries++) {
      const { body } = await client.get<RunBody>(`/check-runs/${id}`);
      if (!['queued', 'running'].includes(body.state)) return body;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the run does not end');
  }
  async function run(client: TestClient, body: Record<string, unknown>): Promise<RunBody> {
    const started = await client.post<RunBody>('/check-runs', { body: { year: region.year, ...body } });
    expect([started.status, started.body.state]).toEqual([202, 'queued']);
    return over(client, started.body.id);
  }
  const hits = async (client: TestClient, query = ''): Promise<HitBody[]> => (await client.get<ListBody<HitBody>>(`/checks/A05/hits${query}`)).body.items;
  const relation = (household: CleanHousehold, code: string) => write('update member set relation_to_head = $2 where id = $1', [household.members[1]?.id, code]);

  /** Writes as the system does, or as a release: as the owner. */
  async function write(sql: string, params: unknown[] = [], url = test.database.appUrl): Promise<void> {
    const client = new pg.Client(url);
    await client.connect();
    await client.query("set search_path = public, app; set app.scope = '15'; set app.actor = '00000000-0000-7000-8000-000000000001'; set app.role = 'system'; set app.request = 'test'");
    await client.query(sql, params);
    await client.end();
  }

  /** Publishes a check as a release would. */
  async function release(code: string, sql: string, more: { parameters?: unknown; registers?: string[]; reach?: string } = {}): Promise<void> {
    await write(`
      insert into check_version (id, code, version, ordinal, severity, room, subject, name, meaning, basis, parameters, registers, reach, sql, sql_sha256, valid_from, valid_to)
      values (app.uuid_v7(), $1, 1, 900, 'W', 'household', 'household', '{"zh":"试","en":"test"}', '{"zh":"试","en":"test"}', '[]', $3::jsonb, $4::text[], $5, $2, 'x', '2014-01-01', null)`,
      [code, sql, JSON.stringify(more.parameters ?? []), more.registers ?? [], more.reach ?? 'division'], test.database.ownerUrl);
  }
  const select = (where: string, from = 'household h') => `-- test\nselect h.county_code, h.village_code, h.id as household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key, '{}'::jsonb as vals
    from ${from} where h.village_code >= $1 and h.village_code < $2 and ${where}`;

  it('are run over a division by a job, and counted by child division', async () => {
    const body = await run(inspector, { division: '15', codes: ['A05', 'A07'] });
    expect([body.state, body.progress, body.failure]).toEqual(['done', 100, undefined]);
    expect(body.totals).toMatchObject({ checks: 2, hits: 2, newHits: 2, goneHits: 0 });
    const a05 = body.results.find(({ code }) => code === 'A05');
    expect([a05?.hits, a05?.newHits, a05?.children]).toEqual([2, 2, [{ division: '1502', hits: 2, newHits: 2, goneHits: 0, unproven: 0 }]]);
    expect(body.results.find(({ code }) => code === 'A07')).toMatchObject({ hits: 0, children: [] });
    const county = await run(inspector, { division: '150221', codes: ['A05'] });
    expect(county.results[0]).toMatchObject({ hits: 1, newHits: 0, goneHits: 0, children: [{ division: village.slice(0, 9), hits: 1 }] });
  });

  it('say of each hit which values made it one, and lead to the household', async () => {
    const [first, second] = await hits(inspector);
    expect(second).toBeDefined();
    expect(first).toMatchObject({ key: `A05:${here.id}`, village, householdId: `150221-${here.id}`, verdict: 'OPEN', goneAt: null });
    expect(first?.values.map(({ name, value, text, label }) => [name, value, text, label.zh])).toEqual([['heads', 2, '2', '户主人数'], ['members', 4, '4', '现有成员数']]);
    expect((await inspector.get(`/households/${first?.householdId}`)).status).toBe(200);
    expect((await inspector.get<HitBody>(`/hits/${first?.id}`)).body).toMatchObject({ key: first?.key, verdicts: [] });
  });

  it('list hits page by page', async () => {
    const one = (await inspector.get<ListBody<HitBody>>('/checks/A05/hits?limit=1')).body;
    const two = (await inspector.get<ListBody<HitBody>>(`/checks/A05/hits?limit=1&cursor=${one.nextCursor}`)).body;
    expect([one.items.length, two.items.length, two.nextCursor]).toEqual([1, 1, null]);
    expect(one.items[0]?.id).not.toBe(two.items[0]?.id);
    expect((await inspector.get('/checks/A05/hits?cursor=x')).status).toBe(422);
  });

  it('keep a verdict over later runs, and over a fault that comes back', async () => {
    const [hit] = await hits(inspector);
    const judged = await inspector.post<HitBody>(`/hits/${hit?.id}/verdict`, { body: { verdict: 'FALSE_ALARM', reason: '母亲代为户主，已核实' } });
    expect([judged.status, judged.body.verdict]).toEqual([201, 'FALSE_ALARM']);
    await run(inspector, { division: '15', codes: ['A05'] });
    expect((await inspector.get<HitBody>(`/hits/${hit?.id}`)).body).toMatchObject({ verdict: 'FALSE_ALARM', reason: '母亲代为户主，已核实' });
    expect((await hits(inspector, '?verdict=FALSE_ALARM')).map(({ key }) => key)).toEqual([`A05:${here.id}`]);
    expect((await hits(inspector, '?verdict=OPEN')).map(({ key }) => key)).toEqual([`A05:${there.id}`]);
    await inspector.post(`/hits/${hit?.id}/verdict`, { body: { verdict: 'TRUE', reason: '再次核实属实' } });
    const { body } = await inspector.get<HitBody>(`/hits/${hit?.id}`);
    expect([body.verdict, body.verdicts.map(({ verdict }) => verdict)]).toEqual(['TRUE', ['TRUE', 'FALSE_ALARM']]);
  });

  it('say what is gone and what is new since the run before, within the division of the run only', async () => {
    await relation(here, '02');
    await relation(there, '02');
    const county = await run(inspector, { division: '150221', codes: ['A05'] });
    expect(county.results[0]).toMatchObject({ hits: 0, newHits: 0, goneHits: 1, children: [{ division: village.slice(0, 9), goneHits: 1 }] });
    expect((await hits(inspector, '?state=gone')).map(({ key }) => key)).toEqual([`A05:${here.id}`]);
    expect((await hits(inspector, '?state=open')).map(({ key }) => key)).toEqual([`A05:${there.id}`]);
    await relation(here, '01');
    await relation(there, '01');
    const again = await run(inspector, { division: village, codes: ['A05'] });
    expect(again.results[0]).toMatchObject({ hits: 1, newHits: 1, goneHits: 0, children: [] });
    expect((await hits(inspector, '?state=open')).find(({ key }) => key === `A05:${here.id}`)?.verdict).toBe('TRUE');
    expect((await run(inspector, { division: '15', codes: ['A05'] })).results[0]).toMatchObject({ hits: 2, newHits: 0, goneHits: 0 });
  });

  it('keep hits of one year apart from those of another', async () => {
    const household = region.households[0];
    await write('update household_year set member_count = 9 where household_id = $1 and year = 2024', [household?.id]);
    expect((await run(inspector, { division: '15', codes: ['A07'], year: 2024 })).results[0]).toMatchObject({ hits: 1, newHits: 1 });
    expect((await run(inspector, { division: '15', codes: ['A07'], year: 2025 })).results[0]).toMatchObject({ hits: 0, goneHits: 0 });
    expect((await inspector.get<ListBody<HitBody>>('/checks/A07/hits')).body.items.map(({ key }) => key)).toEqual([`A07:${household?.id}@2024`]);
  });

  it('are run within the territory of whoever asks, and seen within one’s own', async () => {
    const local = await test.as('inspector', '150222');
    expect((await local.post('/check-runs', { body: { division: '15', codes: ['A05'] } })).status).toBe(404);
    expect((await local.post('/check-runs', { body: { division: village, codes: ['A05'] } })).status).toBe(404);
    const own = await run(local, { division: '150222', codes: ['A05'] });
    expect(own.results[0]).toMatchObject({ hits: 1 });
    expect((await hits(local)).map(({ key }) => key)).toEqual([`A05:${there.id}`]);
    const [foreign] = await hits(inspector, '?division=150221');
    expect((await local.get(`/hits/${foreign?.id}`)).status).toBe(404);
    expect((await local.post(`/hits/${foreign?.id}/verdict`, { body: { verdict: 'TRUE', reason: '不在辖区' } })).status).toBe(404);
    expect((await local.get('/checks/A05/hits?division=150221')).status).toBe(404);
    const regional = (await inspector.get<ListBody<RunBody>>('/check-runs')).body.items[0];
    expect((await local.get<ListBody<RunBody>>('/check-runs')).body.items.map(({ id }) => id)).not.toContain((await run(inspector, { division: '15', codes: ['A05'] })).id);
    expect(regional).toBeDefined();
  });

  it.each(roles.map((role) => [role]))('give %s what their role may do and no more', async (role) => {
    const may: Record<string, Role[]> = { run: ['inspector'], publish: ['region_officer'] };
    const { [role]: division = '15' } = { team_member: village, village_clerk: village, township_officer: village.slice(0, 9), county_officer: '150221', county_approver: '150221', prefecture_officer: '1502' } as Partial<Record<Role, string>>;
    const client = await test.as(role, division);
    const status = async (path: string, body: unknown) => (await client.post(path, { body })).status;
    const [hit] = await hits(inspector, '?division=150221');
    expect([role, (await status('/check-runs', { division, codes: [] })) === 403]).toEqual([role, !may['run']?.includes(role)]);
    expect([role, (await status(`/hits/${hit?.id}/verdict`, { verdict: 'TRUE', reason: '属实' })) === 403]).toEqual([role, !may['run']?.includes(role)]);
    expect([role, (await status('/checks/A05/simulations', { rule: {}, year: 2025 })) === 403]).toEqual([role, !may['publish']?.includes(role)]);
    const reads = (await client.get('/checks')).status;
    expect([role, (await client.get('/checks/A05/hits')).status]).toEqual([role, reads]);
    expect([role, [200, 403].includes(reads)]).toEqual([role, true]);
  });

  it('refuse what makes no sense, in Chinese', async () => {
    const answer = async (body: Record<string, unknown>) => {
      const { status, body: refusal } = await inspector.post<{ code: string; title: string }>('/check-runs', { body });
      return [status, refusal.code, /[一-鿿]/.test(refusal.title)];
    };
    expect(await answer({ division: '15', codes: [] })).toEqual([422, 'check.none', true]);
    expect(await answer({ division: '15', codes: ['Z99'] })).toEqual([404, 'check.unknown', true]);
    expect(await answer({ division: '15', codes: ['A05'], year: 2099 })).toEqual([422, 'check.year', true]);
    expect(await answer({ division: '15', codes: ['A05'], year: 2005 })).toEqual([422, 'check.not-in-force', true]);
    expect((await inspector.post('/check-runs', { body: { division: '15', codes: ['a05'] } })).status).toBe(422);
    expect((await inspector.get('/checks/Z99')).status).toBe(404);
  });

  it('stop where they are when the run is given up: also the statement that works', async () => {
    await release('X01', select('s.x is not null', 'household h, lateral (select pg_sleep(30)::text || h.id as x) s'));
    const { body: started } = await inspector.post<RunBody>('/check-runs', { body: { division: '15', codes: ['A05', 'X01'], year: 2025 } });
    for (let tries = 0; tries < 100; tries++) {
      const { body } = await inspector.get<RunBody>(`/check-runs/${started.id}`);
      if (body.results.length === 1) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await inspector.post(`/check-runs/${started.id}/cancel`)).status).toBe(200);
    const body = await over(inspector, started.id);
    expect([body.state, body.results.map(({ code }) => code)]).toEqual(['cancelled', ['A05']]);
    expect((await inspector.post(`/check-runs/${started.id}/cancel`)).status).toBe(409);
    expect(await adminQuery(test.database, "select 1 from pg_stat_activity where query like '%pg_sleep(30)%' and state = 'active' and pid <> pg_backend_pid()")).toEqual([]);
  }, 30_000);

  it('go on where a worker was killed, and count nothing twice', async () => {
    const other = region.households[1];
    await write("update member set relation_to_head = '99' where household_id = $1 and relation_to_head = '01'", [other?.id]);
    const { body: started } = await inspector.post<RunBody>('/check-runs', { body: { division: '15', codes: ['A05', 'X01'], year: 2025 } });
    const id = parseCaseId(started.id) as CaseId;
    let killed = false;
    for (let tries = 0; tries < 200 && !killed; tries++) {
      const { body } = await inspector.get<RunBody>(`/check-runs/${started.id}`);
      if (body.results.length === 1) {
        killed = (await adminQuery(test.database, "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(30)%' and state = 'active' and pid <> pg_backend_pid()")).length > 0;
        if (killed) await write("update check_version set sql = replace(sql, 'pg_sleep(30)', 'pg_sleep(0)') where code = 'X01'", [], test.database.ownerUrl);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(killed).toBe(true);
    await test.app.get(CheckRunner).run(id);
    const body = await over(inspector, started.id);
    expect([body.state, body.failure]).toEqual(['done', undefined]);
    expect(body.results.map(({ code, hits: n, newHits }) => [code, n, newHits])).toEqual([['A05', 3, 1], ['X01', 12, 12]]);
    expect(await adminQuery(test.database, 'select check_code, division_code from check_result where run_id = $1 and division_code = $2', [id.id, '15'])).toHaveLength(2);
    await write("update member set relation_to_head = '01' where household_id = $1 and relation_to_head = '99'", [other?.id]);
  }, 60_000);

  it('name a check that cannot be run, and run the others', async () => {
    await release('X02', select('1 / (h.member_count - h.member_count) > 0'));
    const body = await run(inspector, { division: '15', codes: ['A05', 'X02'] });
    expect([body.state, body.failure?.zh]).toEqual(['failed', '核查未能完成：X02']);
    expect(body.results.find(({ code }) => code === 'X02')?.failure).toMatch(/division by zero|校验|validation/i);
    expect(body.results.find(({ code }) => code === 'A05')?.failure).toBeNull();
  });

  it('say which number is not set and which list was never compared', async () => {
    const parameter = { name: 'limit_fen', label: { zh: '上限', en: 'limit' }, unit: 'fen', value: null, origin: '未设置' };
    await release('X03', select(`h.member_count > ($5->>'limit_fen')::bigint`), { parameters: [parameter], registers: ['death'] });
    const body = await run(inspector, { division: '15', codes: ['X03'] });
    expect(body.results[0]?.missing).toEqual([{ kind: 'parameter', name: 'limit_fen' }, { kind: 'register', name: 'death', counties: ['150221', '150222'] }]);
    expect(body.totals?.missing).toBe(1);
  });

  it('that look for partners elsewhere are not declared gone by somebody who sees less', async () => {
    await release('X04', select('exists (select 1 from household o where o.village_code <> h.village_code and left(o.village_code, 6) <> left(h.village_code, 6))'), { reach: 'territory' });
    expect((await run(inspector, { division: '15', codes: ['X04'] })).results[0]).toMatchObject({ hits: 12 });
    const local = await test.as('inspector', '150222');
    expect((await run(local, { division: '150222', codes: ['X04'] })).results[0]).toMatchObject({ hits: 0, goneHits: 0 });
  });

  it('are listed with their last counts, and explain themselves', async () => {
    const { body } = await inspector.get<ListBody<{ code: string; counts: { open: number } | null; meaning: { zh: string }; form: string }>>('/checks');
    expect(body.items.find(({ code }) => code === 'A05')).toMatchObject({ counts: { open: 2 }, form: 'statement' });
    const { body: local } = await inspector.get<ListBody<{ code: string; counts: { open: number } | null }>>('/checks?division=150222');
    expect(local.items.find(({ code }) => code === 'A05')?.counts?.open).toBe(1);
    const { body: detail } = await inspector.get<{ check: { sql: string; basis: unknown[] }; versions: unknown[]; areas: unknown[] }>('/checks/A05');
    expect(detail.check.sql).toMatch(/^-- /);
    expect([detail.check.basis.length, detail.versions.length, detail.areas]).toEqual([1, 1, [{ division: '1502', open: 2 }]]);
  });

  it('in rule form are published anew once their examples pass and their effect was looked at; statements never are', async () => {
    const officer = await test.as('region_officer', '15');
    const zh = (text: string) => ({ zh: text, en: text });
    const rule = { combinator: 'and', rules: [{ field: 'status', operator: '=', value: 'REGISTERED' }, { field: 'wage_fen', operator: '>', value: 0 }] };
    const examples = [
      { name: zh('有工资'), facts: { status: 'REGISTERED', wage_fen: 1 }, parameters: {}, expected: 'met' }, { name: zh('无工资'), facts: { status: 'REGISTERED', wage_fen: 0 }, parameters: {}, expected: 'not_met' },
      { name: zh('未填'), facts: { status: 'REGISTERED' }, parameters: {}, expected: 'unproven' },
    ];
    const simulated = await officer.post<{ come: number; go: number; seal: string; counties: { county: string; come: number }[] }>('/checks/A37/simulations', { body: { rule, year: 2025 } });
    expect([simulated.status, simulated.body.go, simulated.body.counties.map(({ county }) => county)]).toEqual([200, 0, ['150221', '150222']]);
    expect(simulated.body.come).toBeGreaterThan(5);
    const body = { rule, year: 2025, examples, basis: [{ zh: '测试修订', tag: 'test' }], effectiveFrom: '2020-01-01', seal: simulated.body.seal };
    const publish = async (more: Record<string, unknown>, code = 'A37') => {
      const answer = await officer.post<{ code: string; version: number }>(`/checks/${code}/versions`, { body: { ...body, ...more } });
      return [answer.status, answer.body.code];
    };
    expect(await publish({}, 'A05')).toEqual([422, 'check.statement']);
    expect(await publish({ examples: examples.slice(0, 2) })).toEqual([422, 'check.examples-failed']);
    expect(await publish({ examples: [{ ...examples[0], expected: 'not_met' }, ...examples.slice(1)] })).toEqual([422, 'check.examples-failed']);
    expect(await publish({ rule: { field: 'x', operator: '=', value: 1 } })).toEqual([422, 'check.invalid']);
    expect(await publish({ seal: '0'.repeat(64) })).toEqual([409, 'check.simulate-first']);
    expect(await publish({ effectiveFrom: '2014-01-01' })).toEqual([409, 'check.dates']);
    expect(await publish({})).toEqual([201, 'A37']);
    const { body: detail } = await officer.get<{ check: { version: number; sentence: { zh: string } }; versions: { version: number; validTo: string | null }[] }>('/checks/A37');
    expect([detail.check.version, detail.versions.map(({ version, validTo }) => [version, validTo])]).toEqual([2, [[2, null], [1, '2020-01-01']]]);
    expect(detail.check.sentence.zh).toMatch(/工资/);
    const ran = await run(inspector, { division: '15', codes: ['A37'] });
    expect([ran.results[0]?.hits, ran.results[0]?.newHits]).toEqual([simulated.body.come, simulated.body.come]);
  });

  it('leave a record of who ran, gave up and judged', async () => {
    const rows = await adminQuery<{ op: string; n: number }>(test.database, "select op, count(*)::int as n from audit_log where table_name in ('check_run', 'check_hit') group by 1 order by 1");
    expect(rows.map(({ op }) => op)).toEqual(['CANCEL', 'CHECK', 'JUDGE']);
  });
});
