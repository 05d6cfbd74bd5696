import { createHash } from 'node:crypto';
import { shanghaiDate, uuidV7 } from '#domain';
import { systemActor } from '#platform';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { villages } from '../support/households.js';
import { agreeing, plantFrame, type PlantedHousehold } from '../support/samples.js';

const county = '150221';
const YEAR = 2025;

interface Sample { id: string; state: string; seed: string | null; nonce: string | null; seal: string; frameSize: number; frameSha256: string; drawn: number; algorithm: string; strata: { stratum: string; units: number; drawn: number; replacements: number }[]; drawnAt: string }
interface Unit { ordinal: number; role: string; stratum: string; weight: string; householdId: string; villageCode: string; state: string; replacedBy: number | null; taskState: string | null }
interface Task { id: string; headName: string; state: string; ordinal: number; place: string }
interface Answer { id: string; version: number; savedAt: string; recorded: Record<string, unknown>; differences: { field: string; seen: unknown; recorded: unknown; gapFen: number | null; cause: string | null }[]; causes: Record<string, string> }
interface Estimate { hits: number; of: number; share: number | null; low: number; high: number; interval: string }
interface Rate { kind: string; formula: string; households: Estimate; persons: Estimate; undecided: number; zeroHitUpper: number | null }
interface Results { frameSize: number; answered: number; revised: number; total: Rate[]; strata: { stratum: string; units: number; answered: number }[]; differences: { field: string; differ: number; causes: { cause: string; count: number }[] }[]; assessments: Record<string, unknown>[]; replaced: unknown[] }

let app: TestApp;
let sampler: TestClient;
let other: TestClient;
let visitor: TestClient;
let frame: PlantedHousehold[];

beforeAll(async () => {
  app = await startTestApp();
  frame = await plantFrame(app.database, [
    { village: villages.haizi, status: 'EXITED_ENTITLED', households: 12 },
    { village: villages.baimiaozi, status: 'EXITED_ENTITLED', households: 8 },
    { village: villages.changjunwan, status: 'EXITED_ENTITLED', households: 10 },
    { village: villages.otherCounty, status: 'REGISTERED', households: 3 },
  ]);
  sampler = await app.as('inspector', '15');
  other = await app.as('inspector', '15');
  visitor = await app.as('inspector', county);
}, 120_000);
afterAll(() => app.close());

const plan = { name: '退出核查', question: { dataset: 'household', division: county }, unit: 'household', year: YEAR, method: 'stratified', stratifyBy: 'township', size: 6, replacements: 2 };
const drawn = async (more: object = {}): Promise<Sample> => {
  const response = await sampler.post<Sample>('/samples', { body: { ...plan, ...more } });
  if (response.status !== 201) throw new Error(JSON.stringify(response.body));
  return response.body;
};
const units = async (sample: Sample, client = sampler): Promise<Unit[]> => (await client.get<{ items: Unit[] }>(`/samples/${sample.id}/units`)).body.items;
const soon = (ms = 0): string => new Date(Date.now() + ms).toISOString();
const issued = async (more: object = {}, opensAt = soon()): Promise<Sample> => {
  const sample = await drawn(more);
  await sampler.post(`/samples/${sample.id}/seal`, { body: {} });
  const ordinals = (await units(sample)).filter(({ role }) => role === 'PRIMARY').map(({ ordinal }) => ordinal);
  const { status, body } = await sampler.post<Sample>(`/samples/${sample.id}/issue`, { body: { assignments: [{ assigneeId: visitor.user?.userId, ordinals }], opensAt } });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const tasks = async (client = visitor): Promise<Task[]> => (await client.get<{ items: Task[] }>('/sample-tasks?limit=200')).body.items;
const tasksOf = async (sample: Sample): Promise<(Task & { householdId: string })[]> => {
  const list = await units(sample);
  const rows = await adminQuery<{ id: string; ordinal: number }>(app.database, 'select county_code || \'-\' || id as id, ordinal from sample_task where sample_id = $1', [sample.id.slice(7)]);
  return (await tasks()).filter(({ id }) => rows.some((row) => row.id === id)).map((task) => ({ ...task, householdId: list.find(({ ordinal }) => ordinal === task.ordinal)?.householdId ?? '' }));
};
const answer = (task: Task, more: object = {}) => visitor.post<Answer & { code?: string }>(`/sample-tasks/${task.id}/answers`, { body: { id: uuidV7(), ...agreeing, ...more } });
const attempt = (task: Task, reason: string, triedOn = shanghaiDate(new Date())) => visitor.post<{ state: string; code?: string }>(`/sample-tasks/${task.id}/attempts`, { body: { id: uuidV7(), reason, triedOn } });
const code = (response: { body: unknown }): string => (response.body as { code: string }).code;

describe('drawing', () => {
  it('prints frame, strata, algorithm, seed and time, and draws the same list from the same seed', async () => {
    const sample = await drawn({ seed: 'seed-1' });
    const ids = frame.filter(({ villageCode }) => villageCode.startsWith(county)).map(({ id }) => id).sort();
    expect(sample).toMatchObject({ frameSize: 30, frameSha256: createHash('sha256').update(ids.map((id) => `${id}\n`).join('')).digest('hex'), seed: 'seed-1', algorithm: 'sha256-order v1', state: 'DRAWN', drawn: 6 });
    expect(sample.strata).toEqual([{ stratum: '150221105', units: 10, drawn: 2, replacements: 2 }, { stratum: '150221213', units: 20, drawn: 4, replacements: 2 }]);
    const list = await units(sample);
    const expected = ids.filter((id) => frame.some((household) => household.id === id && household.villageCode.startsWith('150221105')))
      .sort((a, b) => (createHash('sha256').update(`seed-1\u001f${a}`).digest('hex') < createHash('sha256').update(`seed-1\u001f${b}`).digest('hex') ? -1 : 1)).slice(0, 2);
    expect(list.filter(({ stratum, role }) => stratum === '150221105' && role === 'PRIMARY').map(({ householdId }) => householdId)).toEqual(expected);
    const again = await sampler.post<{ units: { id: string }[]; sealHolds: boolean | null }>('/samples/verify', { body: { ...plan, seed: 'seed-1', seal: sample.seal, nonce: sample.nonce } });
    expect([again.status, again.body.units.map(({ id }) => id), again.body.sealHolds]).toEqual([200, list.map(({ householdId }) => householdId), true]);
    const forged = await sampler.post<{ sealHolds: boolean | null }>('/samples/verify', { body: { ...plan, seed: 'seed-2', seal: sample.seal, nonce: sample.nonce } });
    expect(forged.body.sealHolds).toBe(false);
  });

  it('draws villages, the hardest half for certain, and clusters of households', async () => {
    await adminQuery(app.database, `insert into village_fact (county_code, village_code, year, poor_persons, rural_resident_population, poor_village)
      select '150221', v, ${YEAR}, p, 1000, true from (values ('${villages.haizi}', 10), ('${villages.baimiaozi}', 50), ('${villages.changjunwan}', 30)) t(v, p)`);
    const village = await drawn({ unit: 'village', stratifyBy: 'hardest', size: 2, replacements: 0 });
    const list = await units(village);
    expect(list.find(({ stratum }) => stratum === 'HARDEST')).toMatchObject({ villageCode: villages.baimiaozi, weight: '1/1', householdId: null });
    expect(list.find(({ stratum }) => stratum === 'RANDOM')?.weight).toBe('2/1');
    const cluster = await drawn({ method: 'cluster', stratifyBy: undefined, size: undefined, clusters: 2, perCluster: 3, replacements: 1 });
    expect([(await units(cluster)).length, new Set((await units(cluster)).map(({ villageCode }) => villageCode)).size]).toEqual([8, 2]);
    expect((await drawn({ method: 'pps', stratifyBy: undefined, size: 5, replacements: 0 })).drawn).toBe(5);
    expect((await drawn({ method: 'simple', stratifyBy: undefined, size: undefined, precision: { expectedBp: 5000, errorBp: 1000 }, replacements: 0 })).drawn).toBe(24);
  });

  it('refuses what cannot be drawn, in words', async () => {
    const refusal = async (more: object) => code(await sampler.post('/samples', { body: { ...plan, ...more } }));
    expect(await refusal({ size: 31 })).toBe('sample.frame-too-small');
    expect(await refusal({ stratifyBy: undefined })).toBe('sample.plan');
    expect(await refusal({ seed: 'a\u001fb' })).toBe('validation');
    expect(await refusal({ method: 'pps', sizeBy: 'nothing' })).toBe('question.invalid');
    expect(await refusal({ method: 'pps', sizeBy: 'status' })).toBe('sample.frame-value');
    expect(code(await visitor.post('/samples', { body: { ...plan, question: { dataset: 'household', division: '15' } } }))).toBe('sample.plan');
  });

  it('a new frame voids the seal, and the log says so; nobody draws again once it is issued', async () => {
    const sample = await drawn();
    expect((await sampler.post<Sample>(`/samples/${sample.id}/seal`, { body: {} })).body.state).toBe('SEALED');
    expect((await sampler.post<{ same: boolean }>(`/samples/${sample.id}/recheck`, { body: {} })).body.same).toBe(true);
    const again = await sampler.put<Sample>(`/samples/${sample.id}`, { body: { ...plan, size: 5 } });
    expect([again.status, again.body.state, again.body.drawn]).toEqual([200, 'DRAWN', 5]);
    expect(again.body.seal).not.toBe(sample.seal);
    await sampler.post(`/samples/${sample.id}/seal`, { body: {} });
    expect((await sampler.post<Sample>(`/samples/${sample.id}/unseal`, { body: { reason: '名单有误' } })).body.state).toBe('DRAWN');
    const log = (await sampler.get<{ items: { kind: string; detail: Record<string, unknown> }[] }>(`/samples/${sample.id}/log`)).body.items;
    expect(log.map(({ kind }) => kind)).toEqual(['DRAWN', 'SEALED', 'RECHECKED', 'VOIDED', 'SEALED', 'UNSEALED']);
    expect(log[3]?.detail).toMatchObject({ sealBefore: sample.seal });
    expect(code(await sampler.put(`/samples/${(await issued()).id}`, { body: plan }))).toBe('sample.wrong-state');
  });

  it('says when the households of the question are no longer those it was drawn from', async () => {
    const sample = await drawn({ question: { dataset: 'household', division: '150222' }, size: 2, replacements: 0 });
    await plantFrame(app.database, [{ village: villages.otherCounty, status: 'REGISTERED', households: 1 }]);
    expect((await sampler.post(`/samples/${sample.id}/recheck`, { body: {} })).body).toMatchObject({ same: false, frameSize: 4 });
  });
});

describe('a sealed sample', () => {
  const roles = [
    ['team_member', villages.haizi], ['village_clerk', villages.haizi], ['township_officer', '150221213'], ['county_officer', county], ['county_approver', county], ['prefecture_officer', '1502'], ['region_officer', '15'],
    ['inspector', '15'], ['inspector', county],
  ] as const;
  const hidden = ['sample_secret', 'sample_unit', 'sample_task', 'sample_attempt', 'sample_answer', 'sample_cause'];

  it('shows units and seed to nobody but whoever drew it, neither by HTTP nor to the database role with their territory', async () => {
    const sample = await issued({}, soon(3_600_000));
    const list = await units(sample);
    const secret = (await sampler.get<Sample>(`/samples/${sample.id}`)).body.seed ?? '';
    expect([list.length, secret.length]).toEqual([10, 32]);
    const marks = [secret, ...list.map(({ householdId }) => householdId.slice(7))];
    for (const [role, division] of roles) {
      const client = role === 'inspector' && division === county ? visitor : await app.as(role, division);
      for (const path of ['/samples', `/samples/${sample.id}`, `/samples/${sample.id}/units`, `/samples/${sample.id}/log`, `/samples/${sample.id}/results`, '/sample-tasks?done=true']) {
        const { raw } = await client.get(path);
        expect([role, path, marks.filter((mark) => raw.toString('utf8').includes(mark))]).toEqual([role, path, []]);
      }
      const actor = { userId: client.user?.userId ?? '', name: '', role, division, scope: division, grantId: null, sessionId: null };
      const seen = await app.db.run({ actor, readOnly: true }, () =>
        app.db.query<{ t: string; n: number }>(hidden.map((table) => `select '${table}' as t, count(*)::int as n from ${table} t where to_jsonb(t)::text like '%${sample.id.slice(7)}%'`).join(' union all ')));
      expect([role, seen.filter(({ n }) => n > 0)]).toEqual([role, []]);
      const audit = await app.db.run({ actor, readOnly: true }, () => app.db.query<{ payload: string }>(`select payload from audit_log where table_name like 'sample%'`));
      expect([role, audit.filter(({ payload }) => marks.some((mark) => payload.includes(mark)))]).toEqual([role, []]);
    }
    expect(await tasksOf(sample)).toEqual([]);
  });

  it('opens to each assignee at its time: the own households and no others', async () => {
    const sample = await issued({}, soon(3_600_000));
    const [before] = await adminQuery<{ id: string }>(app.database, 'select county_code || \'-\' || id as id from sample_task where sample_id = $1 limit 1', [sample.id.slice(7)]);
    expect((await visitor.get(`/sample-tasks/${before?.id ?? ''}`)).status).toBe(404);
    await adminQuery(app.database, `update sample_task set opens_at = now() - interval '1 minute' where sample_id = $1`, [sample.id.slice(7)]);
    expect((await tasksOf(sample)).length).toBe(6);
    expect((await visitor.get(`/sample-tasks/${before?.id ?? ''}`)).status).toBe(200);
    expect((await other.get(`/sample-tasks/${before?.id ?? ''}`)).status).toBe(404);
    expect(await tasks(other)).toEqual([]);
    expect(code(await visitor.get(`/samples/${sample.id}/units`))).toBe('sample.not-yours');
    expect(code(await other.get(`/samples/${sample.id}/units`))).toBe('sample.not-yours');
  });

  it('can be given to the inspectors above and below its division, by name, and to nobody elsewhere', async () => {
    const sample = await drawn();
    const stranger = await app.as('inspector', '1501');
    const { items } = (await sampler.get<{ items: { userId: string; name: string; divisions: string[] }[] }>(`/samples/${sample.id}/inspectors`)).body;
    const listed = items.map(({ userId }) => userId);
    expect([sampler, visitor, stranger].map((client) => listed.includes(client.user?.userId ?? ''))).toEqual([true, true, false]);
    expect(items.find(({ userId }) => userId === visitor.user?.userId)).toMatchObject({ divisions: [county] });
    expect((await stranger.get(`/samples/${sample.id}/inspectors`)).status).toBe(404);
    expect((await (await app.as('county_officer', county)).get(`/samples/${sample.id}/inspectors`)).status).toBe(403);
  });

  it('is moved on by whoever drew it and nobody else, and only in order', async () => {
    const sample = await drawn();
    const ordinals = (await units(sample)).filter(({ role }) => role === 'PRIMARY').map(({ ordinal }) => ordinal);
    const assignments = [{ assigneeId: visitor.user?.userId, ordinals }];
    expect(code(await other.post(`/samples/${sample.id}/seal`, { body: {} }))).toBe('sample.not-yours');
    expect(code(await sampler.post(`/samples/${sample.id}/issue`, { body: { assignments, opensAt: soon() } }))).toBe('sample.wrong-state');
    await sampler.post(`/samples/${sample.id}/seal`, { body: {} });
    expect(code(await other.post(`/samples/${sample.id}/issue`, { body: { assignments, opensAt: soon() } }))).toBe('sample.not-yours');
    expect(code(await sampler.post(`/samples/${sample.id}/issue`, { body: { assignments, opensAt: soon(-3_600_000) } }))).toBe('sample.opens-in-past');
    expect(code(await sampler.post(`/samples/${sample.id}/issue`, { body: { assignments: [{ assigneeId: visitor.user?.userId, ordinals: ordinals.slice(1) }], opensAt: soon() } }))).toBe('sample.assignments');
    const stranger = await app.as('inspector', '1501');
    expect(code(await sampler.post(`/samples/${sample.id}/issue`, { body: { assignments: [{ assigneeId: stranger.user?.userId, ordinals }], opensAt: soon() } }))).toBe('sample.assignee');
    const former = await app.as('inspector', county);
    await app.db.run({ actor: systemActor('15') }, () => app.db.query("update role_grant set valid_from = '2020-01-01', valid_to = '2020-12-31' where user_id = $1", [former.user?.userId]));
    expect(code(await sampler.post(`/samples/${sample.id}/issue`, { body: { assignments: [{ assigneeId: former.user?.userId, ordinals }], opensAt: soon() } }))).toBe('sample.assignee');
    expect((await stranger.get(`/samples/${sample.id}`)).status).toBe(404);
    const officer = await app.as('county_officer', county);
    expect((await officer.post('/samples', { body: plan })).status).toBe(403);
    const foreign = { userId: other.user?.userId ?? '', name: '', role: 'inspector' as const, division: '15', scope: '15', grantId: null, sessionId: null };
    await expect(app.db.run({ actor: foreign }, () => app.db.query('insert into sample_secret (county_code, id, village_code, drawn_by, nonce, seed) values ($1, $2, $3, $4, $5, $6)',
      ['150221', uuidV7(), '150221000000', sampler.user?.userId, 'x', 'y']))).rejects.toThrow();
    await app.db.run({ actor: foreign }, () => app.db.query("update sample set state = 'CLOSED' where id = $1", [sample.id.slice(7)]));
    expect((await sampler.get<Sample>(`/samples/${sample.id}`)).body.state).toBe('SEALED');
  });
});

describe('a visit', () => {
  it('is blind: the form shows how to find the household and nothing that is asked; the record comes with the saved answers', async () => {
    const sample = await issued();
    const [task] = await tasksOf(sample);
    if (!task) throw new Error('no task');
    const form = await visitor.get<Record<string, unknown>>(`/sample-tasks/${task.id}`);
    expect(Object.keys(form.body).sort()).toEqual(['attempts', 'closed', 'headName', 'householdCode', 'id', 'naturalVillage', 'opensAt', 'ordinal', 'place', 'sampleName', 'state', 'unit', 'villageCode', 'year']);
    expect((await visitor.get<{ items: unknown[] }>(`/sample-tasks/${task.id}/answers`)).body.items).toEqual([]);
    const incomplete = await visitor.post(`/sample-tasks/${task.id}/answers`, { body: { id: uuidV7(), ...agreeing, satisfaction: undefined } });
    expect([incomplete.status, incomplete.raw.toString().includes('1200000')]).toEqual([422, false]);
    const saved = await answer(task, { incomeFen: { ...agreeing.incomeFen, wage: 1_000_000 }, assurances: { ...agreeing.assurances, WATER: 'PROBLEM' } });
    expect([saved.status, saved.body.version]).toEqual([200, 1]);
    expect(saved.body.recorded).toMatchObject({ memberCount: 3, incomeFen: { wage: 1_200_000 } });
    expect(saved.body.differences).toEqual([
      { field: 'assurance.WATER', seen: 'PROBLEM', recorded: 'OK', gapFen: null, cause: null, causeText: null, note: null },
      { field: 'income.wage', seen: 1_000_000, recorded: 1_200_000, gapFen: -200_000, cause: null, causeText: null, note: null },
    ]);
    expect(saved.body.causes['CHANGED_SINCE']).toBe('登记后情况变化');
    expect(Math.abs(Date.parse(saved.body.savedAt) - Date.now())).toBeLessThan(60_000);
    const explained = await visitor.post<Answer>(`/sample-answers/${saved.body.id}/causes`, { body: { field: 'income.wage', cause: 'RECORDED_WRONGLY' } });
    expect(explained.body.differences.find(({ field }) => field === 'income.wage')?.cause).toBe('RECORDED_WRONGLY');
    expect(code(await visitor.post(`/sample-answers/${saved.body.id}/causes`, { body: { field: 'memberCount', cause: 'OTHER', note: 'x' } }))).toBe('sample.no-difference');
    expect(code(await visitor.post(`/sample-answers/${saved.body.id}/causes`, { body: { field: 'income.wage', cause: 'OTHER' } }))).toBe('sample.cause-note');
  });

  it('sent again with the same id is the same answer; another content is refused; a correction is a new version with its reason', async () => {
    const [task] = await tasksOf(await issued());
    if (!task) throw new Error('no task');
    const body = { id: uuidV7(), ...agreeing };
    const first = await visitor.post<Answer>(`/sample-tasks/${task.id}/answers`, { body });
    const second = await visitor.post<Answer>(`/sample-tasks/${task.id}/answers`, { body });
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(code(await visitor.post(`/sample-tasks/${task.id}/answers`, { body: { ...body, memberCount: 4 } }))).toBe('idempotency-mismatch');
    expect(code(await answer(task))).toBe('sample.answer-repeated');
    expect((await answer(task, { reason: '口径更正', memberCount: 2 })).body.version).toBe(2);
    const versions = (await visitor.get<{ items: Answer[] }>(`/sample-tasks/${task.id}/answers`)).body.items;
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    await expect(app.db.run({ actor: { userId: visitor.user?.userId ?? '', name: '', role: 'inspector', division: county, scope: county, grantId: null, sessionId: null } }, () =>
      app.db.query("update sample_answer set answers = '{}' where task_id = $1", [task.id.slice(7)]))).rejects.toThrow();
  });

  it('may name a photograph of the household, never one of another, and keeps it', async () => {
    const [task, second] = await tasksOf(await issued());
    if (!task || !second) throw new Error('no task');
    const photo = async (household: string): Promise<string> => {
      const id = uuidV7();
      await adminQuery(app.database, `begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system';
        insert into attachment (county_code, id, village_code, household_id, kind, state, mime, bytes, sha256, kept_mime, kept_bytes, kept_sha256)
        select h.county_code, '${id}', h.village_code, h.id, 'signature', 'READY', 'image/png', 9, repeat('a', 64), 'image/png', 9, repeat('a', 64) from household h where h.id = '${household.slice(7)}'; commit`);
      return id;
    };
    const own = await photo(task.householdId);
    expect(code(await answer(task, { attachmentIds: [await photo(second.householdId)] }))).toBe('attachment.other-subject');
    expect((await answer(task, { attachmentIds: [own] })).status).toBe(200);
    expect(await adminQuery(app.database, 'select used_by from attachment_use where attachment_id = $1', [own])).toEqual([{ used_by: 'sample_answer' }]);
  });

  it('that fails lets the next reserve of the same stratum in, in the order of the list and never another', async () => {
    const sample = await issued();
    const list = await units(sample);
    const replace = (ordinal: number) => sampler.post<{ replacedBy: number; reason: string; code?: string }>(`/samples/${sample.id}/replacements`, { body: { ordinal } });
    const inStratum = (await tasksOf(sample)).filter(({ ordinal }) => list.find((unit) => unit.ordinal === ordinal)?.stratum === '150221213');
    const reserves = list.filter(({ role, stratum }) => role === 'REPLACEMENT' && stratum === '150221213').map(({ ordinal }) => ordinal);
    const [first, second, third] = inStratum;
    if (!first || !second || !third) throw new Error('too few');
    expect(code(await replace(first.ordinal))).toBe('sample.not-given-up');
    expect((await attempt(first, 'ABSENT')).body.state).toBe('OPEN');
    expect(code(await replace(first.ordinal))).toBe('sample.not-given-up');
    expect(code(await attempt(first, 'ABSENT', '2020-01-01'))).toBe('sample.tried-on');
    await adminQuery(app.database, `update sample_attempt set tried_on = tried_on - 1 where task_id = $1`, [first.id.slice(7)]);
    expect((await attempt(first, 'ABSENT')).body.state).toBe('FAILED');
    expect((await attempt(second, 'REFUSED')).body.state).toBe('FAILED');
    expect((await replace(second.ordinal)).body).toMatchObject({ replacedBy: reserves[0], reason: 'REFUSED' });
    expect((await replace(first.ordinal)).body).toMatchObject({ replacedBy: reserves[1], reason: 'ABSENT' });
    expect(code(await replace(first.ordinal))).toBe('not-found');
    await attempt(third, 'DECEASED');
    expect(code(await replace(third.ordinal))).toBe('sample.no-replacement');
    expect(code(await attempt(second, 'MOVED'))).toBe('sample.task-closed');
    expect(code(await answer(second))).toBe('sample.task-closed');
    expect((await tasksOf(sample)).map(({ ordinal }) => ordinal)).toEqual(expect.arrayContaining([reserves[0], reserves[1]]));
    expect((await units(sample)).find(({ ordinal }) => ordinal === first.ordinal)).toMatchObject({ state: 'REPLACED', replacedBy: reserves[1] });
    const log = (await sampler.get<{ items: { kind: string; detail: unknown }[] }>(`/samples/${sample.id}/log`)).body.items.filter(({ kind }) => kind === 'REPLACED');
    expect(log.map(({ detail }) => detail)).toEqual([{ ordinal: second.ordinal, replacedBy: reserves[0], reason: 'REFUSED' }, { ordinal: first.ordinal, replacedBy: reserves[1], reason: 'ABSENT' }]);
  });
});

describe('the results', () => {
  it('are the rates with formula, n, N and interval, by stratum and total, judged by the exit rule, and figures for the assessments', async () => {
    await adminQuery(app.database, `begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system';
      insert into parameter (id, name, year, basis, value, source, effective_from) select '${uuidV7()}', 'poverty_line', ${YEAR}, 'WORKING', 400000, '试验', '2025-01-01'
      where not exists (select 1 from parameter where name = 'poverty_line' and year = ${YEAR}); commit`);
    const sample = await issued({ method: 'simple', stratifyBy: undefined, size: 10, replacements: 1 });
    expect(code(await sampler.get(`/samples/${sample.id}/results`))).toBe('sample.nothing-answered');
    const open = await tasksOf(sample);
    await answer(open[0] as Task, { assurances: { ...agreeing.assurances, HOUSING: 'PROBLEM' }, satisfaction: 'DISSATISFIED' });
    await answer(open[1] as Task, { assurances: { ...agreeing.assurances, MEDICAL: 'UNCLEAR' }, satisfaction: 'NO_ANSWER' });
    for (const task of open.slice(2)) await answer(task, { satisfaction: 'FAIRLY' });
    const { body } = await sampler.get<Results>(`/samples/${sample.id}/results`);
    expect([body.frameSize, body.answered, body.revised]).toEqual([30, 10, 0]);
    const rate = (kind: string) => body.total.find((one) => one.kind === kind);
    expect(rate('WRONG_EXIT')).toMatchObject({ households: { hits: 1, of: 9, share: 0.111111 }, persons: { hits: 3, of: 27 }, undecided: 1, zeroHitUpper: null });
    // 1 of 9 in a frame of 30 · 9/10 = 27: worth 9 · 26/18 = 13 answers
    expect(rate('WRONG_EXIT')?.households).toMatchObject({ low: 0.025469, high: 0.374161, interval: 'Wilson 95% 置信区间（有限总体校正，n/N > 5%）' });
    expect(rate('WRONG_EXIT')?.formula).toContain('错退率 = ');
    expect(rate('APPROVAL')).toMatchObject({ households: { hits: 8, of: 9 }, undecided: 1 });
    expect(rate('MISSED')).toMatchObject({ households: { of: 0, share: null, interval: '无样本' } });
    expect(body.differences).toEqual([{ field: 'assurance.HOUSING', differ: 1, answered: 10, gapFen: null, causes: [] }]);
    expect(body.assessments).toEqual([
      expect.objectContaining({ path: `/counties/${county}/assessments`, kind: 'WRONG_EXIT', sampled: 27, found: 3, year: YEAR }), expect.objectContaining({ kind: 'APPROVAL', sampled: 9, found: 8 }),
    ]);
    expect(await adminQuery(app.database, 'select 1 from assessment where county_code = $1', [county])).toEqual([]);
    const { path, ...figures } = body.assessments[0] as { path: string };
    const officer = await app.as('prefecture_officer', '1502');
    expect((await officer.post(path, { body: { ...figures, assessor: '自治区督查组' } })).status).toBe(201);
    expect(code(await other.get(`/samples/${sample.id}/results`))).toBe('sample.not-yours');
    const closed = await sampler.post<Sample>(`/samples/${sample.id}/close`, { body: {} });
    expect([closed.status, closed.body.state]).toEqual([200, 'CLOSED']);
    expect((await other.get<Results>(`/samples/${sample.id}/results`)).body.total).toEqual(body.total);
    const sheet = (await other.get<Sample>(`/samples/${sample.id}`)).body;
    expect([sheet.seed?.length, (await units(sample, other)).length]).toEqual([32, 11]);
    expect(code(await answer(open[2] as Task, { reason: '再次更正' }))).toBe('sample.task-closed');
  });

  it('cannot be closed with households left over unless somebody says why', async () => {
    const sample = await issued();
    await answer((await tasksOf(sample))[0] as Task);
    expect(code(await sampler.post(`/samples/${sample.id}/close`, { body: {} }))).toBe('sample.tasks-open');
    expect((await sampler.post(`/samples/${sample.id}/close`, { body: { reason: '时间用尽' } })).status).toBe(200);
    const unanswered = await issued({ method: 'simple', stratifyBy: undefined, size: 2, replacements: 0 });
    expect((await sampler.post<Sample>(`/samples/${unanswered.id}/close`, { body: { reason: '任务取消' } })).body).toMatchObject({ state: 'CLOSED' });
    for (const reader of [sampler, other]) expect(code(await reader.get(`/samples/${unanswered.id}/results`))).toBe('sample.nothing-answered');
  });
});
