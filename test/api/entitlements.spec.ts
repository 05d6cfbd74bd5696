import { formatCaseId, uuidV7, type HouseholdStatus } from '#domain';
import { RecalculationService } from '#eligibility';
import { EntitlementJudges, MeasureReader } from '#measures';
import { Db, systemActor } from '#platform';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { plainCase } from '../support/eligibility-plain.js';
import { writeCases, type WrittenCase } from '../support/eligibility-rows.js';

const county = '150221';
const [village, other] = ['150221213200', '150221213201'] as const;
const year = 2020;

let test: TestApp;
let officer: TestClient;
let student: WrittenCase;
let exited: WrittenCase;
let unsafe: WrittenCase;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.as('county_officer', county);
  student = withYear(plainCase(village, { persons: 1 }), { schoolStatus: '10' }, { mainCause: '03' });
  exited = withYear(plainCase(other, { persons: 1, status: 'EXITED_NOT_ENTITLED' as HouseholdStatus }), { publicWelfarePost: '保洁员' }, {});
  unsafe = withYear(plainCase(village, { persons: 1, insured: null }), {}, {}, { housingSafe: false, housingGrade: 'D', isDilapidated: true });
  await writeCases(test.database, [student, exited, unsafe]);
  await recalculate();
}, 120_000);
afterAll(() => test.close());

const recalculate = () => test.app.get(RecalculationService, { strict: false }).recalculateCounty(county, { cause: 'test' });
const idOf = ({ id }: WrittenCase) => formatCaseId(county, id);

function withYear(made: WrittenCase, person: object, household: object, record: object = {}): WrittenCase {
  const { written } = made;
  const members = written.members.map(({ member, memberYears }) => ({ member, memberYears: { [year]: { ...memberYears[year]!, ...person } } }));
  return { ...made, written: { ...written, members, household: { ...written.household, ...household }, householdYears: { [year]: { ...written.householdYears[year]!, ...record } } } };
}

interface Entitlement {
  code: string;
  memberId: string | null;
  verdict: string | null;
  improper: boolean;
  amount: { fen: number | null }[] | null;
  explanation: { verdict: string; decisive: number[] } | null;
}
interface Entitlements {
  year: number;
  gets: Entitlement[];
  lacks: Entitlement[];
  mayGet: Entitlement[];
  unanswered: { code: string; answeredBy: string[] }[];
}
interface Gaps {
  items: { householdId: string; kind: string; code: string; title: { zh: string }; memberId: string | null }[];
  nextCursor: string | null;
}
const entitlements = async (of: WrittenCase) => (await officer.get<Entitlements>(`/households/${idOf(of)}/entitlements`)).body;
const gaps = async (query = '') => (await officer.get<Gaps>(`/entitlement-gaps?${query}`)).body;

describe('the entitlements of a household', () => {
  it('says what a student of a vocational school lacks, with rule, source and amount as printed', async () => {
    const found = await entitlements(student);
    expect(found.year).toBe(year);
    const grant = found.lacks.find(({ code }) => code === 'EMP-01');
    expect(grant).toMatchObject({ verdict: 'met', amount: [{ fen: 150_000 }], sources: expect.arrayContaining([expect.objectContaining({ place: { zh: '第四章第一节', en: 'chapter 4, section 1' } })]), explanation: { verdict: 'met' } });
    expect(grant?.memberId).toMatch(/^150221-/);
    expect(found.unanswered.map(({ code }) => code)).toEqual(expect.arrayContaining(['labour', 'cause:03']));
  });

  it('says what it gets, what it may get, and "not set" where no amount is printed', async () => {
    const found = await entitlements(student);
    expect(found.gets.map(({ code }) => code)).toEqual(expect.arrayContaining(['HEA-01', 'HEA-02']));
    expect(found.mayGet.find(({ code }) => code === 'HEA-11')).toMatchObject({ verdict: 'met', amount: null });
    expect((await entitlements(unsafe)).mayGet.find(({ code }) => code === 'HOU-01')).toMatchObject({ verdict: 'met', memberId: null });
  });

  it('names a failed criterion without a measure, and who keeps a post without being entitled', async () => {
    expect((await entitlements(unsafe)).unanswered.map(({ code }) => code)).toContain('fact:housing_safe');
    expect((await entitlements(exited)).gets.find(({ code }) => code === 'EMP-06')).toMatchObject({ improper: true, verdict: 'not_met' });
  });

  it('are seen by the team of the village, whose territory does not hold the county itself', async () => {
    const team = await test.as('team_member', village);
    expect((await team.get<Entitlements>(`/households/${idOf(student)}/entitlements?year=${year}`)).body).toEqual(await entitlements(student));
  });

  it('keeps the newest year alone, and is not there for a stranger to the territory', async () => {
    expect(await officer.get(`/households/${idOf(student)}/entitlements?year=2019`)).toMatchObject({ status: 404, body: { code: 'entitlement.year-not-kept', title: expect.stringContaining('2020') } });
    const stranger = await test.as('county_officer', '150222');
    expect((await stranger.get(`/households/${idOf(student)}/entitlements`)).status).toBe(404);
  });
});

describe('the gaps of a division', () => {
  it('are listed page by page and found by kind and by measure', async () => {
    const whole = await gaps('limit=200');
    const paged: Gaps['items'] = [];
    let cursor = '';
    do {
      const page = await gaps(`limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items);
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(paged).toEqual(whole.items);
    expect((await gaps('kind=IMPROPER')).items).toMatchObject([{ householdId: idOf(exited), code: 'EMP-06', title: { zh: '公益性岗位、保洁员' } }]);
    expect((await gaps('measure=EMP-01')).items).toMatchObject([{ householdId: idOf(student), kind: 'LACKING' }]);
    expect((await gaps(`division=${other}`)).items.every(({ householdId }) => householdId === idOf(exited))).toBe(true);
    expect((await gaps('measure=fact:housing_safe')).items).toMatchObject([{ householdId: idOf(unsafe), memberId: null }]);
  });

  it('are counted by child division', async () => {
    const { body } = await officer.get<{ year: number; pending: boolean; rows: { division: string; code: string; gaps: number }[] }>('/entitlement-gaps/summary?kind=LACKING');
    expect(body).toMatchObject({ year, pending: false });
    expect(body.rows.find(({ code }) => code === 'EMP-01')).toMatchObject({ division: village.slice(0, 9), gaps: 1, households: 1 });
    expect((await officer.get(`/entitlement-gaps/summary?division=150222`)).status).toBe(404);
  });

  it('close when the measure is delivered, with the next recalculation', async () => {
    const [member] = await adminQuery<{ id: string }>(test.database, 'select id from member where household_id = $1', [student.id]);
    await test.app.get(Db).run({ actor: systemActor(county) }, () => test.app.get(Db).query(
      `insert into assignment (county_code, id, village_code, household_id, member_id, measure_code, year, status, planned_by) values ($1, $2, $3, $4, $5, 'EMP-01', 2026, 'DELIVERED', $2)`,
      [county, uuidV7(), village, student.id, member?.id]));
    await recalculate();
    const found = await entitlements(student);
    expect(found.lacks.map(({ code }) => code)).not.toContain('EMP-01');
    expect(found.gets.map(({ code }) => code)).toContain('EMP-01');
    expect(found.unanswered.map(({ code }) => code)).not.toContain('cause:03');
    expect((await gaps('measure=EMP-01')).items).toEqual([]);
  });
});

describe('the judge of one measure on one day', () => {
  const judge = (of: WrittenCase, memberId: string | null, code: string, on: string) =>
    test.app.get(Db).run({ actor: systemActor(county) }, () => test.app.get(EntitlementJudges, { strict: false }).current.judge({ countyCode: county, id: of.id }, memberId, code, on));
  const personOf = async (of: WrittenCase) => (await adminQuery<{ id: string }>(test.database, 'select id from member where household_id = $1', [of.id]))[0]!.id;

  it('says yes with the version, no with the conditions that fail, and what is missing', async () => {
    expect(await judge(student, await personOf(student), 'EMP-01', '2020-09-01')).toMatchObject({ verdict: 'met', ruleSet: true, measureVersionId: expect.stringMatching(/-/), reasons: [] });
    const refused = await judge(exited, await personOf(exited), 'EMP-06', '2020-09-01');
    expect(refused).toMatchObject({ verdict: 'not_met', reasons: [expect.stringContaining('所在户脱贫属性')] });
    const unknown = await judge(unsafe, await personOf(unsafe), 'SSN-04', '2019-05-01');
    expect(unknown).toMatchObject({ verdict: 'unproven', missing: [expect.stringContaining('基本养老保险')] });
  });

  it('judges by the newest record before, when the year of the day has none yet', async () => {
    expect((await judge(student, await personOf(student), 'EMP-01', '2026-03-01')).verdict).toBe('met');
  });

  it('says that a rule is not set, that no version is in force, and refuses a measure of villages', async () => {
    expect(await judge(student, null, 'SSN-01', '2020-09-01')).toMatchObject({ ruleSet: false, verdict: 'unproven' });
    expect(await judge(student, null, 'FIN-01', '2014-09-01')).toMatchObject({ measureVersionId: null, missing: [expect.stringContaining('2014-09-01')] });
    await expect(judge(student, null, 'IND-02', '2020-09-01')).rejects.toMatchObject({ code: 'measure.not-judged' });
    await expect(judge(student, null, 'EMP-01', '2020-09-01')).rejects.toMatchObject({ code: 'measure.not-judged' });
    await expect(judge(student, null, 'XYZ-01', '2020-09-01')).rejects.toMatchObject({ code: 'measure.unknown' });
    await expect(judge({ ...student, id: uuidV7() }, null, 'FIN-01', '2020-09-01')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the snapshot for phones', () => {
  it('holds every measure in force and the policy numbers, without examples', async () => {
    const snapshot = await test.app.get(Db).run({ actor: systemActor(county) }, () => test.app.get(MeasureReader, { strict: false }).forSnapshot('2020-06-01', county));
    expect(snapshot.measures).toHaveLength(99);
    expect(snapshot.measures.every(({ examples }) => examples.length === 0)).toBe(true);
    expect(snapshot.parameters).toMatchObject({ poverty_line: 400_000 });
  });
});
