import { uuidV7 } from '#domain';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { person, registerHousehold, syntheticId } from '../support/households.js';
import { pdfPages } from '../support/pdf-text.js';
import { exitAt, householdWithYear, newCast, setStatus, village, type Cast } from '../support/procedures.js';

jest.setTimeout(240_000);

const pagesOf = (pdf: Buffer): number => pdfPages(pdf).length;
const hasNumbers = (page: string): boolean => /(?<!\d)\d{17}[\dXx]|(?<!\d)1[3-9]\d{9}(?!\d)/.test(page.replace(/<style>.*?<\/style>/s, ''));

describe('sheets', () => {
  let app: TestApp;
  let cast: Cast;
  let notice: string;
  let decided: string;
  let household: string;
  const others: string[] = [];
  const timed = async (what: string, path: string): Promise<Buffer> => {
    const begun = performance.now();
    const { status, raw, headers } = await cast.officer.get(path);
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    process.stdout.write(`${what}: ${Math.round(performance.now() - begun)} ms, ${pagesOf(raw)} pages, ${Math.round(raw.length / 1024)} KiB\n`);
    return raw;
  };

  /** 59 more households whose notices began on the same day, as a batch posts them. */
  async function crowd(id: string): Promise<void> {
    for (let n = 0; n < 59; n += 1) {
      const { id: other } = await registerHousehold(cast.clerk, village, { members: [person(`公示户主${n + 1}`, '01', { idNo: syntheticId() })] });
      others.push(other);
      const key = uuidV7();
      await adminQuery(app.database, `set session_replication_role = replica;
        insert into case_file select (jsonb_populate_record(null::case_file, to_jsonb(c) || jsonb_build_object('id', '${key}', 'household_id', '${other.slice(7)}'))).* from case_file c
          join notice n on n.county_code = c.county_code and n.case_id = c.id where n.id = '${id.slice(7)}';
        insert into notice select (jsonb_populate_record(null::notice, to_jsonb(n) || jsonb_build_object('id', '${uuidV7()}', 'case_id', '${key}', 'household_id', '${other.slice(7)}', 'poster_name', '公示户主${n + 1}'))).* from notice n where n.id = '${id.slice(7)}'`);
    }
  }

  beforeAll(async () => {
    app = await startTestApp({ worker: true });
    cast = await newCast(app);
    const ready = async () => {
      const one = await householdWithYear(cast.clerk, { income: 'safe' });
      await setStatus(app, one, 'REGISTERED');
      return one;
    };
    decided = (await exitAt(app, cast, { household: await ready(), to: 'ANNOUNCEMENT' })).id;
    const posted = await ready();
    household = posted.id;
    await exitAt(app, cast, { household: posted, to: 'running' });
    const { items } = (await cast.officer.get<{ items: { id: string; name: string }[] }>('/notices?lane=running')).body;
    notice = items[0]?.id ?? '';
    await crowd(notice);
  });
  afterAll(async () => {
    await app?.close();
  });

  it('put all households of a village that were posted on a day on one poster: name, village and head count, and no number of anybody', async () => {
    const { status, body } = await cast.officer.get<string>(`/prints/posters/${notice}`);
    expect(status).toBe(200);
    expect([...body.matchAll(/<tr><td class="order">/g)].length).toBe(60);
    expect(body).toContain('测试户主');
    expect(hasNumbers(body)).toBe(false);
    expect(body).not.toMatch(/<script|https?:\/\//);
  });

  it('are PDF of the size that the sheet says: the notice of 60 households is A3 on three pages and carries Chinese type', async () => {
    await timed('browser starts, 60 rows', `/prints/posters/${notice}?format=pdf`);
    const begun = performance.now();
    const pdf = await timed('60 rows', `/prints/posters/${notice}?format=pdf`);
    expect(performance.now() - begun).toBeLessThan(process.env['CI'] ? 10_000 : 6_000);
    const text = pdf.toString('latin1');
    expect(pagesOf(pdf)).toBe(3);
    // A3 in points.
    expect(text).toMatch(/\/MediaBox\s*\[0 0 84[12][.\d]* 119[01][.\d]*\]/);
    expect(text).toMatch(/NotoSerifCJK/);
    const read = pdfPages(pdf).join('\n').replace(/ /g, '');
    expect([...read.matchAll(/公示户主\d/g)].length).toBe(59);
    expect(read).toContain('测试户主');
    expect(hasNumbers(read)).toBe(false);
  });

  it('carry what the county adds, Mongolian as it was entered and upright when it says so, for every notice of the sheet', async () => {
    const texts = { basis: '内扶办发〔2016〕16号', telephone: '0471-6944012', issuer: '海子村村民委员会', layout: 'bilingual_vertical', mongolian: 'ᠮᠣᠩᠭᠣᠯ' };
    const written = await cast.clerk.put<{ notices: string[]; rows: unknown[]; hits: unknown[]; issuer: string }>(`/notices/${notice}/sheet`, { body: texts });
    expect([written.status, written.body.notices.length, written.body.rows.length, written.body.hits]).toEqual([200, 60, 60, []]);
    const { body } = await cast.officer.get<string>(`/prints/posters/${written.body.notices[30]}`);
    expect(body).toContain('class="mongolian vertical">ᠮᠣᠩᠭᠣᠯ</div>');
    expect(body).toContain('监督电话：0471-6944012');
    expect(body).toMatch(/writing-mode: vertical-lr/);
    await timed('60 rows with vertical Mongolian', `/prints/posters/${notice}?format=pdf`);
  });

  it('refuse personal data, list every place, and escape what was typed', async () => {
    const refused = await cast.clerk.put<{ code: string; params: { hits: { kind: string; where: string; found: string }[] } }>(`/notices/${notice}/sheet`, {
      body: { layout: 'chinese', telephone: '13800138000', issuer: '李某 150221198005061234' },
    });
    expect(refused.status).toBe(422);
    expect(refused.body.params.hits).toEqual([{ kind: 'mobile', where: '监督电话', found: '138…00' }, { kind: 'id_number', where: '落款', found: '150…34' }]);
    await adminQuery(app.database, `set session_replication_role = replica; update notice set poster_name = '张三13900139000' where id = '${notice.slice(7)}'`);
    const sheet = await cast.officer.get<{ hits: { where: string }[] }>(`/notices/${notice}/sheet`);
    expect(sheet.body.hits).toMatchObject([{ kind: 'mobile', found: '139…00' }]);
    expect((await cast.officer.get<{ code: string }>(`/prints/posters/${notice}?format=pdf`)).body.code).toBe('print.private');
    await adminQuery(app.database, `set session_replication_role = replica; update notice set poster_name = '<img src=x onerror=alert(1)>' where id = '${notice.slice(7)}'`);
    expect((await cast.officer.get<string>(`/prints/posters/${notice}`)).body).toContain('&lt;img src=x onerror=alert(1)&gt;');
    await adminQuery(app.database, `set session_replication_role = replica; update notice set poster_name = '测试户主' where id = '${notice.slice(7)}'`);
  });

  it('are there for announcement, approval form, help card and household file', async () => {
    for (const [what, path] of [['announcement', `announcements/${decided}`], ['approval form', `case-forms/${decided}`], ['help card', `help-cards/${household}`], ['household file', `household-files/${household}`]] as const) {
      const page = await cast.officer.get<string>(`/prints/${path}`);
      expect([what, page.status, hasNumbers(page.body)]).toEqual([what, 200, false]);
      expect(page.body).not.toMatch(/<script|src=|href=/);
      const begun = performance.now();
      const pdf = await timed(what, `/prints/${path}?format=pdf`);
      expect(pagesOf(pdf)).toBeGreaterThan(0);
      expect(performance.now() - begun).toBeLessThan(6_000);
    }
    expect((await cast.officer.get<string>(`/prints/case-forms/${decided}`)).body).toContain('签字（盖章）：＿');
    expect((await cast.officer.get<string>(`/prints/announcements/${decided}`)).body).toContain('测试户主');
  });

  it('stay within the territory, are recorded as read, and need the verb', async () => {
    const stranger = await app.as('county_officer', '150222');
    expect((await stranger.get(`/prints/posters/${notice}`)).status).toBe(404);
    expect((await stranger.get(`/prints/help-cards/${household}?format=pdf`)).status).toBe(404);
    expect((await (await app.as('system_admin', '15')).get(`/prints/help-cards/${household}`)).status).toBe(403);
    const reads = await adminQuery(app.database, `select distinct table_name from audit_log where op = 'READ' and table_name like 'print.%' order by 1`);
    expect(reads.map((row) => row['table_name'])).toEqual(['print.announcement', 'print.case-form', 'print.help-card', 'print.household-file', 'print.poster']);
  });

  it('are printed many at once by a job: a hundred pages in one file', async () => {
    const begun = performance.now();
    const ids = [household, ...others].slice(0, 60);
    const asked = await cast.officer.post<{ id: string; format: string }>('/prints', { body: { sheet: 'household_files', ids } });
    expect([asked.status, asked.body.format]).toEqual([202, 'pdf']);
    let state = '';
    while (state !== 'done') {
      if (performance.now() - begun > 90_000) throw new Error('the job did not end');
      await new Promise((resolve) => setTimeout(resolve, 200));
      const job = (await cast.officer.get<{ state: string; failure: string | null }>(`/exports/${asked.body.id}`)).body;
      state = job.state;
      if (state === 'failed') throw new Error(job.failure ?? '');
    }
    const took = Math.round(performance.now() - begun);
    const file = await cast.officer.get(`/exports/${asked.body.id}/file`);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf']);
    process.stdout.write(`batch: ${pagesOf(file.raw)} pages in ${took} ms\n`);
    expect(pagesOf(file.raw)).toBeGreaterThanOrEqual(100);
    expect(took).toBeLessThan(60_000);
    expect((await cast.officer2.get(`/exports/${asked.body.id}/file`)).status).toBe(403);
  });
});

describe('a server without a browser', () => {
  it('says so, and still gives the page that a browser prints', async () => {
    const app = await startTestApp({ env: { CHROMIUM_PATH: '/nowhere/chromium' } });
    try {
      const clerk = await app.as('village_clerk', village);
      const { id } = await householdWithYear(clerk, { income: 'safe' });
      const refused = await clerk.get<{ code: string; title: string }>(`/prints/help-cards/${id}?format=pdf`);
      expect([refused.status, refused.body.code]).toEqual([503, 'print.not-installed']);
      expect(refused.body.title).toMatch(/^此服务器没有安装打印组件/);
      expect((await clerk.get<string>(`/prints/help-cards/${id}`)).body).toMatch(/@page \{ size: A4/);
    } finally {
      await app.close();
    }
  });
});
