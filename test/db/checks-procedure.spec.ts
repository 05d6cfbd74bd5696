import { checkStatement } from '../../libs/inspection/src/checks/run/check-statement.queries.js';
import { adminQuery } from '../support/admin.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { addAssignment, addMember, addPayment, cleanRegion, type CleanHousehold, type CleanRegion } from '../support/inspection/clean-region.js';
import { CheckBench, keyOf } from '../support/inspection/plant.js';

/** What plants in a region of one day cannot show: cases that are not there, runs over a part of a county, years that are over. */
describe('checks of procedures, field work and payments', () => {
  const [village = '', neighbour = ''] = ['150221213200', '150221213201'];
  let database: TestDatabase;
  let region: CleanRegion;
  let bench: CheckBench;
  const found = async (code: string, { from = '15', to = '15:', year = 2025, today = '2025-12-31' } = {}): Promise<string[]> => {
    const check = bench.checks.find((one) => one.code === code);
    if (!check) throw new Error(`no check ${code}`);
    const { sql, values } = checkStatement(check, { from, to, year, today, countyParameters: [] });
    const rows = await adminQuery<{ key: string | null; household_id: string }>(database, sql, [...values]);
    return rows.map((row) => keyOf(code, row.key ?? row.household_id)).sort();
  };
  const entryOf = ({ episode }: CleanHousehold): string => keyOf('A46', `entry:${String(episode['id'])}`);
  const exitOf = ({ episode }: CleanHousehold): string => keyOf('A49', `exit:${String(episode['id'])}`);
  /** Registered (or exited) after the system took its procedures into use, without a case. */
  const uncased = (when: { entered?: string; exited?: string }): CleanHousehold => {
    const household = region.household({ village, status: when.exited ? 'EXITED_ENTITLED' : 'REGISTERED' });
    if (when.entered) Object.assign(household.episode, { entered_on: when.entered, entry_case_id: null });
    if (when.exited) Object.assign(household.episode, { exited_on: when.exited, exit_case_id: null });
    return household;
  };
  let entered: CleanHousehold;
  let exited: CleanHousehold;
  let left: CleanHousehold;
  let helperId = '';
  let twice = '';

  beforeAll(async () => {
    database = await createTestDatabase();
    region = await cleanRegion(database, 10);
    entered = uncased({ entered: '2990-03-01' });
    exited = uncased({ exited: '2990-03-01' });
    uncased({ entered: '2017-03-01' });
    uncased({ exited: '2019-03-01' });
    const split = uncased({ entered: '2990-03-01' });
    region.add('household_link', { ...split.place, id: region.id(), household_id: split.id, other_county_code: split.place.county_code, other_household_id: entered.id, kind: 'SPLIT_FROM', occurred_on: '2990-03-02', reason: '分户' });
    const moved = uncased({ entered: '2990-03-01', exited: '2990-03-01' });
    Object.assign(moved.row, { origin_county_code: '150222', origin_id: region.id() });
    // Without a helper since 2024, and with one again in 2025.
    left = region.household({ village });
    left.pairing['started_on'] = '2025-01-01';
    // Two households here and one in the next village with one helper, who may have two.
    const mine = [region.household({ village }), region.household({ village }), region.household({ village: neighbour })];
    helperId = String(mine[0]?.helper['id']);
    for (const { pairing } of mine) Object.assign(pairing, { helper_id: helperId, helper_rank: 'SECTION_CHIEF' });
    for (const [subject, division, value] of [[null, null, 9], ['SECTION_CHIEF', null, 8], ['SECTION_CHIEF', '150221', 2]]) {
      region.afterwards.push({
        sql: `insert into parameter (id, name, subject, division_code, value, source) values ($1, 'max_households_per_helper', $2, $3, $4, '测试')`, values: [region.id(), subject, division, value],
      });
    }
    // Somebody who went from the next village to this one, and was paid in both.
    const [before, after] = [region.household({ village: neighbour }), region.household({ village })];
    const gone = addMember(region, before, { relation: '03', gender: '1', birthDate: '1999-03-04', member: { member_status: 'REMOVED', left_on: '2025-06-01', member_change_reason: 'MOVE_OUT' } });
    const come = addMember(region, after, { relation: '03', gender: '1', birthDate: '1999-03-04', member: { id_no_bidx: gone.row['id_no_bidx'] } });
    const pay = (household: CleanHousehold, memberId: string, on: string) => addPayment(region, household, addAssignment(region, household, 'EMP-04', { approved_amount_fen: 200_000, member_id: memberId }), { paid_on: on });
    pay(before, gone.id, '2025-05-20');
    twice = String(pay(after, come.id, '2025-08-20')['id']);
    await region.write(database);
    bench = await CheckBench.open(database);
  }, 120_000);
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  it('finds who was registered without a case since the procedure is in use, and nobody who came with a history', async () => {
    expect(await found('A46')).toEqual([entryOf(entered)]);
  });

  it('finds who exited without a case since then', async () => {
    expect(await found('A49')).toEqual([exitOf(exited)]);
  });

  it('looks at the helpers of a year that is over as they were on its last day', async () => {
    expect(await found('A54')).toEqual([]);
    expect(await found('A54', { year: 2024, today: '2025-12-31' })).toContain(keyOf('A54', left.id));
  });

  it('takes the limit of the nearest division for the rank, and judges a helper only in a run over the whole county', async () => {
    expect(await found('A55')).toEqual([keyOf('A55', `helper:${helperId}`)]);
    expect(await found('A55', { from: '150221', to: '150221:' })).toEqual([keyOf('A55', `helper:${helperId}`)]);
    expect(await found('A55', { from: village, to: `${village}:` })).toEqual([]);
  });

  it('finds a payment made twice from a village, whose earlier one lies in another village', async () => {
    const expected = [keyOf('A63', `payment:${twice}`)];
    expect(await found('A63')).toEqual(expected);
    expect(await found('A63', { from: village, to: `${village}:` })).toEqual(expected);
    expect(await found('A63', { from: neighbour, to: `${neighbour}:` })).toEqual([]);
  });
});
