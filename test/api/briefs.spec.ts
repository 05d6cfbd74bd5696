import { parseCaseId } from '#domain';
import { ExportRunner } from '#households';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { villages } from '../support/households.js';
import { plantFrame } from '../support/samples.js';
import { wordParts, wordText, xmlFaults } from '../support/word-parts.js';

interface Frozen { id: string; sha256: string; rows: number; sentence: { zh: string } }
interface Asked { id: string; state: string; rows: number; purpose: string; format: string; downloads: number; watermark: string; code?: string }

jest.setTimeout(120_000);
const county = '150221';

describe('a brief from kept answers', () => {
  let app: TestApp;
  let inspector: TestClient;
  let all: Frozen;
  let few: Frozen;

  beforeAll(async () => {
    app = await startTestApp();
    inspector = await app.as('inspector', county, { username: '督查甲' });
    await plantFrame(app.database, [
      { village: villages.haizi, status: 'EXITED_ENTITLED', households: 5 }, { village: villages.baimiaozi, status: 'EXITED_ENTITLED', households: 4 }, { village: villages.changjunwan, status: 'EXITED_ENTITLED', households: 2 },
      { village: villages.changjunwan, status: 'REGISTERED', households: 2 },
    ]);
    all = await freeze({ dataset: 'household', division: county, measure: { kind: 'count' }, groupBy: { by: 'division' }, chips: status('EXITED_ENTITLED') });
    few = await freeze({ dataset: 'household', division: county, measure: { kind: 'count' }, chips: status('REGISTERED') });
  });
  afterAll(() => app.close());

  const status = (code: string) => ({ combinator: 'and', rules: [{ field: 'present_status', operator: '=', value: code }] });
  const freeze = async (definition: object): Promise<Frozen> => (await inspector.post<Frozen>('/questions/freezes', { body: { definition } })).body;
  const brief = (answers: string[]) => ({ title: '退出质量督查简报', from: '2026-01-01', to: '2026-11-22', answers, purpose: '向旗县反馈督查情况' });
  const ask = (client: TestClient, body: object) => client.post<Asked>('/questions/briefs', { body });
  const run = (id: string) => app.app.get(ExportRunner, { strict: false }).run(parseCaseId(id)!);

  it('is a document with title, period, purpose, sentence, table, hash, rules and mark; nothing in it tells a number below three', async () => {
    const asked = await ask(inspector, brief([all.id, few.id]));
    expect([asked.status, asked.body.format, asked.body.purpose]).toEqual([202, 'docx', '向旗县反馈督查情况']);
    await run(asked.body.id);
    const { body: done } = await inspector.get<Asked>(`/exports/${asked.body.id}`);
    expect(done).toMatchObject({ state: 'done', rows: 2 });
    const file = await inspector.get(`/exports/${asked.body.id}/file`);
    expect(file.headers['content-type']).toContain('wordprocessingml.document');
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('简报-退出质量督查简报');
    const parts = await wordParts(file.raw);
    for (const [name, xml] of parts) expect([name, xmlFaults(xml)]).toEqual([name, []]);
    const text = wordText(parts);
    const lines = text.split('\n');
    expect(lines.slice(0, 2)).toEqual(['退出质量督查简报', '期间：2026-01-01 至 2026-11-22']);
    for (const said of ['编制：督查甲', '用途：向旗县反馈督查情况', all.sha256, few.sha256, all.id, '口径：未引用判定规则和政策参数', `水印：${done.watermark}`]) expect(text).toContain(said);
    // Two townships hold 9 and 2: the small one is hidden, and with it the other, for the sum would tell it.
    expect(all.sentence.zh).toContain('：11 户（占 84.6%）');
    expect(text).toContain('：11 户，按下级区划分组。');
    expect(lines.filter((line) => line.includes('不足 3，未显示'))).toEqual([
      expect.stringMatching(/ \| 不足 3，未显示$/), expect.stringMatching(/ \| 不足 3，未显示$/), expect.stringMatching(/^\d{4}-\d{2}-\d{2} 时点.*土默特右旗.*：不足 3，未显示。$/),
    ]);
    expect(text).not.toMatch(/[：|] ?[129] ?户|名单 2 行|\| [29]$/m);
    const downloads = await adminQuery(app.database, `select 1 from audit_log where op = 'DOWNLOAD' and row_id = '${asked.body.id.slice(7)}'`);
    expect([downloads.length, (await inspector.get<Asked>(`/exports/${asked.body.id}`)).body.downloads]).toEqual([1, 1]);
  });

  it('asks for a purpose and a period that ends after it begins, and is a text and nothing else', async () => {
    expect((await ask(inspector, { ...brief([all.id]), purpose: ' 看 ' })).status).toBe(422);
    expect((await ask(inspector, { ...brief([all.id]), from: '2026-11-23' })).body.code).toBe('question.brief-period');
    expect((await ask(inspector, brief([]))).status).toBe(422);
    const asTable = await inspector.post<{ code: string }>('/evidence-exports', { body: { source: 'question_brief', params: brief([all.id]), format: 'xlsx', purpose: '向旗县反馈督查情况' } });
    expect([asTable.status, asTable.body.code]).toEqual([422, 'export.source-unknown']);
    expect((await inspector.get<{ items: { source: string }[] }>('/export-sources')).body.items.map(({ source }) => source)).not.toContain('question_brief');
  });

  it('is not made from answers outside the territory, nor by who may not ask questions, nor read by either', async () => {
    const neighbour = await app.as('inspector', '150222');
    expect((await ask(neighbour, brief([all.id]))).status).toBe(404);
    const clerk = await app.as('village_clerk', villages.haizi);
    expect((await ask(clerk, brief([all.id]))).status).toBe(403);
    const made = await ask(inspector, brief([all.id]));
    await run(made.body.id);
    expect((await neighbour.get(`/exports/${made.body.id}/file`)).status).toBe(404);
    expect((await clerk.get(`/exports/${made.body.id}/file`)).status).toBe(404);
  });
});
