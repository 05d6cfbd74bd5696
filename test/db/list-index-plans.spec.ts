import { systemActor } from '#platform';
import { findBatch, listBatches } from '../../libs/households/src/import/batch/batch.queries.js';
import { findExport, listExports } from '../../libs/households/src/export/job/export-job.queries.js';
import { findCase } from '../../libs/procedures/src/case/case.queries.js';
import { territoryBox, walkInOrder } from '../../libs/procedures/src/case/case-list.queries.js';
import { dueLane } from '../../libs/procedures/src/notice/notice-board.queries.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

let app: TestApp;

/** 12,000 rows of each over 60 villages of four counties. */
const places = `
with place as (
  select n, v.code from generate_series(1, 12000) n
  join (select code, row_number() over (order by code) - 1 as i from (
    select code, row_number() over (partition by left(code, 6) order by code) as r from division where level = 'village' and left(code, 6) in ('150221', '150222', '150121', '150125')
  ) d where r <= 15) v on v.i = n % 60
)`;
const rows = [
  `${places} insert into case_file (county_code, id, village_code, pack_id, pack_code, subject_kind, division_code, year, status, current_step, current_kind, entered_at, started_by, started_by_name, started_role, started_unit, started_at)
   select left(p.code, 6), app.uuid_v7(), p.code, k.id, k.code, 'village', p.code, 2020, case when n % 4 = 0 then 'OPEN' else 'COMPLETED' end, case when n % 4 = 0 then 'public_notice' end,
     case when n % 8 = 0 then 'notice' end, now(), '00000000-0000-7000-8000-000000000001', '', 'system', '', now()
   from place p, (select id, code from procedure_pack where code = 'village_exit' limit 1) k`,
  `${places} insert into import_batch (county_code, id, village_code, division_code, file_name, file_kind, file_sha256, file_bytes, year, actor, uploaded_by)
   select left(p.code, 6), app.uuid_v7(), p.code, p.code, 'a.csv', 'csv', '', 1, 2020, '{}', '00000000-0000-7000-8000-000000000001' from place p`,
  `${places} insert into export_job (county_code, id, village_code, division_code, layout, sheet, year, format, encoding, actor)
   select left(p.code, 6), app.uuid_v7(), p.code, p.code, 'H-A', 'household', 2020, 'csv', 'utf8', '{}' from place p`,
  `insert into notice (county_code, id, village_code, case_id, step, place, poster_name, poster_village, opened_on, opened_at, min_days, unit, start_day_counts, closes_on, state, published_by)
   select c.county_code, app.uuid_v7(), c.village_code, c.id, 'public_notice', 'village', '', '', '2020-01-01', now(), 7, 'calendar', false, '2020-01-09', 'CLOSED', c.started_by from case_file c`,
];

beforeAll(async () => {
  app = await startTestApp();
  await adminQuery(app.database, 'drop index case_file_open_division');
  await adminQuery(app.database, `set session_replication_role = replica; ${rows.join(';\n')}`);
  await adminQuery(app.database, 'vacuum analyze case_file, import_batch, export_job, notice');
}, 120_000);
afterAll(() => app.close());

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];

async function plan(scope: string, statement: string, params: unknown[]): Promise<Node[]> {
  const [row] = await app.db.run({ actor: systemActor(scope) }, async () => {
    await app.db.query(walkInOrder);
    return app.db.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (analyze, format json) ${statement}`, params);
  });
  return flat(row!['QUERY PLAN'][0]!.Plan);
}

describe('one row beneath row security', () => {
  it.each([
    ['case_file', findCase], ['import_batch', findBatch], ['export_job', findExport], ['notice', 'select n.* from notice n where n.county_code = $1 and n.id = $2'],
  ])('%s is found by its key, however wide the territory', async (table, statement) => {
    const [row] = await adminQuery<{ county_code: string; id: string }>(app.database, `select county_code, id from ${table} order by village_code desc limit 1`);
    for (const scope of ['15', '1502', row!.county_code]) {
      const nodes = (await plan(scope, statement, [row!.county_code, row!.id])).filter((node) => node['Relation Name'] === table);
      expect([scope, nodes.map((node) => node['Index Name'])]).toEqual([scope, [`${table}_pk`]]);
    }
  });

  it('no index of these tables holds the id behind the village', async () => {
    const found = await adminQuery<{ name: string }>(app.database, `
      select i.indexrelid::regclass::text as name from pg_index i
      where (select attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) = 'village_code'
        and exists (select 1 from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey) and a.attname = 'id')
        and i.indrelid::regclass::text = any($1)`, [['household', 'case_file', 'notice', 'import_batch', 'export_job']]);
    expect(found.map(({ name }) => name)).toEqual([]);
  });
});

describe('lists by village', () => {
  const read = (nodes: Node[], table: string) => nodes.filter((node) => node['Relation Name'] === table).reduce((sum, node) => sum + (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0), 0);

  it('read a page of cases and the rest of its village, not the territory', async () => {
    for (const scope of ['15', '1502', '150221']) {
      const nodes = await plan(scope, territoryBox, [scope, `${scope}:`, null, null, null, null, 51]);
      expect(read(nodes, 'case_file')).toBeLessThanOrEqual(201);
    }
  });

  it('go on behind the cursor', async () => {
    const [last] = await adminQuery<{ village_code: string; id: string }>(app.database, 'select village_code, id from case_file order by village_code, id offset 9000 limit 1');
    const nodes = await plan('15', territoryBox, ['15', '15:', null, null, last!.village_code, last!.id, 51]);
    expect(read(nodes, 'case_file')).toBeLessThanOrEqual(401);
  });

  it('read the cases that wait for a notice and no others', async () => {
    const nodes = await plan('15', dueLane, ['15', '15:', null, null, 51, '2020-06-01']);
    expect(read(nodes, 'case_file')).toBeLessThanOrEqual(101);
  });

  it('of imports and exports stop after a page', async () => {
    for (const [table, statement, params] of [['import_batch', listBatches, [null, 51]], ['export_job', listExports, [null, 51, null]]] as const) {
      const nodes = await plan('150221', statement, [...params]);
      expect([table, nodes.filter((node) => node['Node Type'] === 'Seq Scan').length]).toEqual([table, 0]);
    }
  });
});
