import { formatCaseId, shanghaiDate, uuidV7 } from '#domain';
import { RecalculationService } from '#eligibility';
import { CareJobs } from '../../libs/care/src/derive/care.jobs.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { asSystem, CARE_YEAR, plantFamily, type PlantedFamily, type PlantedPerson } from '../support/care.js';
import type { TestClient } from '../support/client.js';
import { villages } from '../support/households.js';

const county = '150221';
const home = villages.haizi;

interface Entry { id: string; memberId: string | null; householdId: string; name: string | null; since: string; until: string | null; verdict: string; missing: { zh: string }[]; dueOn: string | null; overdueDays: number | null; lastContactOn: string | null; contracted: boolean | null }
interface Page { items: Entry[]; nextCursor: string | null }

let app: TestApp;
let officer: TestClient;
let clerk: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  officer = await app.as('county_officer', county);
  clerk = await app.as('village_clerk', home);
}, 120_000);
afterAll(() => app.close());

const recalculate = () => app.app.get(RecalculationService).recalculateCounty(county, { cause: 'test' });
const page = async (register: string, query = '', client = officer) => (await client.get<Page>(`/care-registers/${register}/entries?limit=200${query}`)).body.items;
const on = async (register: string, family: PlantedFamily, query = '') => (await page(register, query)).filter((entry) => entry.householdId === formatCaseId(county, family.id));
const idOf = (family: PlantedFamily, i: number) => formatCaseId(county, family.memberIds[i] ?? '');

const father: PlantedPerson = { relation: '01', name: '父亲', gender: '1', birthDate: '1985-03-01', workArea: '04', workMonths: 9, labourSkill: '1', health: ['1'], maritalStatus: 'MARRIED', schoolStatus: '01' };
const mother: PlantedPerson = { relation: '02', name: '母亲', gender: '2', birthDate: '1986-04-01', workArea: null, workMonths: 0, labourSkill: '1', health: ['1'], maritalStatus: 'MARRIED', schoolStatus: '01' };
const child: PlantedPerson = { relation: '03', name: '孩子', gender: '1', birthDate: '2015-05-01', labourSkill: '4', health: ['1'], schoolStatus: '03', workMonths: 0, isUnsupportedChild: false };
const grandfather: PlantedPerson = { relation: '11', name: '爷爷', gender: '1', birthDate: '1955-05-01', labourSkill: '4', health: ['1'], workMonths: 0, maritalStatus: 'MARRIED', schoolStatus: '01' };
const away: PlantedPerson = { ...mother, workArea: '03', workMonths: 8 };

/** Register, who belongs on it, and a case that differs in one thing and does not. */
const cases: [string, PlantedPerson[], number | null, PlantedPerson[]][] = [
  ['left_behind_child', [father, away, child, grandfather], 2, [father, mother, child]],
  ['left_behind_child', [{ ...father, maritalStatus: 'WIDOWED' }, child], 1, [father, away, { ...child, birthDate: '2009-12-31' }]],
  ['left_behind_woman', [father, mother, child], 1, [{ ...father, workArea: '01' }, mother, child]],
  ['left_behind_elderly', [father, away, child, grandfather], 3, [father, mother, { ...grandfather, relation: '13' }]],
  ['disabled', [{ ...father, certifiedDisabled: true }], 0, [father]],
  ['disabled', [{ ...father, health: ['4'] }], 0, [{ ...father, health: ['2'] }]],
  ['child_in_hardship', [grandfather, { ...father, present: false, changeReason: 'DEATH' }, { ...mother, present: false, changeReason: 'MISSING' }, child].map((person, i) => (i === 0 ? { ...person, relation: '99' } : person)), 3,
    [{ ...father, relation: '01' }, { ...mother, present: false, changeReason: 'DEATH' }, child]],
  ['child_in_hardship', [father, mother, { ...child, isUnsupportedChild: true }], 2, [father, mother, { ...child, health: ['2'] }]],
  ['school_age_child', [father, mother, { ...child, birthDate: '2019-08-31' }], 2, [father, mother, { ...child, birthDate: '2019-09-01' }]],
  ['school_dropout', [father, mother, { ...child, schoolStatus: '01' }], 2, [father, mother, child]],
  ['contracted_service', [{ ...father, health: ['2'] }], 0, [{ ...father, health: ['4'] }]],
  ['lost_labour', [{ ...father, labourSkill: '3' }], 0, [father]],
  ['household_without_labour', [{ ...grandfather, relation: '01' }], null, [{ ...grandfather, relation: '01', labourSkill: 'WEAK' }]],
];

describe('people on care registers', () => {
  it.each(cases)('%s: somebody who belongs is on it, somebody who differs in one thing is not', async (register, belongs, place, differs) => {
    const [yes, no] = [await plantFamily(app.database, home, belongs), await plantFamily(app.database, home, differs)];
    const candidate = await plantFamily(app.database, home, belongs, 'CANDIDATE');
    await recalculate();
    const found = await on(register, yes);
    expect(found.map(({ memberId }) => memberId)).toEqual([place === null ? null : idOf(yes, place)]);
    expect(found[0]).toMatchObject({ until: null, verdict: 'met', missing: [], year: CARE_YEAR });
    expect(await on(register, no)).toEqual([]);
    expect(await on(register, candidate)).toEqual([]);
  });

  it('somebody of whom a fact is missing is shown apart, with what is missing, and never guessed', async () => {
    const family = await plantFamily(app.database, home, [father, { ...mother, workMonths: null }, child]);
    await recalculate();
    expect(await on('left_behind_child', family)).toEqual([]);
    const [entry] = await on('left_behind_child', family, '&verdict=unproven');
    expect(entry?.missing.map(({ zh }) => zh).join()).toContain('父母外出');
    expect(entry?.missing).toHaveLength(1);
  });

  it('a disabled child whose degree is recorded nowhere stays to be checked', async () => {
    const family = await plantFamily(app.database, home, [father, mother, { ...child, health: ['4'] }]);
    await recalculate();
    expect(await on('child_in_hardship', family)).toEqual([]);
    expect((await on('child_in_hardship', family, '&verdict=unproven'))[0]?.missing.map(({ zh }) => zh)).toEqual(['重度残疾：残疾等级未登记']);
  });

  it('an entry ends on the day when the facts change, stays to be seen, and begins anew when they change back', async () => {
    const family = await plantFamily(app.database, home, [father, away, child]);
    await recalculate();
    const [before] = await on('left_behind_child', family);
    const comesHome = (months: string, area: string) => asSystem(app.database, `update member_year set work_months = ${months}, work_area = ${area} where county_code = '${county}' and member_id = '${family.memberIds[1] ?? ''}'`);
    await comesHome('0', 'null');
    await recalculate();
    expect(await on('left_behind_child', family)).toEqual([]);
    expect((await on('left_behind_child', family, '&state=left')).map(({ id, until }) => [id, until !== null])).toEqual([[before?.id, true]]);
    await comesHome('8', `'03'`);
    await recalculate();
    const [again] = await on('left_behind_child', family);
    expect(again?.id).not.toBe(before?.id);
  });

  it('somebody who dies or leaves is off every register at once', async () => {
    const family = await plantFamily(app.database, home, [father, { ...grandfather, health: ['2'] }]);
    await recalculate();
    expect(await on('contracted_service', family)).toHaveLength(1);
    await asSystem(app.database, `update member set member_status = 'REMOVED', member_change_reason = 'DEATH', left_on = '2026-01-05' where county_code = '${county}' and id = '${family.memberIds[1] ?? ''}'`);
    await recalculate();
    expect(await on('contracted_service', family)).toEqual([]);
  });

  it('a second recalculation changes nothing', async () => {
    await recalculate();
    const rows = () => adminQuery(app.database, 'select id, until, year, leaves from care_entry order by id');
    const before = await rows();
    await asSystem(app.database, `insert into dirty_village (county_code, village_code, cause) values ('${county}', '${home}', 'test')`);
    await recalculate();
    expect(await rows()).toEqual(before);
  });

  it('a changed age limit makes the sweep derive the county again, without anybody touching a household', async () => {
    const family = await plantFamily(app.database, home, [{ ...grandfather, relation: '01', birthDate: '1967-01-01' }, { ...father, relation: '03', birthDate: '1988-01-01' }]);
    await recalculate();
    expect(await on('left_behind_elderly', family)).toEqual([]);
    await asSystem(app.database, `insert into parameter (id, name, value, source, division_code) values ('${uuidV7()}', 'care_elderly_age', 55, '本地文件', '${county}')`);
    expect(await app.app.get(CareJobs).sweep()).toBe(1);
    expect(await on('left_behind_elderly', family)).toHaveLength(1);
    expect(await app.app.get(CareJobs).sweep()).toBe(0);
  });
});

describe('definitions and numbers', () => {
  it('every register reads out its definition, its source, and that nobody has set the duty', async () => {
    const { body } = await officer.get<{ code: string; sentence: { zh: string }; sourceDocument: string; duty: { everyDays: number | null } }[]>('/care-registers');
    expect(body).toHaveLength(10);
    expect(body[0]).toMatchObject({ code: 'left_behind_child', duty: { everyDays: null, by: null } });
    expect(body[0]?.sentence.zh).toContain('16');
    expect(body.every(({ sourceDocument }) => sourceDocument.includes('内蒙古'))).toBe(true);
  });

  it('the summary counts by child division, and each number opens to as many rows', async () => {
    const { body } = await officer.get<{ counts: { division: string; registerCode: string; entries: number; overdue: number | null; rows: string }[] }>('/care-registers/summary');
    const count = body.counts.find(({ registerCode }) => registerCode === 'disabled');
    expect(count?.division).toBe(home.slice(0, 9));
    expect(count?.overdue).toBeNull();
    const rows = await officer.get<Page>(`${count?.rows.replace('/api/v1', '') ?? ''}&limit=200`);
    expect(rows.body.items).toHaveLength(count?.entries ?? -1);
  });

  it('pages follow one another without a gap or a repetition', async () => {
    const all = await page('school_age_child');
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await officer.get<Page>(`/care-registers/school_age_child/entries?limit=2${cursor}`);
      seen.push(...body.items.map(({ id }) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('refuses a register that there is not', async () => {
    expect((await officer.get<{ code: string }>('/care-registers/no_such_list/entries')).body.code).toBe('care.register-unknown');
  });
});

describe('looking in', () => {
  const contact = (more: Record<string, unknown> = {}) => ({ id: uuidV7(), contactedOn: today(), way: 'VISIT', met: '爷爷', found: '孩子在校，情绪稳定', needsHelp: false, ...more });
  const today = () => shanghaiDate(new Date());

  it('a contact is recorded once, whoever sends it twice, and serves every register of the person', async () => {
    const family = await plantFamily(app.database, home, [father, away, child]);
    await recalculate();
    const [entry] = await on('left_behind_child', family);
    const body = contact();
    expect((await clerk.post(`/care-entries/${entry?.id ?? ''}/contacts`, { body })).status).toBe(201);
    expect((await clerk.post(`/care-entries/${entry?.id ?? ''}/contacts`, { body })).status).toBe(201);
    expect((await clerk.post<{ code: string }>(`/care-entries/${entry?.id ?? ''}/contacts`, { body: { ...body, found: '另一件事' } })).body.code).toBe('care.contact-repeated');
    const detail = await officer.get<{ contacts: unknown[] }>(`/care-entries/${entry?.id ?? ''}`);
    expect(detail.body.contacts).toHaveLength(1);
    expect((await on('school_age_child', family))[0]?.lastContactOn).toBe(today());
  });

  it('is due only where an interval is set, and then counts from the last contact', async () => {
    const family = await plantFamily(app.database, home, [{ ...father, health: ['3'] }]);
    await recalculate();
    expect((await on('contracted_service', family))[0]).toMatchObject({ dueOn: null, overdueDays: null });
    expect(await on('contracted_service', family, '&due=true')).toEqual([]);
    const region = await app.as('region_officer', '15');
    const set = await region.put('/parameters/care_contact_days', { body: { subject: 'contracted_service', value: 30, source: '旗县文件', effectiveFrom: '2026-01-01', version: 0 } });
    expect(set.status).toBe(200);
    const [entry] = await on('contracted_service', family);
    await asSystem(app.database, `update care_entry set since = since - 40 where county_code = '${county}' and id = '${entry?.id.slice(7) ?? ''}'`);
    expect((await on('contracted_service', family, '&due=true'))[0]).toMatchObject({ overdueDays: 10 });
    await clerk.post(`/care-entries/${entry?.id ?? ''}/contacts`, { body: contact({ contracted: true, way: 'PHONE' }) });
    expect(await on('contracted_service', family, '&due=true')).toEqual([]);
    expect((await on('contracted_service', family))[0]).toMatchObject({ contracted: true, overdueDays: 0 });
  });

  it('entries and contacts go with the household to another village, and leave the village that it left', async () => {
    const family = await plantFamily(app.database, home, [{ ...father, certifiedDisabled: true }]);
    await recalculate();
    const [entry] = await on('disabled', family);
    await clerk.post(`/care-entries/${entry?.id ?? ''}/contacts`, { body: contact() });
    const township = await app.as('township_officer', home.slice(0, 9));
    const moved = await township.post(`/households/${formatCaseId(county, family.id)}/events`, { body: { kind: 'move_village', occurredOn: today(), toVillageCode: villages.baimiaozi, version: 1 } });
    expect([moved.status, moved.body]).toEqual([201, expect.anything()]);
    expect((await clerk.get(`/care-entries/${entry?.id ?? ''}`)).status).toBe(404);
    const neighbour = await app.as('village_clerk', villages.baimiaozi);
    const there = await neighbour.get<{ contacts: unknown[] }>(`/care-entries/${entry?.id ?? ''}`);
    expect(there.body.contacts).toHaveLength(1);
    await recalculate();
    expect((await on('disabled', family)).map(({ id }) => id)).toEqual([entry?.id]);
  });

  it('a visit at which the person was met is a contact; one that found nobody, or somebody else, is none', async () => {
    const family = await plantFamily(app.database, home, [father, { ...grandfather, health: ['2'] }]);
    await recalculate();
    const visit = (day: string, way: string, met: string) => `insert into visit (county_code, id, recorded_on, village_code, household_id, way, types, visited_at, visited_on, recorded_at, visitor_id, visitor_name,
      visitor_role, persons_met, assurances, income_changes, needs, problems, attachment_ids, content_hash) values ('${county}', '${uuidV7()}', '2026-11-20', '${home}', '${family.id}', '${way}', '{}', '${day}', '${day}',
      '2026-11-20', '00000000-0000-7000-8000-000000000001', '走访人', 'village_clerk', '${met}', '[]', '[]', '{}', '[]', '{}', 'x')`;
    const [headOnly, both] = [`{${family.memberIds[0] ?? ''}}`, `{${family.memberIds.join(',')}}`];
    await asSystem(app.database, [visit('2026-10-02', 'NOT_HOME', both), visit('2026-10-01', 'HOME', headOnly)].join(';'));
    expect((await on('contracted_service', family))[0]?.lastContactOn).toBeNull();
    await asSystem(app.database, visit('2026-09-30', 'HOME', both));
    expect((await on('contracted_service', family))[0]?.lastContactOn).toBe('2026-09-30');
  });

  it('the number of those overdue is the number of rows that are due', async () => {
    const { body } = await officer.get<{ counts: { registerCode: string; overdue: number | null }[] }>('/care-registers/summary');
    const overdue = body.counts.filter(({ registerCode }) => registerCode === 'contracted_service').reduce((sum, count) => sum + (count.overdue ?? 0), 0);
    expect(overdue).toBe((await page('contracted_service', '&due=true')).length);
    await asSystem(app.database, `update care_entry set since = since - 400 where county_code = '${county}' and register_code = 'contracted_service' and until is null`);
    const after = await officer.get<{ counts: { registerCode: string; overdue: number | null }[] }>('/care-registers/summary');
    const rows = await page('contracted_service', '&due=true');
    expect(rows.length).toBeGreaterThan(0);
    expect(after.body.counts.filter(({ registerCode }) => registerCode === 'contracted_service').reduce((sum, count) => sum + (count.overdue ?? 0), 0)).toBe(rows.length);
  });

  it('refuses a contact of tomorrow, and one with somebody who is no longer on the register', async () => {
    const family = await plantFamily(app.database, home, [{ ...father, certifiedDisabled: true }]);
    await recalculate();
    const [entry] = await on('disabled', family);
    expect((await clerk.post<{ code: string }>(`/care-entries/${entry?.id ?? ''}/contacts`, { body: contact({ contactedOn: '2099-01-01' }) })).body.code).toBe('care.contact-future');
    await asSystem(app.database, `update household set status = 'CLEARED_OUT' where county_code = '${county}' and id = '${family.id}'`);
    await recalculate();
    expect((await clerk.post<{ code: string }>(`/care-entries/${entry?.id ?? ''}/contacts`, { body: contact() })).body.code).toBe('care.entry-closed');
  });

  it('shows neither list nor person outside the territory, and lets nobody write who only reads', async () => {
    const [entry] = await page('disabled');
    const neighbour = await app.as('village_clerk', villages.changjunwan);
    expect(await page('disabled', '', neighbour)).toEqual([]);
    expect(await page('disabled', `&division=${home}`, neighbour)).toEqual([]);
    expect((await neighbour.get(`/care-entries/${entry?.id ?? ''}`)).status).toBe(404);
    expect((await neighbour.post(`/care-entries/${entry?.id ?? ''}/contacts`, { body: contact() })).status).toBe(404);
    const inspector = await app.as('inspector', county);
    expect((await inspector.get(`/care-entries/${entry?.id ?? ''}`)).status).toBe(200);
    expect((await inspector.post(`/care-entries/${entry?.id ?? ''}/contacts`, { body: contact() })).status).toBe(403);
  });
});
