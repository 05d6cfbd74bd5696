import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { cleanRegion, type CleanHousehold, type CleanRegion } from '../support/inspection/clean-region.js';
import { CheckBench, keyOf, type CheckPlant } from '../support/inspection/plant.js';
import { listCovers, onList } from '../support/inspection/region/lists.js';

/** What plants cannot show of the checks A08 to A34: numbers that are not set, answers that are missing, lists that have gone or have a newer one in their place. */
describe('checks against lists of other departments', () => {
  let database: TestDatabase;
  let region: CleanRegion;
  let bench: CheckBench;
  const keys = async (code: string, set?: CheckPlant['parameters']): Promise<string[]> => (await bench.run(code, region, set)).hits.map(({ hitKey }) => hitKey).sort();
  const household = (): CleanHousehold => region.household({ village: region.village() });
  const head = (code: string, { members }: CleanHousehold): string => keyOf(code, members[0]?.id ?? '');
  let trader: CleanHousehold, owner: CleanHousehold, saver: CleanHousehold, machine: CleanHousehold, herd: CleanHousehold, expired: CleanHousehold, renewed: CleanHousehold, unasked: CleanHousehold,
    undated: CleanHousehold;

  beforeAll(async () => {
    database = await createTestDatabase();
    region = await cleanRegion(database, 5);
    const firm = { companyName: '演示商贸有限公司', capitalFen: 900_000_000, status: 'ACTIVE' };
    onList(region, 'company', (trader = household()), { detail: { ...firm, role: 'SOLE_TRADER' } });
    onList(region, 'company', (owner = household()), { detail: { ...firm, role: 'LEGAL_REPRESENTATIVE' } });
    onList(region, 'deposit', (saver = household()), { detail: { amountFen: 900_000_000, consentOn: '2025-11-01' } });
    onList(region, 'machinery', (machine = household()), { detail: { machine: '联合收割机', valueFen: null, sheepUnits: null } });
    onList(region, 'machinery', (herd = household()), { detail: { machine: null, valueFen: null, sheepUnits: 5_000 } });
    for (const one of [(expired = household()), (renewed = household())]) {
      one.row['poor_household_type'] = '04';
      listCovers(region, 'dibao', one.place.village_code);
    }
    for (const row of region.rows('comparison_coverage')) if (row['village_code'] === expired.place.village_code) row['expired_at'] = '2025-12-20T00:00:00Z';
    onList(region, 'vehicle', renewed, { detail: { vehicleKind: 'PASSENGER', registeredOn: '2010-01-01' } });
    newerList(region, 'vehicle', renewed.place.village_code);
    unasked = household();
    Object.assign(unasked.members[1]?.years[2025] ?? {}, { has_medical_insurance: null, has_employee_medical_insurance: null });
    onList(region, 'death', (undated = household()), { detail: { deathDate: null } });
    await region.write(database);
    bench = await CheckBench.open(database);
  }, 120_000);
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  it('without a limit of the capital only businesses of one\'s own are found, with one the company, too', async () => {
    expect(await keys('A12')).toEqual([head('A12', trader)]);
    expect(await keys('A12', { capital_limit_fen: 899_999_999 })).toEqual([head('A12', trader), head('A12', owner)].sort());
  });

  it('without limits no deposit and no herd is too large, and a machine is found all the same', async () => {
    expect(await keys('A17')).toEqual([]);
    expect(await keys('A17', { deposit_limit_fen: 1 })).toEqual([keyOf('A17', saver.id)]);
    expect(await keys('A16')).toEqual([keyOf('A16', machine.id)]);
    expect(await keys('A16', { sheep_unit_limit: 4_999 })).toEqual([keyOf('A16', machine.id), keyOf('A16', herd.id)].sort());
  });

  it('a list that was deleted says of nobody that the person is missing from it', async () => {
    expect(await keys('A18')).toEqual([keyOf('A18', renewed.id)]);
  });

  it('a newer list takes the place of the one on which the person was', async () => {
    expect(await keys('A10')).toEqual([]);
  });

  it('an insurance that was not asked for is missing data and no fault', async () => {
    const { hits, unproven } = await bench.run('A27', region);
    expect([hits.length, unproven]).toEqual([0, 1]);
    expect(unasked.members).toHaveLength(4);
  });

  it('who is on the list of deaths without a day has died by the day of the list, and the days of grace run from it', async () => {
    expect(await keys('A08')).toEqual([]);
    const { hits } = await bench.run('A08', { ...region, year: 2026, today: '2026-01-01' });
    expect(hits.map(({ hitKey, vals }) => [hitKey, vals['deathDate']])).toEqual([[head('A08', undated), '2025-12-01']]);
  });
});

/** A later list of the register that covers the village and names nobody. */
function newerList(region: CleanRegion, register: string, village: string): void {
  const [older] = region.rows('comparison').filter((row) => row['register_code'] === register && row['village_code'] === village);
  const id = region.id();
  region.add('comparison', { ...older, id, list_on: '2025-12-15' });
  region.add('comparison_coverage', { county_code: village.slice(0, 6), village_code: village, id: region.id(), register_code: register, comparison_id: id, list_on: '2025-12-15', from_code: village, to_code: `${village}:` });
}
