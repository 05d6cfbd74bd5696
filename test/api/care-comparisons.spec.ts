import { formatCaseId } from '#domain';
import { RecalculationService } from '#eligibility';
import { FieldWriter } from '#households';
import { CareJobs } from '../../libs/care/src/derive/care.jobs.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { asSystem, plantFamilies } from '../support/care.js';
import type { TestClient } from '../support/client.js';
import { syntheticId, villages } from '../support/households.js';

const county = '150221';

interface Comparison { id: string; rows: number; unusable: number; matched: number; notOurs: number; listDeleted: boolean; found: { kind: string; findings: number; settled: number }[] }
interface Finding { id: string; kind: string; name: string; memberId: string; listName: string | null; listIdNo: string | null; decision: string | null; reason: string | null }

let app: TestApp;
let officer: TestClient;
const number = { onBoth: syntheticId('1970-01-01'), onlyOurs: syntheticId('1971-01-01'), healthyHere: syntheticId('1972-01-01'), otherName: syntheticId('1973-01-01'), stranger: syntheticId('1974-01-01'), twin: syntheticId('1975-01-01') };
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await startTestApp();
  officer = await app.as('county_officer', county);
  const hash = (idNo: string) => app.app.get(FieldWriter).identityHash('RESIDENT_ID', idNo);
  const people = [
    { key: 'onBoth', name: '安在册', idNo: number.onBoth, born: '1970-01-01', disabled: true },
    { key: 'onlyOurs', name: '安漏报', idNo: number.onlyOurs, born: '1971-01-01', disabled: true },
    { key: 'healthyHere', name: '安未录', idNo: number.healthyHere, born: '1972-01-01', disabled: false },
    { key: 'otherName', name: '安改名', idNo: number.otherName, born: '1973-01-01', disabled: true },
    { key: 'noNumber', name: '安无证', idNo: null, born: '1960-02-02', disabled: true },
  ];
  const families = await plantFamilies(app.database, people.map(({ name, idNo, born, disabled }) => ({
    villageCode: villages.haizi, people: [{ relation: '01', name, birthDate: born, certifiedDisabled: disabled, health: disabled ? ['4'] : ['1'], idNoBidx: idNo === null ? null : hash(idNo) }],
  })));
  for (const [i, { key }] of people.entries()) ids[key] = formatCaseId(county, families[i]?.memberIds[0] ?? '');
  await app.app.get(RecalculationService).recalculateCounty(county, { cause: 'test' });
}, 120_000);
afterAll(() => app.close());

const statement = { registerCode: 'disabled', division: county, department: '旗残联', purposeCode: 'DATA_COMPARISON', purpose: '核对持证残疾人', listOn: '2026-10-31' };
const list = [
  { name: '安在册', idNo: number.onBoth },
  { name: '安未录', idNo: number.healthyHere },
  { name: '安新名', idNo: number.otherName },
  { name: '安无证', birthDate: '1960-02-02' },
  { name: '外县人', idNo: number.stranger },
  { name: '没有号码' },
];
const compare = async (people: object[] = list) => {
  const made = await officer.post<Comparison>('/care-comparisons', { body: { ...statement, people } });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return (await officer.get<Comparison>(`/care-comparisons/${made.body.id}`)).body;
};
const findings = async (comparison: Comparison, query = '') => (await officer.get<{ items: Finding[] }>(`/care-comparisons/${comparison.id}/findings?limit=200${query}`)).body.items;

describe("a comparison with a department's list", () => {
  it('finds who is missing on either side and who is doubtful, and passes over those who are none of ours', async () => {
    const comparison = await compare();
    expect(comparison).toMatchObject({ rows: 6, unusable: 1, matched: 1, notOurs: 1 });
    const found = await findings(comparison);
    expect(found.map(({ kind, memberId }) => [kind, memberId]).sort()).toEqual([
      ['DOUBTFUL', ids['noNumber']], ['DOUBTFUL', ids['otherName']], ['NOT_ON_LIST', ids['onlyOurs']], ['NOT_ON_REGISTER', ids['healthyHere']],
    ].sort());
    expect(found.find(({ kind }) => kind === 'NOT_ON_LIST')).toMatchObject({ name: '安漏报', listName: null });
  });

  it('stores no clear number, neither of the list nor in the record of the comparison', async () => {
    await compare();
    const rows = await adminQuery(app.database, `select to_jsonb(r)::text as t from care_list_row r union all select to_jsonb(f)::text from care_finding f union all select to_jsonb(a)::text from audit_log a`);
    const text = JSON.stringify(rows);
    for (const clear of Object.values(number)) expect(text).not.toContain(clear);
    const [said] = await adminQuery<{ payload: string }>(app.database, `select payload from audit_log where op = 'COMPARE' order by id desc limit 1`);
    expect(JSON.parse(said?.payload ?? '{}')).toMatchObject({ register: 'disabled', purposeCode: 'DATA_COMPARISON', purpose: '核对持证残疾人' });
  });

  it('what was settled stays settled in the next comparison, with its reason; the newest decision holds', async () => {
    const [finding] = (await findings(await compare())).filter(({ kind }) => kind === 'NOT_ON_LIST');
    const settle = (decision: string, reason: string) => officer.post(`/care-findings/${finding?.id ?? ''}/adjudications`, { body: { decision, reason } });
    expect((await settle('FOLLOW_UP', '待残联核实')).status).toBe(201);
    expect((await settle('OURS_RIGHT', '证件补办中，残联已确认')).status).toBe(201);
    const next = await compare();
    expect(next.found.find(({ kind }) => kind === 'NOT_ON_LIST')).toMatchObject({ findings: 1, settled: 1 });
    const again = (await findings(next)).find(({ kind }) => kind === 'NOT_ON_LIST');
    expect(again).toMatchObject({ decision: 'OURS_RIGHT', reason: '证件补办中，残联已确认' });
    expect((await findings(next, '&open=true')).map(({ kind }) => kind)).not.toContain('NOT_ON_LIST');
  });

  it('of somebody who is on the list again nothing is found, whatever was decided before', async () => {
    const comparison = await compare([...list, { name: '安漏报', idNo: number.onlyOurs }]);
    expect((await findings(comparison)).map(({ kind }) => kind)).not.toContain('NOT_ON_LIST');
    expect(comparison.matched).toBe(2);
  });

  it('reads the same list from a CSV file in GBK or UTF-8, and keeps no file', async () => {
    const content = `残疾人名册\n姓名,残疾证号,出生日期\n安在册,${number.onBoth}44,\n安未录,${number.healthyHere},1972-01-01\n`;
    const made = await officer.upload<Comparison>('/care-comparisons/files', { ...statement, file: { name: '残疾人名册.csv', content } });
    expect([made.status, made.body.rows, made.body.matched]).toEqual([201, 2, 1]);
    const missing = await officer.upload<{ code: string }>('/care-comparisons/files', { ...statement, file: { name: 'x.csv', content: '甲,乙\n1,2\n' } });
    expect([missing.status, missing.body.code]).toEqual([422, 'care.list-columns']);
    const unsaid = await officer.upload<{ code: string }>('/care-comparisons/files', { ...statement, purpose: '', file: { name: 'x.csv', content } });
    expect(unsaid.body.code).toBe('validation');
  });

  it('deletes the list after its days and forgets what it said of people; what was decided stays', async () => {
    const comparison = await compare();
    const [doubtful] = (await findings(comparison)).filter(({ kind }) => kind === 'DOUBTFUL');
    await officer.post(`/care-findings/${doubtful?.id ?? ''}/adjudications`, { body: { decision: 'NOT_THE_SAME', reason: '同名不同人' } });
    const left = async () => (await adminQuery<{ n: number }>(app.database, 'select count(*)::int as n from care_list_row where comparison_id = $1', [comparison.id.slice(7)]))[0]?.n;
    await app.app.get(CareJobs).sweep();
    expect(await left()).toBe(5);
    await asSystem(app.database, `update care_comparison set expires_on = current_date - 1 where id = '${comparison.id.slice(7)}'`);
    await app.app.get(CareJobs).sweep();
    expect(await left()).toBe(0);
    const after = (await findings(comparison)).find(({ id }) => id === doubtful?.id);
    expect(after).toMatchObject({ listName: null, listIdNo: null, decision: 'NOT_THE_SAME' });
    expect((await officer.get<Comparison>(`/care-comparisons/${comparison.id}`)).body.listDeleted).toBe(true);
  });

  it('needs a purpose, a register of persons, a division of the territory, and somebody who can be compared', async () => {
    const refusal = async (more: object) => (await officer.post<{ code: string }>('/care-comparisons', { body: { ...statement, people: list, ...more } })).body.code;
    expect(await refusal({ purpose: '     ' })).toBe('purpose-required');
    expect(await refusal({ registerCode: 'household_without_labour' })).toBe('care.register-not-of-people');
    expect(await refusal({ division: '150222' })).toBe('care.division-outside');
    expect(await refusal({ people: [{ name: '没有号码' }] })).toBe('care.list-empty');
  });

  it('is the county officer’s business alone, and not of another county', async () => {
    const comparison = await compare();
    expect((await (await app.as('village_clerk', villages.haizi)).get(`/care-comparisons/${comparison.id}`)).status).toBe(403);
    const stranger = await app.as('county_officer', '150222');
    expect((await stranger.get(`/care-comparisons/${comparison.id}`)).status).toBe(404);
    expect((await stranger.get<{ items: unknown[] }>('/care-comparisons')).body.items).toEqual([]);
  });
});
