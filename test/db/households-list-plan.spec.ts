import type { Actor } from '#platform';
import { systemActor } from '#platform';
import { findHousehold } from '../../libs/households/src/household/household.queries.js';
import { listHouseholds, searchByCode, searchByInitials, searchByName, walkInOrder } from '../../libs/households/src/list/list.queries.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

let app: TestApp;

/** 10,000 households with two members each, over 40 villages of four counties. */
const population = `
with h as (
  select app.uuid_v7() as id, v.code, n, (array['王','李','张','刘','陈','杨','赵','黄','周','吴'])[1 + (n / 320) % 10] as family,
    (array['小明','娜仁','大宝','其其格','建国','秀英','巴图','海霞'])[1 + (n / 40) % 8] as given
  from generate_series(1, 10000) n
  join (select code, row_number() over (order by code) - 1 as i from (
    select code from (select code, row_number() over (partition by left(code, 6) order by code) as r from division where level = 'village' and left(code, 6) in ('150221', '150222', '150121', '150125')) d where r <= 10
  ) picked) v on v.i = n % 40
), made as (
  insert into household (county_code, id, village_code, status, head_name, member_count, household_code)
  select left(code, 6), id, code, 'REGISTERED', family || given, 2, 'C' || n from h
)
insert into member (county_code, id, village_code, household_id, name, name_initials, relation_to_head, member_status)
select left(code, 6), app.uuid_v7(), code, h.id, family || given || case r when '01' then '' else '妻' end, case when given = '小明' then 'wxm' else 'abc' end || r, r, 'ACTIVE'
from h, unnest(array['01', '02']) r`;

beforeAll(async () => {
  app = await startTestApp();
  await app.db.run({ actor: systemActor('15'), timeoutMs: 60_000 }, () => app.db.query(population));
  await adminQuery(app.database, 'vacuum analyze household, member, member_name_gram');
}, 120_000);
afterAll(() => app.close());

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];

async function plan(actor: Actor, statement: string, search: string[], cursor?: { village_code: string; id: string }): Promise<Node[]> {
  const scope = actor.scope ?? '';
  const params = [scope, `${scope}:`, scope.length >= 6 ? scope.slice(0, 6) : null, cursor?.village_code ?? null, cursor?.id ?? null, 51, null, null, null, null, 'household.exit', 2024, ...search];
  const [row] = await app.db.run({ actor }, async () => {
    await app.db.query(walkInOrder);
    return app.db.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (analyze, format json) ${statement}`, params);
  });

  return flat(row!['QUERY PLAN'][0]!.Plan);
}
const reads = (nodes: Node[], table: string) => nodes.filter((node) => node['Relation Name'] === table);

describe('name search beneath row security', () => {
  it.each([
    ['one character, region', '15', ['王', '王']],
    ['two characters, region', '15', ['娜仁', '娜仁']],
    ['three characters, region', '15', ['其其格', '其其']],
    ['one character, county', '150221', ['王', '王']],
    ['two characters, village', '150221104001', ['小明', '小明']],
  ])('finds %s through the index of name parts, page by page, without reading the table', async (_name, scope, search) => {
    const nodes = await plan(systemActor(scope), searchByName, search);
    const grams = reads(nodes, 'member_name_gram');
    expect(grams.map((node) => node['Index Name'])).toEqual(['member_name_gram_search']);
    expect(grams[0]!['Index Cond']).toContain('gram =');
    expect(grams[0]!['Index Cond']).toContain('village_code');
    // A page of 51 households and no more: 102 persons, of whom three-character names drop those that only begin alike.
    expect(grams[0]!['Actual Rows']).toBeLessThan(700);
    for (const table of ['household', 'member']) {
      expect(reads(nodes, table).map((node) => [node['Index Name'], node['Actual Rows']])).toEqual([[`${table}_pk`, 1]]);
    }
    expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan' && ['household', 'member', 'member_name_gram'].includes(node['Relation Name'] ?? ''))).toEqual([]);
  });

  it('finds pinyin initials through the same index', async () => {
    const nodes = await plan(systemActor('150221'), searchByInitials, ['wx', 'wx{']);
    expect(reads(nodes, 'member_name_gram')[0]).toMatchObject({ 'Index Name': 'member_name_gram_search' });
    expect(reads(nodes, 'member_name_gram')[0]!['Index Cond']).toContain('gram >=');
  });

  it('would not use it for a pattern, which is why there are name parts', async () => {
    const pattern = searchByName.replace('g.gram = $14', 'm.name like $14');
    const nodes = await plan(systemActor('15'), pattern, ['王', '王%']);
    expect(reads(nodes, 'member_name_gram').map((node) => node['Index Cond'] ?? '').filter((condition) => condition.includes('gram ='))).toEqual([]);
  });
});

describe('other lists', () => {
  it('reads a page of households in the order of its index, and no more than a page', async () => {
    for (const scope of ['15', '150221', '150221104001']) {
      const households = reads(await plan(systemActor(scope), listHouseholds, []), 'household');
      expect(households.map((node) => node['Node Type'])).toEqual(['Index Scan']);
      // Sorted within a village, which has 250 households here.
      expect((households[0]!['Actual Rows'] ?? 0) + (households[0]!['Rows Removed by Filter'] ?? 0)).toBeLessThanOrEqual(251);
    }
  });

  it('goes on behind the cursor without reading what lies before it', async () => {
    const [last] = await adminQuery<{ village_code: string; id: string }>(app.database, 'select village_code, id from household order by village_code, id offset 7000 limit 1');
    const [node] = reads(await plan(systemActor('15'), listHouseholds, [], last), 'household');
    expect((node!['Actual Rows'] ?? 0) + (node!['Rows Removed by Filter'] ?? 0)).toBeLessThanOrEqual(501);
  });

  it('finds one household by its key, not by probing every village of the territory', async () => {
    const [row] = await adminQuery<{ county_code: string; id: string }>(app.database, 'select county_code, id from household order by village_code desc limit 1');
    for (const scope of ['15', '1502', '150222']) {
      const [found] = await app.db.run({ actor: systemActor(scope) }, () => app.db.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (analyze, format json) ${findHousehold}`, [row!.county_code, row!.id]));

      expect(reads(flat(found!['QUERY PLAN'][0]!.Plan), 'household').map((node) => node['Index Name'])).toEqual(['household_pk']);
    }
  });

  it('finds a household number through its index in every territory', async () => {
    for (const scope of ['15', '1502', '150221']) {
      const nodes = await plan(systemActor(scope), searchByCode, ['C77']);
      expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'household')).toEqual([]);
      expect(nodes.some((node) => (node['Index Cond'] ?? '').includes('household_code'))).toBe(true);
    }
  });
});
