import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { addAssignment, addPayment, cleanRegion, type CleanHousehold, type CleanRegion } from '../support/inspection/clean-region.js';
import { CheckBench, loadPlant } from '../support/inspection/plant.js';
import { listCovers, monitored, onList } from '../support/inspection/region/lists.js';

const withNumbers = ['A67', 'A68', 'A79', 'A80'];

describe('checks of posts, relocation, monitoring and money', () => {
  let database: TestDatabase;
  let region: CleanRegion;
  let bench: CheckBench;
  const households: Record<string, CleanHousehold> = {};
  const faults: Record<string, string[]> = {};
  beforeAll(async () => {
    database = await createTestDatabase();
    region = await cleanRegion(database, 10);
    for (const code of withNumbers) {
      const plant = await loadPlant(code);
      faults[code] = [0, 1, 2].flatMap((n) => plant.fault(region, n));
    }
    const exited = (): CleanHousehold => region.household({ status: 'EXITED_NOT_ENTITLED' });
    const early = { cancelledMonth: '2024-05', cancelMode: 'HELPED' };

    households['judged false'] = region.household();
    onList(region, 'monitoring', households['judged false'], { verdict: 'FALSE_ALARM', detail: { identifiedMonth: '2024-03', ...early } });
    households['by name alone'] = region.household();
    onList(region, 'monitoring', households['by name alone'], { strength: 'NAME_BIRTH', detail: { identifiedMonth: '2024-03', ...early } });
    households['twice'] = region.household();
    for (const member of households['twice'].members.slice(0, 2)) onList(region, 'monitoring', households['twice'], { member, detail: { identifiedMonth: '2024-03', ...early } });
    monitored(region, households['twice'], { identifiedMonth: '2025-02', ...early, cancelledMonth: '2025-04' });
    households['not dated'] = region.household();
    monitored(region, households['not dated'], { identifiedMonth: undefined, ...early });

    households['listed'] = exited();
    onList(region, 'ranger', households['listed'], { detail: { post: '护林员', since: '2020-05-01' } });
    households['listed later'] = exited();
    onList(region, 'ranger', households['listed later'], { detail: { post: '护林员', since: '2026-01-01' } });
    households['delivered'] = exited();
    addAssignment(region, households['delivered'], 'ECO-06', { member_id: households['delivered'].members[0]?.id });
    households['planned'] = exited();
    addAssignment(region, households['planned'], 'ECO-06', { member_id: households['planned'].members[0]?.id, status: 'PLANNED', decided_by: null, decided_on: null, delivered_on: null, delivered_by: null });
    households['taken back'] = exited();
    const approved = addAssignment(region, households['taken back'], 'EMP-06', { member_id: households['taken back'].members[0]?.id, status: 'APPROVED', delivered_on: null, approved_amount_fen: 200_000 });
    const paid = addPayment(region, households['taken back'], approved, {});
    paid['reversed_by_id'] = addPayment(region, households['taken back'], approved, { amount_fen: -200_000, settlement: null, settled_on: null, reverses_id: paid['id'], reason: '错发' })['id'];

    const village = region.village();
    listCovers(region, 'old_house', village);
    households['moved'] = region.household({ village });
    households['moved'].row['is_relocated'] = true;
    for (const row of Object.values(households['moved'].years)) row['housing_m2'] = null;
    await region.write(database);
    bench = await CheckBench.open(database);
  }, 120_000);
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });
  const found = async (code: string, year: number = region.year) => (await bench.run(code, { year, today: region.today })).hits;
  const of = async (code: string, name: string) => (await found(code)).filter(({ household_id }) => household_id === households[name]?.id);

  it.each(withNumbers)('%s finds nothing by a number that nobody has set', async (code) => {
    const set = (await bench.run(code, region, (await loadPlant(code)).parameters)).hits.map(({ hitKey }) => hitKey);
    const bare = (await found(code)).map(({ hitKey }) => hitKey);
    expect(set).toEqual(expect.arrayContaining(faults[code] ?? []));
    expect(bare.length).toBeLessThan(set.length);
    expect(set).toEqual(expect.arrayContaining(bare));
  });

  it('hold nothing against a household by a match that was found false, or by its name alone', async () => {
    expect([await of('A69', 'judged false'), await of('A69', 'by name alone')]).toEqual([[], []]);
  });

  it('name a monitored household once for each identification, however many of its persons are listed', async () => {
    expect((await of('A69', 'twice')).map(({ hitKey }) => hitKey.split(':').at(-1)).sort()).toEqual(['2024-03', '2025-02']);
  });

  it('say nothing about months that are not on the list', async () => {
    expect(await of('A69', 'not dated')).toEqual([]);
  });

  it('do not look at what happened after the year', async () => {
    expect((await found('A69', 2024)).filter(({ household_id }) => household_id === households['twice']?.id)).toHaveLength(1);
  });

  it.each([['listed', 1], ['listed later', 0], ['delivered', 1], ['planned', 0], ['taken back', 0]] as const)('take a post that was %s as held by %s', async (name, holders) => {
    expect(await of('A67', name)).toHaveLength(holders);
  });

  it('do not judge an area that is not recorded, yet see that the old house is on no list', async () => {
    const [hit, ...more] = (await bench.run('A68', region, { max_m2_per_head: 25 })).hits.filter(({ household_id }) => household_id === households['moved']?.id);
    expect(more).toEqual([]);
    expect(hit?.vals).toMatchObject({ tooLarge: false, oldHouseStanding: false, oldHouseNotListed: true, m2PerHead: null });
  });

});
