import { EpisodeService } from '#households';
import { systemActor } from '#platform';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { person, readHousehold, registerHousehold, syntheticId, villages, type HouseholdBody } from '../support/households.js';

interface EventBody {
  household: HouseholdBody;
  other: HouseholdBody | null;
  code?: string;
  params?: Record<string, unknown>;
}

let app: TestApp;
let clerk: TestClient;
let county: TestClient;
let household: HouseholdBody;
let idNos: string[];

const day = '2024-02-29';
const member = (name: string, of = household) => of.members.find((candidate) => candidate.name === name && candidate.active)!.id;
const happen = (client: TestClient, body: Record<string, unknown>, of = household) => client.post<EventBody>(`/households/${of.id}/events`, { body: { version: of.version, occurredOn: day, ...body } });
const done = async (answer: Promise<{ status: number; body: EventBody }>) => {
  const { status, body } = await answer;
  if (status !== 201) throw new Error(`event answered ${status}: ${JSON.stringify(body)}`);
  return body;
};
const registered = (idNo: string) => adminQuery<{ household_id: string; county_code: string; village_code: string }>(app.database,
  'select i.household_id, i.county_code, i.village_code from identity_register i join member m on m.county_code = i.county_code and m.id = i.member_id where m.id_no_masked like $1', [`%${idNo.slice(-4)}`]);
const names = (of: HouseholdBody) => of.members.filter((candidate) => candidate.active).map((candidate) => candidate.name);

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('village_clerk', villages.haizi);
  county = await app.as('county_officer', '150221');
});
afterAll(() => app.close());
beforeEach(async () => {
  idNos = [syntheticId('1960-01-01', '1'), syntheticId('1962-02-02', '2'), syntheticId('1985-03-03', '1')];
  household = await registerHousehold(clerk, villages.haizi, {
    values: { mainCause: '01', householdCode: `H${idNos[0]!.slice(-9)}`, phone: '13800001234' },
    members: [
      person('王老大', '01', { idNo: idNos[0] }), person('李老二', '02', { idNo: idNos[1] }), person('王老三', '03', { idNo: idNos[2], memberCode: `P${idNos[2]!.slice(-9)}` }),
    ],
  });
});

describe('persons who come and go', () => {
  it('a birth adds a member on that day', async () => {
    const { household: after } = await done(happen(clerk, { kind: 'birth', member: person('王小四', '07') }));
    expect(after).toMatchObject({ memberCount: 4, version: household.version + 1 });
    expect(after.members.find((row) => row.name === '王小四')?.values).toMatchObject({ birthDate: day, joinedOn: day, memberChangeReason: 'BIRTH', memberStatus: 'ACTIVE' });
    expect((await happen(clerk, { kind: 'birth', version: after.version, member: person('王小五', '07', { birthDate: '2024-01-01' }) })).body.code).toBe('event.birth-date');
  });

  it('a death only ends the member; the person number is free, the row and its years stay', async () => {
    await clerk.put(`/households/${household.id}/years/2023`, { body: { values: {}, members: [{ memberId: member('李老二'), values: { education: '2' } }] } });
    const { household: after } = await done(happen(clerk, { kind: 'death', memberIds: [member('李老二')] }));
    expect(after).toMatchObject({ memberCount: 2, status: 'CANDIDATE', headName: '王老大' });
    expect(after.members.find((row) => row.name === '李老二')).toMatchObject({ active: false, values: { memberStatus: 'REMOVED', memberChangeReason: 'DEATH', leftOn: day } });
    const years = await clerk.get<{ members: { name: string }[] }[]>(`/households/${household.id}/years`);
    expect(years.body[0]?.members[0]?.name).toBe('李老二');
    expect(await registered(idNos[1]!)).toEqual([]);
    expect((await happen(clerk, { kind: 'death', version: after.version, memberIds: [household.members.find((row) => row.name === '李老二')!.id] })).body.code).toBe('member.already-left');
  });

  it('the death of the head names the next one', async () => {
    expect((await happen(clerk, { kind: 'death', memberIds: [member('王老大')] })).body.code).toBe('household.head-required');
    const { household: after } = await done(happen(clerk, { kind: 'death', memberIds: [member('王老大')], relations: [{ memberId: member('李老二'), relationToHead: '01' }] }));
    expect(after).toMatchObject({ headName: '李老二', memberCount: 2 });
  });

  it('the last person’s leaving deregisters the household', async () => {
    const { household: after } = await done(happen(clerk, { kind: 'move_out', memberIds: household.members.map((row) => row.id) }));
    expect(after).toMatchObject({ memberCount: 0, status: 'DEREGISTERED', endedOn: day, endReason: 'NO_MEMBERS', headName: '王老大' });
    expect((await happen(clerk, { kind: 'birth', version: after.version, member: person('x', '03') })).body.code).toBe('household.closed');
  });

  it('marriage out and in moves a person between counties without a second registration', async () => {
    const other = await app.as('village_clerk', villages.otherCity);
    const host = await registerHousehold(other, villages.otherCity, { members: [person('赵甲', '01')] });
    const bride = person('李老二', '05', { idNo: idNos[1] });
    expect((await happen(other, { kind: 'marriage_in', member: bride }, host)).body.code).toBe('member.id-number-registered');
    await done(happen(clerk, { kind: 'marriage_out', memberIds: [member('李老二')] }));
    expect((await done(happen(other, { kind: 'marriage_in', member: bride }, host))).household.memberCount).toBe(2);
  });

  it('nothing happens in the future, on a day that does not exist, or before the person was born', async () => {
    expect((await happen(clerk, { kind: 'death', occurredOn: '2099-01-01', memberIds: [member('李老二')] })).body.code).toBe('event.future');
    expect((await happen(clerk, { kind: 'death', occurredOn: '2023-02-29', memberIds: [member('李老二')] })).body.code).toBe('validation');
    expect((await happen(clerk, { kind: 'death', occurredOn: '1959-12-31', memberIds: [member('李老二')] })).body.code).toBe('event.before-birth');
    expect((await readHousehold(clerk, household.id)).version).toBe(household.version);
  });

  it('a second head does not come in, nor does a relation without a code', async () => {
    expect((await happen(clerk, { kind: 'move_in', member: person('新户主', '01') })).body.code).toBe('household.head-required');
    const relations = [{ memberId: member('李老二'), relationToHead: '01' }, { memberId: member('王老大'), relationToHead: 'XX' }];
    expect((await happen(clerk, { kind: 'change_head', relations })).body.code).toBe('validation');
    const good = await done(happen(clerk, { kind: 'change_head', relations: [relations[0], { memberId: member('王老大'), relationToHead: '02' }] }));
    expect(good.household.headName).toBe('李老二');
  });

  it('of two reports on the same version one is taken, the other gets 409', async () => {
    const answers = await Promise.all(['王老三', '李老二'].map((name) => happen(clerk, { kind: 'move_out', memberIds: [member(name)] })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect((await readHousehold(clerk, household.id)).memberCount).toBe(2);
  });
});

describe('a move within the county', () => {
  it('takes all rows of the household along and makes both villages due', async () => {
    await clerk.put(`/households/${household.id}/years/2023`, { body: { values: { wageOther: 5 }, members: [{ memberId: member('王老大'), values: {} }] } });
    await adminQuery(app.database, 'delete from dirty_village');
    const { household: after } = await done(happen(county, { kind: 'move_village', toVillageCode: villages.changjunwan }));
    expect(after).toMatchObject({ id: household.id, village: { code: villages.changjunwan }, memberCount: 3 });
    for (const table of ['household', 'household_link', 'episode', 'member', 'household_year', 'member_year', 'identity_register', 'member_name_gram']) {
      const column = table === 'household' ? 'id' : 'household_id';
      expect([table, await adminQuery(app.database, `select 1 from ${table} where ${column} = $1 and village_code <> $2`, [household.id.slice(7), villages.changjunwan])]).toEqual([table, []]);
    }
    const due = await adminQuery<{ village_code: string }>(app.database, 'select distinct village_code from dirty_village order by 1');
    expect(due.map((row) => row.village_code)).toEqual([villages.changjunwan, villages.haizi].sort());
    expect((await clerk.get(`/households/${household.id}`)).status).toBe(404);
    const found = await county.get<{ items: { id: string }[] }>(`/households?division=${villages.changjunwan}&q=${encodeURIComponent('王老')}`);
    expect(found.body.items.map((item) => item.id)).toContain(household.id);
  });

  it('needs both villages in the territory and one county', async () => {
    expect((await happen(clerk, { kind: 'move_village', toVillageCode: villages.baimiaozi })).body.code).toBe('household.village-unknown');
    expect((await happen(county, { kind: 'move_village', toVillageCode: villages.otherCounty })).body.code).toBe('household.other-county');
    expect((await happen(county, { kind: 'move_village', toVillageCode: villages.haizi })).body.code).toBe('household.same-village');
    expect((await happen(county, { kind: 'move_village' })).body.code).toBe('validation');
  });
});

describe('a split', () => {
  it('founds a linked household with the same standing; person number and registration go along', async () => {
    const body = await done(happen(clerk, { kind: 'split', memberIds: [member('王老三')], relations: [{ memberId: member('王老三'), relationToHead: '01' }], values: { naturalVillage: '西营子' }, reason: '成年分户' }));
    const founded = body.other!;
    expect(names(body.household)).toEqual(['王老大', '李老二']);
    expect(body.household.memberCount).toBe(2);
    expect(founded).toMatchObject({ status: 'CANDIDATE', headName: '王老三', memberCount: 1, village: { code: villages.haizi }, links: [{ kind: 'SPLIT_FROM', householdId: household.id }], values: { mainCause: '01', naturalVillage: '西营子' } });
    expect(founded.values).not.toHaveProperty('householdCode');
    expect(founded.values).not.toHaveProperty('phone');
    expect(founded.members[0]?.values).toMatchObject({ memberCode: `P${idNos[2]!.slice(-9)}`, memberChangeReason: 'SPLIT_IN', joinedOn: day });
    const old = body.household.members.find((row) => row.name === '王老三')!;
    expect(old).toMatchObject({ active: false, values: { memberChangeReason: 'SPLIT_OUT' } });
    expect(await registered(idNos[2]!)).toMatchObject([{ household_id: founded.id.slice(7) }]);
    const officer = await app.as('township_officer', '150221213');
    const clear = await officer.post<{ values: { idNo: string } }>(`/households/${founded.id}/unmask`, { body: { memberId: founded.members[0]!.id, fields: ['idNo'], purpose: '核对分户人员身份' } });
    expect(clear.body.values.idNo).toBe(idNos[2]);
  });

  it('leaves somebody behind, with a head on both sides', async () => {
    const all = household.members.map((row) => row.id);
    expect((await happen(clerk, { kind: 'split', memberIds: all })).body.code).toBe('household.stays-empty');
    expect((await happen(clerk, { kind: 'split', memberIds: [member('王老三')] })).body.code).toBe('household.head-required');
    expect((await happen(clerk, { kind: 'split', memberIds: [member('王老大'), member('王老三')] })).body.code).toBe('household.head-required');
    expect((await happen(clerk, { kind: 'split', memberIds: [member('王老三')], relations: [{ memberId: member('王老三'), relationToHead: '01' }], values: { status: 'REGISTERED' } })).body.code).toBe('validation');
    const other = await registerHousehold(clerk, villages.haizi);
    expect((await happen(clerk, { kind: 'split', memberIds: [other.members[0]!.id] })).body.code).toBe('member.not-in-household');
    expect(names(await readHousehold(clerk, household.id))).toHaveLength(3);
  });
});

describe('a merger', () => {
  it('brings all members into one household and closes the other with a link', async () => {
    const idNo = syntheticId('1950-05-05');
    const other = await registerHousehold(clerk, villages.haizi, { members: [person('孙独居', '01', { idNo })] });
    const request = { kind: 'merge', otherHouseholdId: other.id, otherVersion: other.version };
    expect((await happen(clerk, request)).body.code).toBe('household.head-required');
    const body = await done(happen(clerk, { ...request, relations: [{ memberId: other.members[0]!.id, relationToHead: '99' }] }));
    expect(names(body.household).sort()).toEqual(['孙独居', '李老二', '王老三', '王老大'].sort());
    expect(body.household).toMatchObject({ memberCount: 4, headName: '王老大' });
    expect(body.other).toMatchObject({ id: other.id, status: 'DEREGISTERED', endReason: 'MERGED', memberCount: 0, links: [{ kind: 'MERGED_INTO', householdId: household.id }] });
    expect(await registered(idNo)).toMatchObject([{ household_id: household.id.slice(7) }]);
  });

  it('is refused with itself, across counties, on an old version and between households of different standing', async () => {
    const other = await registerHousehold(clerk, villages.haizi, { members: [person('钱甲', '01')] });
    const merge = (body: Record<string, unknown>) => happen(clerk, { kind: 'merge', otherHouseholdId: other.id, otherVersion: 1, relations: [{ memberId: other.members[0]!.id, relationToHead: '99' }], ...body });
    expect((await merge({ otherHouseholdId: household.id })).body.code).toBe('household.merge-self');
    expect((await merge({ otherHouseholdId: `150121${other.id.slice(6)}` })).body.code).toBe('household.other-county');
    expect((await merge({ otherVersion: 7 })).body.code).toBe('stale-version');
    await app.db.run({ actor: systemActor('150221') }, () => app.app.get(EpisodeService).open({ countyCode: '150221', id: other.id.slice(7) }, { kind: 'IDENTIFIED' }));
    expect((await merge({ otherVersion: 2 })).body.code).toBe('household.merge-status');
  });
});

describe('a move to another county', () => {
  it('opens a linked household there with persons, years, standing and registrations, and ends the old one', async () => {
    await clerk.put(`/households/${household.id}/years/2022`, { body: { values: { wageOther: 300 }, members: [{ memberId: member('王老大'), values: { education: '3' } }] } });
    const league = await app.as('prefecture_officer', '1502');
    const before = await readHousehold(league, household.id);
    const answer = await league.post<EventBody>(`/households/${household.id}/transfer`, { body: { version: before.version, occurredOn: day, toVillageCode: villages.otherCounty, reason: '易地搬迁' } });
    expect(answer.status).toBe(201);
    const { household: old, other } = answer.body;
    expect(old).toMatchObject({ status: 'DEREGISTERED', endReason: 'MOVED_TO_OTHER_COUNTY', memberCount: 0, links: [{ kind: 'MOVED_TO', householdId: other!.id }] });
    expect(other).toMatchObject({ status: 'CANDIDATE', memberCount: 3, headName: '王老大', originId: household.id, village: { code: villages.otherCounty }, years: [2022], links: [{ kind: 'MOVED_FROM', householdId: household.id }] });
    expect(other!.id.slice(0, 6)).toBe('150222');
    expect(other!.values).toMatchObject({ phone: '138****1234', mainCause: '01', householdCode: household.values['householdCode'] });
    const years = await league.get<{ values: Record<string, unknown>; members: { name: string; values: Record<string, unknown> }[] }[]>(`/households/${other!.id}/years`);
    expect(years.body[0]).toMatchObject({ values: { wageOther: 300 }, members: [{ name: '王老大', values: { education: '3' } }] });
    expect(await registered(idNos[0]!)).toMatchObject([{ household_id: other!.id.slice(7), county_code: '150222', village_code: villages.otherCounty }]);
    const clear = await league.post<{ values: { phone: string } }>(`/households/${other!.id}/unmask`, { body: { fields: ['phone'], purpose: '通知搬迁农牧户' } });
    expect(clear.body.values.phone).toBe('13800001234');
  });

  it('is for an officer who has both counties, and within one county it is a move between villages', async () => {
    const body = { version: household.version, occurredOn: day, toVillageCode: villages.otherCounty };
    expect((await county.post(`/households/${household.id}/transfer`, { body })).status).toBe(403);
    const league = await app.as('prefecture_officer', '1502');
    expect((await league.post<EventBody>(`/households/${household.id}/transfer`, { body: { ...body, toVillageCode: villages.changjunwan } })).body.code).toBe('household.same-county');
    expect((await league.post<EventBody>(`/households/${household.id}/transfer`, { body: { ...body, toVillageCode: villages.otherCity } })).body.code).toBe('household.village-unknown');
  });
});
