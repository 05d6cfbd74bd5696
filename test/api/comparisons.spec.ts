import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { addDays, daysBetween, formatCaseId, shanghaiDate } from '#domain';
import { FieldWriter } from '#households';
import { ComparisonRunner } from '#inspection';
import { ComparisonExpiry } from '../../libs/inspection/src/comparisons/comparison-expiry.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { asSystem, plantFamilies } from '../support/care.js';
import type { TestClient } from '../support/client.js';
import { compareRows } from '../support/compared-lists.js';
import { syntheticId, villages } from '../support/households.js';
import { textCell, workbookOf, workbookParts, zipOf } from '../support/imports/hostile.js';

const county = '150221';
const prefecture = '1502';

interface Column { heading: string; target: string | null; by: string | null; samples: string[] }
interface Comparison {
  id: string; state: string; columns: Column[]; rows: number | null; matchedById: number | null; notOurs: number | null; progress: number; listDeletedAt: string | null; keepUntil: string; failure: { zh: string } | null;
  notes: { note: string; zh: string }[]; matches: { tab: string; matches: number; undecided: number; foundTrue: number; falseAlarms: number; open: number }[];
}
interface Match {
  id: string; strengthText: string; doubtText: string | null; verdict: string | null; verdictText: string | null; reason: string | null; remembered: boolean; recheckOn: string | null;
  list: { row: number; name: string | null; birthDate: string | null; idNo: string | null; values: { name: string; label: string; text: string }[]; deleted: boolean };
  ours: { memberId: string; name: string; idNo: string | null; villageCode: string };
}
interface Refusal { code: string; title: string; fields?: { field: string }[] }

let app: TestApp;
let inspector: TestClient;
const people = ['安故一', '安故二', '安故三', '安有车', '安旁县'].map((name, i) => ({ name, born: `195${i}-02-03`, idNo: syntheticId(`195${i}-02-03`), village: i === 4 ? villages.otherCounty : i === 2 ? villages.changjunwan : villages.haizi }));
const memberIds: string[] = [];
beforeAll(async () => {
  app = await startTestApp();
  inspector = await app.as('inspector', prefecture);
  const hash = (idNo: string) => app.app.get(FieldWriter).identityHash('RESIDENT_ID', idNo);
  const families = await plantFamilies(app.database, people.map(({ name, born, idNo, village }) => ({ villageCode: village, people: [{ relation: '01', name, birthDate: born, idNoBidx: hash(idNo) }] })));
  memberIds.push(...families.map((family) => formatCaseId(family.countyCode, family.memberIds[0] ?? '')));
}, 120_000);
afterAll(() => app.close());

const statement = { register: 'death', division: prefecture, department: '市卫健委', purposeCode: 'INSPECTION', purpose: '核查死亡人员仍在册', listOn: '2026-10-31' };
const csv = (rows: readonly (readonly string[])[]) => ({ name: '死亡人员.csv', content: rows.map((row) => row.join(',')).join('\n') });
const deaths = [['姓名', '身份证号', '死亡时间'], ...people.slice(0, 3).map(({ name, idNo }) => [name, idNo, '2026.3.4']), ['外地人', syntheticId('1944-01-01'), '2026-01-01']];
const upload = (more: Record<string, unknown> = {}, client = inspector) => client.upload<Comparison & Refusal>('/comparisons', { ...statement, file: csv(deaths), ...more });
const run = (id: string) => app.app.get(ComparisonRunner).match({ countyCode: id.slice(0, 6), id: id.slice(7) });
const read = async (id: string) => (await inspector.get<Comparison>(`/comparisons/${id}`)).body;
const matches = async (id: string, query = '') => (await inspector.get<{ items: Match[]; nextCursor: string | null }>(`/comparisons/${id}/matches?limit=200${query}`)).body.items;
const judge = (id: string, body: object, client = inspector) => client.post<Match & Refusal>(`/matches/${id}/verdict`, { body });
const compare = (rows = deaths, more: { register?: string; division?: string } = {}) => compareRows<Comparison>(app, inspector, { register: 'death', division: prefecture, rows, ...more });
const moveClock = (days: number) => adminQuery(app.database, 'update installation set clock_offset = clock_offset + make_interval(days => $1)', [days]);

describe('a comparison with another department’s list', () => {
  it('shows what the list says beside our record, masked, and counts who is none of ours', async () => {
    const comparison = await compare();
    expect(comparison).toMatchObject({ state: 'done', progress: 100, rows: 4, matchedById: 3, notOurs: 1, matches: [{ tab: 'hit', matches: 3, undecided: 3 }] });
    const found = await matches(comparison.id);
    expect(found.map(({ ours }) => ours.memberId)).toEqual(memberIds.slice(0, 3));
    expect(found[0]).toMatchObject({ strengthText: '证件一致', list: { row: 2, name: '安故一', birthDate: '1950-02-03', values: [{ name: 'deathDate', label: '死亡日期', text: '2026-03-04' }] }, ours: { name: '安故一' } });
    expect(found[0]?.list.idNo).toMatch(/^150221\*{8}[0-9X]{4}$/);
    expect(JSON.stringify(found)).not.toContain(people[0]?.idNo);
  });

  it('pages in the order of the lines, and narrows to a division', async () => {
    const comparison = await compare();
    const first = (await inspector.get<{ items: Match[]; nextCursor: string }>(`/comparisons/${comparison.id}/matches?limit=2`)).body;
    const second = (await inspector.get<{ items: Match[]; nextCursor: string | null }>(`/comparisons/${comparison.id}/matches?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(({ list }) => list.row)).toEqual([2, 3, 4]);
    expect(second.nextCursor).toBeNull();
    expect((await matches(comparison.id, `&division=${villages.changjunwan}`)).map(({ ours }) => ours.name)).toEqual(['安故三']);
    expect((await inspector.get(`/comparisons/${comparison.id}/matches?division=1501`)).status).toBe(422);
  });

  it('needs a purpose of at least five characters, a code of the list, a known register, and a division of the territory', async () => {
    const refusals = await Promise.all([
      { purpose: '核查' }, { purpose: '     ' }, { purposeCode: 'CURIOSITY' }, { register: 'gossip' }, { division: '1501' }, { division: '15' }, { listOn: '去年' }, { department: '' },
    ].map(async (more) => { const answer = await upload(more); return [answer.status, answer.body.code]; }));
    expect(refusals).toEqual([
      [422, 'validation'], [422, 'purpose-required'], [422, 'validation'], [422, 'comparison.register-unknown'], [422, 'comparison.division-outside'], [422, 'comparison.division-outside'], [422, 'validation'], [422, 'validation'],
    ]);
    expect(readdirSync(path.join(app.env.dataDir, 'imports')).length).toBe((await adminQuery<{ n: number }>(app.database, 'select count(*)::int as n from comparison where stored_name is not null'))[0]?.n);
  });

  it('is the inspector’s business alone, and within the territory', async () => {
    const comparison = await compare();
    const [officer, region, elsewhere, inCounty] = await Promise.all([app.as('county_officer', county), app.as('region_officer', '15'), app.as('inspector', '1501'), app.as('inspector', county)]);
    expect((await upload({}, officer)).status).toBe(403);
    expect((await region.get('/comparisons')).status).toBe(403);
    expect((await elsewhere.get(`/comparisons/${comparison.id}`)).status).toBe(404);
    expect((await elsewhere.get(`/comparisons/${comparison.id}/matches`)).status).toBe(404);
    const [match] = await matches(comparison.id);
    expect((await judge(match?.id ?? '', { verdict: 'TRUE', reason: '越界' }, elsewhere)).status).toBe(404);
    expect((await inCounty.get(`/comparisons/${comparison.id}`)).status).toBe(404);
    expect((await judge(match?.id ?? '', { verdict: 'OPEN', reason: '旗县核实中' }, inCounty)).status).toBe(200);
  });

  it('records upload, matching and verdicts with purpose and actor', async () => {
    const comparison = await compare();
    const [match] = await matches(comparison.id);
    await judge(match?.id ?? '', { verdict: 'TRUE', reason: '医院死亡证明已核' });
    const events = await adminQuery<{ op: string; table_name: string; payload: string }>(app.database, `select op, table_name, payload from audit_log where row_id = $1 or (table_name = 'comparison_verdict' and payload like '%' || $2 || '%') order by at, id`, [comparison.id.slice(7), match?.id.slice(7)]);
    expect(events.filter(({ op }) => op === 'UPLOAD' || op === 'COMPARE').map(({ op, payload }) => [op, (JSON.parse(payload) as { purpose: string }).purpose])).toEqual([['UPLOAD', '测试用的比对'], ['COMPARE', '测试用的比对']]);
    expect(events.filter(({ table_name }) => table_name === 'comparison_verdict')).toHaveLength(1);
    expect(await adminQuery(app.database, `select 1 from audit_log where op = 'READ' and table_name = 'comparison.matches'`)).not.toEqual([]);
  });
});

describe('columns of a list', () => {
  it('are suggested by their headings below a title, shown with masked samples, and what nobody maps is not stored', async () => {
    const rows = [['二〇二六年死亡人员名册'], ['序号', '姓 名', '公民身份号码', '死亡日期', '家庭住址'], ...deaths.slice(1, 2).map(([name = '', idNo = '', on = '']) => ['1', name, idNo, on, '某街某号楼'])];
    const { body } = await upload({ file: csv(rows) });
    expect([body.state, body.columns.map(({ heading, target }) => [heading, target])]).toEqual(['ready', [['序号', null], ['姓 名', 'name'], ['公民身份号码', 'idNo'], ['死亡日期', 'deathDate'], ['家庭住址', null]]]);
    expect(body.columns[1]?.samples).toEqual(['安**']);
    expect(JSON.stringify(body)).not.toContain(people[0]?.idNo);
    await inspector.post(`/comparisons/${body.id}/match`);
    await run(body.id);
    const [line] = await adminQuery<{ detail: object }>(app.database, 'select detail from comparison_line where comparison_id = $1', [body.id.slice(7)]);
    expect(line?.detail).toEqual({ deathDate: '2026-03-04' });
  });

  it('are found by what they hold when the heading says nothing, and mapped by hand where that is not enough', async () => {
    const rows = [['甲', '乙', '丙'], [people[0]?.name ?? '', people[0]?.idNo ?? '', '2026-03-04']];
    const { body } = await upload({ file: csv(rows) });
    expect([body.state, body.columns[1]]).toEqual(['ready', expect.objectContaining({ target: 'idNo', by: 'content' })]);
    const unknown = (await upload({ file: csv([['甲', '乙', '丙'], ['安故一', '1950-02-03', '2026-03-04']]) })).body;
    expect(unknown.state).toBe('needs_mapping');
    const early = await inspector.post<Refusal>(`/comparisons/${unknown.id}/match`);
    expect([early.status, early.body.code]).toEqual([422, 'comparison.not-comparable']);
    const mapped = await inspector.put<Comparison>(`/comparisons/${unknown.id}/mapping`, { body: { mapping: { 甲: 'name', 乙: 'birthDate', 丙: 'deathDate' } } });
    expect([mapped.status, mapped.body.state, mapped.body.columns.map(({ target }) => target)]).toEqual([200, 'ready', ['name', 'birthDate', 'deathDate']]);
  });

  it('refuses a heading that is not there, a target that the register does not have, and two columns for one', async () => {
    const { body } = await upload();
    const put = async (mapping: object) => { const answer = await inspector.put<Refusal>(`/comparisons/${body.id}/mapping`, { body: { mapping } }); return [answer.status, answer.body.code, answer.body.title]; };
    expect(await put({ 没有的列: 'name' })).toEqual([422, 'comparison.mapping', '列的对应有误：没有“没有的列”列']);
    expect(await put({ 姓名: 'plate' })).toEqual([422, 'comparison.mapping', '列的对应有误：不能对应为“plate”']);
    expect(await put({ 姓名: 'name', 死亡时间: 'name' })).toEqual([422, 'comparison.mapping', '列的对应有误：“name”对应了两列']);
    expect((await put({ 姓名: 'ignore', 身份证号: 'ignore' })).slice(0, 1)).toEqual([200]);
    expect((await read(body.id)).state).toBe('needs_mapping');
  });

  it('keeps only the ends of a number plate, reads what departments write for a kind, and says which cells it could not read', async () => {
    const owner = people[3];
    const comparison = await compare([['姓名', '身份证号码', '号牌号码', '车辆类型', '初次登记日期', '状态'], [owner?.name ?? '', owner?.idNo ?? '', '蒙B·A1234', '小型轿车', '2019年', '正常']], { register: 'vehicle' });
    const [match] = await matches(comparison.id);
    expect(match?.list.values.map(({ name, text }) => [name, text])).toEqual([['vehicleKind', '载客汽车'], ['plate', '蒙B***234']]);
    expect(comparison.notes).toEqual([expect.objectContaining({ note: 'values-unread', zh: '“注册登记日期”有1行无法识别，未保存该值' })]);
  });
});

describe('a file that cannot be read safely', () => {
  const bomb = () => workbookOf(`<row r="1"><c r="A1"><v>1</v></c></row>`, '', [{ name: 'xl/media/big.bin', data: Buffer.alloc(64 * 1024 * 1024) }]);
  const binary = (name: string, content: Buffer) => ({ name, content, type: 'application/octet-stream' });

  it.each([
    ['an archive that inflates a thousand times', () => binary('名单.xlsx', bomb()), 'import.inflates-too-much'],
    ['a workbook under the name of text', () => binary('名单.csv', workbookOf('')), 'import.wrong-extension'],
    ['a program', () => binary('名单.xlsx', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2])), 'import.not-a-table'],
    ['a workbook with an entity', () => binary('名单.xlsx', zipOf(workbookParts(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>`))), 'import.unsafe-xml'],
    ['a file cut in the middle', () => binary('名单.xlsx', workbookOf(`<row r="1">${textCell('A1', '姓名')}</row>`).subarray(0, 200)), 'import.damaged'],
    ['a heading and nothing below', () => csv([['姓名', '身份证号']]), 'comparison.no-rows'],
  ])('%s is refused with a Chinese reason and leaves no file', async (_what, file, code) => {
    const before = readdirSync(path.join(app.env.dataDir, 'imports')).length;
    const answer = await upload({ file: file() });
    expect([answer.status >= 400 && answer.status < 500, answer.body.code]).toEqual([true, code]);
    expect(answer.body.title).toMatch(/[一-鿿]{4}/);
    expect(readdirSync(path.join(app.env.dataDir, 'imports')).length).toBe(before);
  });

  it('is named when a sheet is asked for that the workbook does not have', async () => {
    const book = () => binary('名单.xlsx', workbookOf(`<row r="1">${textCell('A1', '姓名')}${textCell('B1', '身份证号')}</row><row r="2">${textCell('A2', '安故一')}${textCell('B2', people[0]?.idNo ?? '')}</row>`));
    expect((await upload({ file: book(), sheet: '没有的表' })).body.code).toBe('import.sheet-unknown');
    expect((await upload({ file: book() })).body.state).toBe('ready');
  });

  it('of which only a later row is broken fails when it is matched, with its reason, and writes nothing', async () => {
    const rows = Array.from({ length: 700 }, (_, i) => `人${i},,1950-01-01`).join('\n');
    const { body } = await upload({ file: { name: '名单.csv', content: `姓名,身份证号,出生日期\n${rows}\n"没有结束,,1950-01-01\n` } });
    expect(body.state).toBe('ready');
    await inspector.post(`/comparisons/${body.id}/match`);
    await run(body.id);
    const after = await read(body.id);
    expect([after.state, after.failure?.zh]).toEqual(['failed', expect.stringMatching(/损坏/)]);
    expect(await adminQuery(app.database, 'select 1 from comparison_line where comparison_id = $1', [body.id.slice(7)])).toEqual([]);
  });
});

describe('a verdict', () => {
  const first = async (rows = deaths) => { const comparison = await compare(rows); return { comparison, match: (await matches(comparison.id))[0] as Match }; };

  it('is remembered for the same statement of the next list, and the newest holds', async () => {
    const { match } = await first();
    await judge(match.id, { verdict: 'OPEN', reason: '待公安核实' });
    expect((await judge(match.id, { verdict: 'FALSE_ALARM', reason: '同名错登，本人健在' })).body).toMatchObject({ verdict: 'FALSE_ALARM', verdictText: '误报', remembered: false });
    const next = await compare();
    const again = (await matches(next.id)).find(({ ours }) => ours.memberId === match.ours.memberId);
    expect(again).toMatchObject({ verdict: 'FALSE_ALARM', reason: '同名错登，本人健在', remembered: true });
    expect((await matches(next.id, '&verdict=NONE')).map(({ ours }) => ours.memberId)).not.toContain(match.ours.memberId);
    expect((await matches(next.id, '&verdict=FALSE_ALARM')).map(({ ours }) => ours.memberId)).toContain(match.ours.memberId);
    expect((await read(next.id)).matches[0]).toMatchObject({ tab: 'hit', falseAlarms: 1 });
    expect(await adminQuery(app.database, 'select 1 from register_hit where register_code = $1 and member_id = $2', ['death', match.ours.memberId.slice(7)])).toEqual([]);
    await judge(again?.id ?? '', { verdict: 'TRUE', reason: '复核后确认' });
    expect(await adminQuery(app.database, 'select 1 from register_hit where register_code = $1 and member_id = $2', ['death', match.ours.memberId.slice(7)])).toHaveLength(1);
  });

  it('about one car says nothing about another of the same person', async () => {
    const [name, idNo] = [people[3]?.name ?? '', people[3]?.idNo ?? ''];
    const cars = (...plates: string[]) => compare([['姓名', '身份证号', '车牌号'], ...plates.map((plate) => [name, idNo, plate])], { register: 'vehicle' });
    const [sold] = await matches((await cars('蒙B11111')).id);
    await judge(sold?.id ?? '', { verdict: 'FALSE_ALARM', reason: '车辆已过户' });
    const next = await matches((await cars('蒙B11111', '蒙B22222')).id);
    expect(next.map(({ verdict }) => verdict)).toEqual(['FALSE_ALARM', null]);
  });

  it('that is open comes back on its day of re-check, once, until it is decided', async () => {
    const { match } = await first();
    const on = addDays(shanghaiDate(new Date()), 5);
    expect((await judge(match.id, { verdict: 'OPEN', reason: '待卫健委回函', recheckOn: on })).status).toBe(200);
    const due = async () => (await inspector.get<{ items: Match[] }>('/matches/due')).body.items.filter(({ ours }) => ours.memberId === match.ours.memberId).map(({ recheckOn }) => recheckOn);
    expect(await due()).toEqual([]);
    await moveClock(5);
    try {
      expect(await due()).toEqual([on]);
      await judge(match.id, { verdict: 'FALSE_ALARM', reason: '回函：本人健在' });
      expect(await due()).toEqual([]);
    } finally {
      await moveClock(-5);
    }
  });

  it('needs a reason, and a day of re-check only where it is open, in the future', async () => {
    const { match } = await first();
    const refusal = async (body: object) => { const answer = await judge(match.id, body); return [answer.status, answer.body.code]; };
    expect(await refusal({ verdict: 'TRUE', reason: '' })).toEqual([422, 'validation']);
    expect(await refusal({ verdict: 'MAYBE', reason: '不知道' })).toEqual([422, 'validation']);
    expect(await refusal({ verdict: 'TRUE', reason: '已核实', recheckOn: '2099-01-01' })).toEqual([422, 'comparison.recheck-only-open']);
    expect(await refusal({ verdict: 'OPEN', reason: '待核实', recheckOn: '2020-01-01' })).toEqual([422, 'comparison.recheck-past']);
  });
});

describe('the end of a list', () => {
  it('deletes file, lines and what they say on the day set, except of those found true, and says so', async () => {
    await asSystem(app.database, 'delete from comparison_verdict');
    const comparison = await compare();
    const [proven, alarm, open] = await matches(comparison.id);
    await judge(proven?.id ?? '', { verdict: 'TRUE', reason: '死亡证明已核' });
    await judge(alarm?.id ?? '', { verdict: 'FALSE_ALARM', reason: '本人健在' });
    const [row] = await adminQuery<{ stored_name: string }>(app.database, 'select stored_name from comparison where id = $1', [comparison.id.slice(7)]);
    const file = path.join(app.env.dataDir, 'imports', row?.stored_name ?? '');
    const left = async () => (await adminQuery<{ n: number }>(app.database, 'select count(*)::int as n from comparison_line where comparison_id = $1', [comparison.id.slice(7)]))[0]?.n;
    await app.app.get(ComparisonExpiry).expire();
    expect([existsSync(file), await left()]).toEqual([true, 4]);
    await moveClock(31);
    try {
      await app.app.get(ComparisonExpiry).expire();
      expect([existsSync(file), await left()]).toEqual([false, 0]);
      const after = await read(comparison.id);
      expect([after.state, after.listDeletedAt === null, after.rows]).toEqual(['deleted', false, 4]);
      const found = await matches(comparison.id);
      expect(found.map(({ list, verdict }) => [verdict, list.name, list.values.length, list.deleted])).toEqual([['TRUE', '安故一', 1, true], ['FALSE_ALARM', null, 0, true], [null, null, 0, true]]);
      const [said] = await adminQuery<{ payload: string; actor_role: string }>(app.database, `select payload, actor_role from audit_log where op = 'DELETE_LIST' and row_id = $1`, [comparison.id.slice(7)]);
      expect([JSON.parse(said?.payload ?? '{}'), said?.actor_role]).toEqual([{ register: 'death', rows: 4, linesDeleted: 4, matchesForgotten: 2 }, 'system']);
      // Nothing proves it any more; and what is no longer true is forgotten, too.
      expect((await judge(open?.id ?? '', { verdict: 'TRUE', reason: '想起来了' })).body.code).toBe('comparison.evidence-gone');
      expect((await judge(proven?.id ?? '', { verdict: 'FALSE_ALARM', reason: '证明有误' })).body.list).toMatchObject({ name: null, idNo: null, values: [] });
      expect((await inspector.post<Refusal>(`/comparisons/${comparison.id}/match`)).body.code).toBe('comparison.wrong-state');
    } finally {
      await moveClock(-31);
    }
  });

  it('comes after the days of the parameter where it is set', async () => {
    const officer = await app.as('region_officer', '15');
    const set = await officer.put('/parameters/comparison_list_days', { body: { value: 3, division: prefecture, effectiveFrom: '2020-01-01', source: '试行文件〔2026〕1号', version: 0 } });
    const { body } = await upload();
    const days = daysBetween(shanghaiDate(new Date()), body.keepUntil);
    expect([set.status < 300, days]).toEqual([true, 3]);
  });
});

describe('work that is stopped', () => {
  it('writes nothing when somebody cancels while the statement runs, and can be started again', async () => {
    const { body } = await upload();
    await inspector.post(`/comparisons/${body.id}/match`);
    // Another transaction holds the table that the first write needs, so that the run waits in a statement.
    const pg = await import('pg');
    const blocker = new pg.default.Client(app.database.adminUrl);
    await blocker.connect();
    try {
      await blocker.query('begin; lock table comparison_line in access exclusive mode');
      const running = run(body.id);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await inspector.post<Comparison>(`/comparisons/${body.id}/cancel`)).status).toBe(200);
      await running; // ends although the table is still held
    } finally {
      await blocker.end();
    }
    expect((await read(body.id)).state).toBe('cancelled');
    expect(await adminQuery(app.database, 'select 1 from comparison_match where comparison_id = $1 union all select 1 from comparison_coverage where comparison_id = $1', [body.id.slice(7)])).toEqual([]);
    expect((await inspector.post(`/comparisons/${body.id}/match`)).status).toBe(202);
    await run(body.id);
    expect(await read(body.id)).toMatchObject({ state: 'done', matchedById: 3 });
  });

  it('is given up at once when nobody has begun it', async () => {
    const { body } = await upload();
    await inspector.post(`/comparisons/${body.id}/match`);
    expect((await inspector.post<Comparison>(`/comparisons/${body.id}/cancel`)).body.state).toBe('cancelled');
    await run(body.id);
    expect((await read(body.id)).state).toBe('cancelled');
  });

  it('is done once, however often the job is delivered', async () => {
    const { body } = await upload();
    await inspector.post(`/comparisons/${body.id}/match`);
    await Promise.all([run(body.id), run(body.id)]);
    await run(body.id);
    expect(await read(body.id)).toMatchObject({ state: 'done', matchedById: 3 });
    expect(await matches(body.id)).toHaveLength(3);
  });

  it('a run that died leaves nothing, and the next one makes the whole result', async () => {
    const { body } = await upload();
    await inspector.post(`/comparisons/${body.id}/match`);
    const pg = await import('pg');
    const blocker = new pg.default.Client(app.database.adminUrl);
    await blocker.connect();
    await blocker.query('begin; lock table comparison_match in access exclusive mode');
    const running = run(body.id).then(() => 'ended', () => 'died');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await adminQuery(app.database, `select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database())`);
    await running;
    await blocker.end();
    expect(await adminQuery(app.database, 'select 1 from comparison_line where comparison_id = $1', [body.id.slice(7)])).toEqual([]);
    expect((await read(body.id)).state).toBe('matching');
    await run(body.id);
    expect(await read(body.id)).toMatchObject({ state: 'done', matchedById: 3 });
  });
});
