import { systemActor } from '#platform';
import { changeRows, changes, roomForChanges } from '../../libs/inspection/src/screens/income.queries.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Loops'?: number;
  Plans?: PlanNode[];
}

const region = ['15', '15:', 2020, 3_000_000, 500_000];
const careless = `
select f.village_code, count(*) from household_fact f join household_fact b on b.county_code = f.county_code and b.village_code = f.village_code and b.household_id >= f.household_id and b.household_id <= f.household_id
where f.year = $1 and b.year = $1::integer - 1 group by 1 order by 1`;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
  // Ten counties with five villages each, two years of 4,000 households; one in ten is sudden.
  await adminQuery(test.database, `
    set session_replication_role = replica;
    insert into household_fact (county_code, household_id, village_code, year, status, net_income_per_capita_fen)
    select c.code, ('0190a000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, c.code || lpad((n % 5)::text, 6, '0'), y, 'REGISTERED', case when y = 2020 and n % 10 = 0 then 2000000 else 500000 end
    from generate_series(1, 4000) n join (select d.code, row_number() over (order by d.code) as i from division d where d.level = 'county' limit 10) c on c.i = 1 + n % 10, generate_series(2019, 2020) y`);
  await adminQuery(test.database, 'vacuum (analyze) household_fact');
}, 120_000);
afterAll(() => test.close());

/** Steps of the plan with how often each ran. */
async function steps(sql: string, params: unknown[]): Promise<PlanNode[]> {
  const rows = await test.db.run({ actor: systemActor('15') }, async () => {
    await test.db.query(roomForChanges);
    return test.db.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (analyze, format json) ${sql}`, params);
  });
  const all = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(all)];
  return rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => all(Plan)));
}
const named = (nodes: readonly PlanNode[]) => nodes.map((node) => node['Node Type']);
/** How often the table of facts was gone through. */
const scans = (nodes: readonly PlanNode[]) => nodes.filter((node) => node['Relation Name'] === 'household_fact').reduce((sum, node) => sum + (node['Actual Loops'] ?? 1), 0);

/** What the planner believes when it knows nothing. */
async function believeSmall(): Promise<void> {
  await adminQuery(test.database, "update pg_class set reltuples = 100, relpages = 1 where relname = 'household_fact'; delete from pg_statistic where starelid = 'household_fact'::regclass");
}

describe('the plan of the screen of sudden changes', () => {
  for (const belief of ['with fresh statistics', 'when the planner believes that the table is small']) {
    it(`reads each year once and joins them by a table in memory, without sorting, ${belief}`, async () => {
      if (belief !== 'with fresh statistics') await believeSmall();
      const plan = await steps(changes, [...region, 12]);
      expect(scans(plan)).toBe(2);
      expect(named(plan)).toContain('Hash Join');
      expect(named(plan).filter((step) => ['Sort', 'Incremental Sort', 'Nested Loop', 'Merge Join'].includes(step))).toEqual([]);
    });

    it(`looks up the names of one page only, ${belief}`, async () => {
      const plan = await steps(changeRows, [...region, true, null, 51]);
      expect(scans(plan)).toBe(2);
      const names = plan.filter((node) => node['Relation Name'] === 'household');
      expect(names.map((node) => node['Actual Loops'])).toEqual([51]);
    });
  }

  it('would be noticed if it sorted', async () => {
    expect(named(await steps(careless, [2020])).some((step) => step === 'Sort' || step === 'Nested Loop')).toBe(true);
  });
});
