import { canMove, formatCaseId, householdStatuses, uuidV7, type CaseId, type HouseholdStatus } from '#domain';
import { EpisodeService, HouseholdReader, HouseholdService } from '#households';
import { systemActor } from '#platform';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { person, syntheticId, villages } from '../support/households.js';

let app: TestApp;
let episodes: EpisodeService;
let households: HouseholdService;
const clerk = systemActor(villages.haizi);
const within = <T>(work: () => Promise<T>) => app.db.run({ actor: clerk }, work);
const register = (idNo = syntheticId()) => within(() => households.register({ villageCode: villages.haizi, values: {}, members: [person('王小明', '01', { idNo })] }));
const card = (id: CaseId) => within(() => app.app.get(HouseholdReader).card(id));
const lines = (id: CaseId) => adminQuery<Record<string, unknown>>(app.database,
  'select sequence, entry_kind, entered_on, status, exited_on, closed_on, close_reason, entry_reason, previous_episode_id is not null as linked from episode where household_id = $1 order by sequence', [id.id]);

beforeAll(async () => {
  app = await startTestApp();
  episodes = app.app.get(EpisodeService);
  households = app.app.get(HouseholdService);
});
afterAll(() => app.close());

/** Brings a fresh household into a status by the shortest way. */
async function bring(to: HouseholdStatus): Promise<CaseId> {
  const id = await register();
  const way: Record<HouseholdStatus, (() => Promise<unknown>)[]> = {
    CANDIDATE: [],
    REGISTERED: [() => episodes.open(id, { kind: 'IDENTIFIED', on: '2014-03-01' })],
    PRE_EXIT: [() => episodes.preExit(id)],
    EXITED_ENTITLED: [() => episodes.exit(id, { on: '2018-12-20' })],
    EXITED_NOT_ENTITLED: [() => episodes.endEntitlement(id, { on: '2020-12-31' })],
    RETURNED: [() => episodes.open(id, { kind: 'RE_ENTRY', on: '2021-06-01', reason: '因病返贫' })],
    CLEARED_OUT: [() => episodes.clearOut(id, { reason: '错评' })],
    DEREGISTERED: [() => episodes.deregister(id, { reason: 'NO_MEMBERS' })],
  };
  const path: Record<HouseholdStatus, HouseholdStatus[]> = {
    CANDIDATE: [], REGISTERED: ['REGISTERED'], PRE_EXIT: ['REGISTERED', 'PRE_EXIT'], EXITED_ENTITLED: ['REGISTERED', 'PRE_EXIT', 'EXITED_ENTITLED'],
    EXITED_NOT_ENTITLED: ['REGISTERED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED'], RETURNED: ['REGISTERED', 'EXITED_ENTITLED', 'RETURNED'],
    CLEARED_OUT: ['REGISTERED', 'CLEARED_OUT'], DEREGISTERED: ['DEREGISTERED'],
  };
  for (const step of path[to]) for (const move of way[step]) await within(move);
  expect((await card(id)).status).toBe(to);
  return id;
}

describe('episodes', () => {
  it('lead from identification over exit and return to a second, linked episode that exits again', async () => {
    const id = await bring('RETURNED');
    const returned = await within(() => app.app.get(HouseholdReader).detail(id));
    expect(returned.household).toMatchObject({ first_identified_month: '2014-03', exit_year: null, return_year: 2021, return_reason: '因病返贫' });
    await within(() => episodes.exit(id, { on: '2023-11-30' }));
    expect(await lines(id)).toEqual([
      { sequence: 1, entry_kind: 'IDENTIFIED', entered_on: '2014-03-01', status: 'EXITED_ENTITLED', exited_on: '2018-12-20', closed_on: '2021-06-01', close_reason: 'RE_ENTRY', entry_reason: null, linked: false },
      { sequence: 2, entry_kind: 'RE_ENTRY', entered_on: '2021-06-01', status: 'EXITED_ENTITLED', exited_on: '2023-11-30', closed_on: null, close_reason: null, entry_reason: '因病返贫', linked: true },
    ]);
  });

  it('of a proposed exit that was refused go on as before', async () => {
    const id = await bring('PRE_EXIT');
    await within(() => episodes.returnToRegistered(id));
    expect((await card(id)).status).toBe('REGISTERED');
    expect(await lines(id)).toMatchObject([{ status: 'REGISTERED', exited_on: null, closed_on: null }]);
  });

  it.each(['CLEARED_OUT', 'DEREGISTERED'] as const)('that end as %s free their persons to be registered anew', async (end) => {
    const idNo = syntheticId();
    const id = await register(idNo);
    await within(() => episodes.open(id, { kind: 'IDENTIFIED' }));
    await expect(register(idNo)).rejects.toMatchObject({ code: 'member.id-number-registered' });
    await within(() => (end === 'CLEARED_OUT' ? episodes.clearOut : episodes.deregister).call(episodes, id, { reason: '错评' }));
    expect(await lines(id)).toMatchObject([{ status: end, close_reason: '错评' }]);
    await expect(register(idNo)).resolves.toMatchObject({ countyCode: '150221' });
  });

  it('need a reason to return and cannot begin in the future', async () => {
    const id = await bring('EXITED_ENTITLED');
    await expect(within(() => episodes.open(id, { kind: 'RE_ENTRY' }))).rejects.toMatchObject({ code: 'reason-required' });
    await expect(within(() => episodes.open(id, { kind: 'RE_ENTRY', reason: '因病', on: '2099-01-01' }))).rejects.toMatchObject({ code: 'event.future' });
  });

  it('are out of reach for the neighbour', async () => {
    const id = await bring('REGISTERED');
    const neighbour = app.db.run({ actor: systemActor(villages.baimiaozi) }, () => episodes.exit(id, {}));
    await expect(neighbour).rejects.toMatchObject({ code: 'not-found' });
  });

  it('let one of two simultaneous decisions through', async () => {
    const id = await bring('REGISTERED');
    const results = await Promise.allSettled([within(() => episodes.exit(id, {})), within(() => episodes.clearOut(id, { reason: '错评' })), within(() => episodes.exit(id, {}))]);
    const exits = results.filter((result) => result.status === 'fulfilled').length;
    expect(exits).toBeGreaterThanOrEqual(1);
    expect(exits).toBeLessThanOrEqual(2); // exit, then clear-out, is a way the table allows
    expect((await lines(id)).filter((line) => line['closed_on'] === null).length).toBeLessThanOrEqual(1);
  });

  it('open with the standing that a household brings along', async () => {
    const id = await within(() => households.register({ id: uuidV7(), villageCode: villages.haizi, values: { exitYear: 2018 }, members: [person('王小明', '01')] }, { status: 'EXITED_ENTITLED', enteredOn: '2014-01-01', exitedOn: '2018-12-31' }));
    expect(formatCaseId(id.countyCode, id.id)).toMatch(/^150221-/);
    expect(await lines(id)).toMatchObject([{ entry_kind: 'IMPORTED', status: 'EXITED_ENTITLED', exited_on: '2018-12-31', closed_on: null }]);
  });
});

describe('every move between statuses', () => {
  const moves: { to: HouseholdStatus; make: (id: CaseId) => Promise<unknown> }[] = [
    { to: 'PRE_EXIT', make: (id) => episodes.preExit(id) },
    { to: 'EXITED_ENTITLED', make: (id) => episodes.exit(id, {}) },
    { to: 'EXITED_NOT_ENTITLED', make: (id) => episodes.endEntitlement(id, {}) },
    { to: 'RETURNED', make: (id) => episodes.open(id, { kind: 'RE_ENTRY', reason: '因病' }) },
    { to: 'CLEARED_OUT', make: (id) => episodes.clearOut(id, { reason: '错评' }) },
    { to: 'DEREGISTERED', make: (id) => episodes.deregister(id, { reason: 'NO_MEMBERS' }) },
  ];

  it.each(householdStatuses)('from %s is allowed exactly where the table allows it', async (from) => {
    for (const { to, make } of moves) {
      const id = await bring(from);
      const result = await within(() => make(id)).then(() => 'moved', (error: { code: string }) => error.code);
      expect([from, to, result]).toEqual([from, to, canMove(from, to) ? 'moved' : 'household.illegal-move']);
      expect((await card(id)).status).toBe(canMove(from, to) ? to : from);
    }
  });
});
