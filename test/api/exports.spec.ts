import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { parseCaseId, uuidV7 } from '#domain';
import { ExportRunner } from '#households';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { asSystem } from '../support/care.js';
import type { TestClient } from '../support/client.js';
import { person, registerHousehold, syntheticId, villages } from '../support/households.js';

interface Export { id: string; state: string; stateZh: string; source: string; rows: number | null; rowsExpected: number | null; sha256: string | null; by: string; decidedBy: string | null; watermark: string; downloads: number; code?: string }

jest.setTimeout(120_000);
const county = '150221';
const idNo = syntheticId('1980-05-06');
let app: TestApp;
let inspector: TestClient;
let colleague: TestClient;
let folder: string;
let household: string;
let memberId: string;

beforeAll(async () => {
  app = await startTestApp();
  folder = mkdtempSync(path.join(tmpdir(), 'bangfu-exports-'));
  inspector = await app.as('inspector', '15', { username: '督查甲' });
  colleague = await app.as('inspector', '15', { username: '督查乙' });
  const clerk = await app.as('village_clerk', villages.haizi);
  const registered = await registerHousehold(clerk, villages.haizi, { members: [person('=cmd|甲', '01', { idNo, birthDate: '1980-05-06' })] });
  household = registered.id;
  memberId = registered.members[0]!.id;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

const ask = (client: TestClient, body: object) => client.post<Export>('/evidence-exports', { body });
const run = async (id: string) => app.app.get(ExportRunner, { strict: false }).run(parseCaseId(id)!);
/** Asks, lets the job run, and reads the file. */
const exported = async (client: TestClient, body: object) => {
  const asked = await ask(client, body);
  if (asked.status !== 202) throw new Error(JSON.stringify(asked.body));
  await run(asked.body.id);
  const { body: done } = await client.get<Export>(`/exports/${asked.body.id}`);
  const file = await client.get(`/exports/${asked.body.id}/file`);
  return { done, file, text: file.raw.toString('utf8') };
};
/** Plants hits of a check that exists, as a run would. */
const plantHits = (count: number) => asSystem(app.database, `
  insert into check_hit (county_code, id, village_code, check_code, hit_key, version_id, year, subject, household_id, member_id, vals, seen_from, first_run_id, first_seen_at, last_run_id, last_seen_at)
  select '${county}', app.uuid_v7(), '${villages.haizi}', v.code, v.code || ':' || app.uuid_v7(), v.id, 2020, v.subject, '${household.slice(7)}', '${memberId.slice(-36)}', '{}', '15', '${uuidV7()}', app.now(), '${uuidV7()}', app.now()
  from check_version v cross join generate_series(1, ${count}) n where v.code = 'A07'`);
const hits = { source: 'check_hits', params: { division: county, check: 'A07' }, format: 'csv' };

describe('an export', () => {
  it('of the rows of a question carries its sentence, numbers as numbers, and who took it out in every row', async () => {
    const definition = { dataset: 'household', division: county, measure: { kind: 'count' } };
    const { done, text } = await exported(inspector, { source: 'question', params: { definition }, format: 'csv', purpose: '督查' });
    expect(done).toMatchObject({ state: 'done', source: 'question', rows: 1, rowsExpected: 1, by: '督查甲' });
    const [headings, row] = text.replace('\ufeff', '').split('\r\n');
    expect(headings).toMatch(/^记录编号,区划代码,.*水印$/);
    expect(row).toContain(household);
    expect(row).toContain(done.watermark);
    const { body: frozen } = await inspector.get<{ items: { rows: number; sha256: string; sql?: string }[] }>('/questions/freezes');
    expect(frozen.items[0]).toMatchObject({ rows: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(done.watermark).toMatch(/^督查甲 \d{4}-\d{2}-\d{2} \d{2}:\d{2} [0-9a-f]{12}$/);
  });

  it('says beforehand how many rows and which columns a file has, and freezes nothing by it', async () => {
    const definition = { dataset: 'household', division: county, measure: { kind: 'count' } };
    const frozen = async () => (await inspector.get<{ items: object[] }>('/questions/freezes')).body.items.length;
    const before = await frozen();
    const look = (body: object) => inspector.post<{ rows: number; alone: number; columns: { key: string; sensitive: boolean }[] }>('/evidence-exports/previews', { body });
    const { status, body } = await look({ source: 'question', params: { definition } });
    expect([status, body.rows, body.alone, await frozen() - before]).toEqual([200, 1, 1000, 0]);
    const { body: found } = await look({ source: 'check_hits', params: hits.params });
    expect(found.columns.filter(({ sensitive }) => sensitive).map(({ key }) => key)).toEqual(['memberIdNo']);
    const { body: listed } = await inspector.post<{ rows: number }>('/exports/previews', { body: { layout: 'H-A', format: 'csv', division: county } });
    expect(listed.rows).toBeGreaterThan(0);
    expect((await look({ source: 'households', params: {} })).status).toBe(422);
    expect((await ask(inspector, { source: 'households', params: {}, format: 'csv' })).status).toBe(422);
  });

  it('shows its conditions to the others of the territory, and whose it is', async () => {
    const { body: asked } = await ask(inspector, { ...hits, purpose: '督查' });
    const first = async (client: TestClient) => (await client.get<{ items: object[] }>('/exports')).body.items[0];
    expect(await first(inspector)).toMatchObject({ id: asked.id, mine: true, query: hits.params });
    expect(await first(colleague)).toMatchObject({ id: asked.id, mine: false });
  });

  it('is refused at once for what cannot be asked', async () => {
    expect((await ask(inspector, { source: 'nothing', params: {}, format: 'csv' })).body.code).toBe('export.source-unknown');
    expect((await ask(inspector, { ...hits, columns: ['secrets'] })).body.code).toBe('export.column-unknown');
    expect((await ask(inspector, { ...hits, params: { division: county, state: 'maybe' } })).body.code).toBe('export.params');
    expect((await ask(inspector, { source: 'comparison_matches', params: { comparison: household }, format: 'csv' })).body.code).toBe('export.params');
    expect((await ask(inspector, { source: 'question', params: { definition: { dataset: 'secrets' } }, format: 'csv' })).status).toBe(422);
    expect((await ask(await app.as('inspector', '150402'), hits)).body.code).toBe('export.params');
  });

  it('is masked, unless the right is there and a purpose is given', async () => {
    await plantHits(3);
    const masked = await exported(inspector, { ...hits, columns: ['checkCode', 'memberName', 'memberIdNo'] });
    expect(masked.text).toContain('150221********'.slice(0, 6));
    expect(masked.text).not.toContain(idNo);
    expect((await ask(inspector, { ...hits, unmasked: true })).body.code).toBe('purpose-required');
    const clear = await exported(inspector, { ...hits, columns: ['checkCode', 'memberName', 'memberIdNo'], unmasked: true, purpose: '核对死亡名单' });
    expect(clear.text).toContain(idNo);
    expect((await colleague.get(`/exports/${clear.done.id}/file`)).status).toBe(403);
    expect((await (await app.as('township_officer', villages.haizi.slice(0, 9))).post('/evidence-exports', { body: { ...hits, params: {}, unmasked: true, purpose: '核对名单' } })).status).toBe(403);
  });

  it('never hands a formula to a spreadsheet', async () => {
    const { text } = await exported(inspector, { ...hits, columns: ['memberName'] });
    expect(text).toContain(`'=cmd|甲`);
    expect(text).not.toMatch(/(^|,|")=cmd/m);
  });

  it('in clear of more than a thousand rows waits for a second person, who is not the one who asked', async () => {
    await plantHits(1_100);
    const body = { ...hits, unmasked: true, purpose: '移交审计', columns: ['memberIdNo'] };
    const { body: waiting } = await ask(inspector, body);
    expect(waiting).toMatchObject({ state: 'waiting', stateZh: '待第二人批准', rowsExpected: 1_103 });
    await run(waiting.id);
    expect((await inspector.get<Export>(`/exports/${waiting.id}`)).body.state).toBe('waiting');
    const decide = (client: TestClient, agreed: boolean) => client.post<Export>(`/exports/${waiting.id}/decision`, { body: { agreed, note: '用途属实' } });
    expect((await decide(inspector, true)).body.code).toBe('export.own');
    expect((await decide(await app.as('county_officer', county), true)).status).toBe(403);
    expect((await decide(await app.as('inspector', '1504'), true)).status).toBe(404);
    expect((await decide(colleague, true)).body).toMatchObject({ state: 'queued', decidedBy: '督查乙' });
    expect((await decide(colleague, true)).body.code).toBe('export.not-waiting');
    await run(waiting.id);
    expect((await inspector.get<Export>(`/exports/${waiting.id}`)).body).toMatchObject({ state: 'done', rows: 1_103 });
    const masked = await ask(inspector, { ...body, unmasked: false });
    expect(masked.body.state).toBe('queued');
    const { body: refused } = await ask(inspector, body);
    expect((await colleague.post<Export>(`/exports/${refused.id}/decision`, { body: { agreed: false, note: '范围过大' } })).body.state).toBe('refused');
    await run(refused.id);
    expect((await inspector.get<Export>(`/exports/${refused.id}`)).body.state).toBe('refused');
  });

  it('counts and records every download, and gives the file its hash', async () => {
    const { done, file } = await exported(inspector, { ...hits, format: 'xlsx' });
    const { createHash } = await import('node:crypto');
    expect(createHash('sha256').update(file.raw).digest('hex')).toBe(done.sha256);
    await inspector.get(`/exports/${done.id}/file`);
    expect((await inspector.get<Export>(`/exports/${done.id}`)).body.downloads).toBe(2);
    const logged = await adminQuery(app.database, `select 1 from audit_log where op = 'DOWNLOAD' and row_id = $1`, [done.id.slice(7)]);
    expect(logged).toHaveLength(2);
    const trail = await exported(inspector, { source: 'access_log', params: {}, format: 'csv' });
    expect(trail.text.split('\r\n').filter((line) => line.includes('DOWNLOAD') && line.includes(done.id))).toHaveLength(2);
  });

  it('in Parquet is a table that another reader opens', async () => {
    const { file } = await exported(inspector, { ...hits, format: 'parquet', columns: ['checkCode', 'year', 'headName'] });
    const target = path.join(folder, 'hits.parquet');
    writeFileSync(target, file.raw);
    const rows: Record<string, unknown>[] = await parquetReadObjects({ file: await asyncBufferFromFile(target) });
    expect(rows.length).toBeGreaterThan(1_000);
    expect(rows[0]).toMatchObject({ 规则编号: 'A07', 年度: 2020 });
  });

  it('of the history of a record says what changed and whether the chain holds', async () => {
    const { text } = await exported(inspector, { source: 'record_history', params: { kind: 'household', record: household }, format: 'csv' });
    expect(text.split('\r\n')[0]).toContain('时间,人员,操作,来源,变更,链,链上序号,水印');
    expect(text).toMatch(/INSERT,网页或接口,.*户主：空→'?=cmd|INSERT,网页或接口,/);
    expect((await ask(inspector, { source: 'record_history', params: { kind: 'app_user', record: household }, format: 'csv' })).body.code).toBe('export.params');
  });

  it('of a sample is for whoever drew it alone, also when the file is there', async () => {
    const drawn = await inspector.post<{ id: string; drawn: number }>('/samples', { body: { name: '抽查', question: { dataset: 'household', division: county }, unit: 'household', year: 2020, method: 'simple', size: 1 } });
    expect(drawn.status).toBe(201);
    const body = { source: 'sample_units', params: { sample: drawn.body.id }, format: 'csv' };
    const { done, text } = await exported(inspector, body);
    expect(done.rows).toBe(drawn.body.drawn);
    expect(text).toContain('样本户');
    expect((await colleague.get(`/exports/${done.id}/file`)).status).toBe(403);
    expect((await exported(colleague, body)).done.rows).toBe(0);
  });

  it('is given up while it waits or is queued, by whoever asked', async () => {
    const { body } = await ask(inspector, hits);
    expect((await colleague.post(`/exports/${body.id}/cancel`)).status).toBe(403);
    expect((await inspector.post<Export>(`/exports/${body.id}/cancel`)).body.state).toBe('cancelled');
    await run(body.id);
    expect((await inspector.get<Export>(`/exports/${body.id}`)).body.state).toBe('cancelled');
    expect((await inspector.post<Export>(`/exports/${body.id}/cancel`)).body.code).toBe('export.not-cancellable');
    expect((await inspector.get<Export>(`/exports/${body.id}/file`)).body.code).toBe('export.not-ready');
  });

  it('ends after a day', async () => {
    const { done } = await exported(inspector, hits);
    await adminQuery(app.database, `update export_job set expires_at = app.now() - interval '1 minute' where id = $1`, [done.id.slice(7)]);
    expect(await inspector.get<Export>(`/exports/${done.id}/file`)).toMatchObject({ status: 410, body: { code: 'export.expired' } });
  });

  it('of a list of households in the national order is held to the same second person', async () => {
    const officer = await app.as('county_officer', county);
    const { body } = await officer.post<Export>('/exports', { body: { layout: 'H-D', format: 'csv', unmasked: true, purpose: '上报名单' } });
    expect(body).toMatchObject({ state: 'queued', source: 'households', rowsExpected: 1 });
    await run(body.id);
    expect((await officer.get(`/exports/${body.id}/file`)).raw.toString('utf8')).toContain(idNo);
    expect((await officer.get<{ items: { source: string }[] }>('/export-sources')).body.items.map(({ source }) => source).sort()).toEqual(['check_hits', 'findings', 'households', 'question', 'record_history']);
  });
});
