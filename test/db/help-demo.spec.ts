import { readFileSync } from 'node:fs';
import pg from 'pg';
import { FieldWriter } from '#households';
import { CryptoProvider, Db, systemActor, type Actor } from '#platform';
import { listAssignments } from '../../libs/measures/src/assignment/assignment.queries.js';
import { listPayments } from '../../libs/measures/src/payment/payment.queries.js';
import { listPlans } from '../../libs/measures/src/plan/plan.queries.js';
import { walkInOrder } from '../../libs/measures/src/shared/list.queries.js';
import { findRow } from '../../libs/measures/src/shared/rows.queries.js';
import { generatePopulation } from '../../seeds/demo/generate.js';
import { seedHelp, type HelpReport } from '../../seeds/demo/help.js';
import { parseStock } from '../../seeds/demo/plan.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, testEnv, type TestApp } from '../support/app.js';

const asSystem = "begin; set local app.scope = '15'; set local app.audit_scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; set local app.request = 'seed'";
interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

let app: TestApp;
let first: HelpReport;
let again: HelpReport;
let milliseconds = 0;
const none = async (sql: string) => expect(await adminQuery(app.database, sql)).toEqual([]);

beforeAll(async () => {
  app = await startTestApp();
  const client = new pg.Client(app.database.ownerUrl);
  client.on('error', () => undefined);
  await client.connect();
  const stock = parseStock(readFileSync('seeds/reference/published/end-2016-registered.csv', 'utf8'));
  await generatePopulation([client], new FieldWriter(new CryptoProvider(testEnv(app.database, '/nonexistent'))), stock, { seed: 20_161_231, households: 2_000, calibrate: false, years: [2020], counties: ['150125', '150429', '150525', '152222'], audited: false });
  const seed = async () => {
    await client.query(asSystem);
    const report = await seedHelp(client);
    await client.query('commit');
    return report;
  };
  const start = performance.now();
  first = await seed();
  milliseconds = performance.now() - start;
  again = await seed();
  await client.end();
}, 120_000);
afterAll(() => app.close());

describe('the help of the demo', () => {
  it('is made once, in a moment, with every state of every table', async () => {
    console.log(`demo help in ${Math.round(milliseconds)} ms: ${JSON.stringify(first)}`);
    expect(Object.values(again).every((n) => n === 0)).toBe(true);
    expect(Math.min(...Object.values<number>({ ...first }))).toBeGreaterThan(9);
    const states = async (table: string) => (await adminQuery<{ s: string }>(app.database, `select distinct status as s from ${table} order by 1`)).map((row) => row.s);
    expect(await states('assignment')).toEqual(['APPROVED', 'CANCELLED', 'CLOSED', 'DELIVERED', 'PLANNED', 'REFUSED']);
    expect(await states('help_plan')).toEqual(['AGREED', 'CONFIRMED', 'DRAFT']);
    expect((await states('project')).length).toBeGreaterThan(5);
    expect((await adminQuery(app.database, 'select distinct ledger from asset')).length).toBe(3);
    expect((await adminQuery(app.database, "select distinct settlement from payment where reverses_id is null")).length).toBe(2);
  });

  it('keeps every rule that the services keep', async () => {
    await none('select f.id from fund f where f.allocated_fen < (select coalesce(sum(p.amount_fen), 0) from payment p where p.fund_id = f.id) + (select coalesce(sum(e.amount_fen), 0) from project_expense e where e.fund_id = f.id)');
    await none('select a.id from assignment a where coalesce(a.approved_amount_fen, 0) < (select coalesce(sum(p.amount_fen), 0) from payment p where p.assignment_id = a.id)');
    await none('select y.id from asset_yield y where y.amount_fen < (select coalesce(sum(d.amount_fen), 0) from asset_distribution d where d.yield_id = y.id)');
    await none('select p.id from payment p where p.paid_on > app.today() or p.settled_on > app.today()');
    await none('select p.id from payment p left join payment r on r.id = p.reversed_by_id where p.reversed_by_id is not null and (r.amount_fen <> -p.amount_fen or r.reverses_id <> p.id)');
    await none("select a.id from assignment a where a.status in ('APPROVED', 'DELIVERED', 'CLOSED', 'REFUSED') and (a.decided_by is null or a.decided_by = a.planned_by)");
  });
});

describe('lists of help beneath row security', () => {
  const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
  const explain = async (actor: Actor, statement: string, params: unknown[], walk = true): Promise<Node[]> => {
    const db = app.app.get(Db);
    const rows = await db.run({ actor }, async () => {
      if (walk) await db.query(walkInOrder);
      return db.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (analyze, format json) ${statement}`, params);
    });
    return flat(rows[0]!['QUERY PLAN'][0]!.Plan);
  };
  beforeAll(() => adminQuery(app.database, 'vacuum analyze assignment, payment, help_plan, household'));

  it.each([
    ['assignment', listAssignments, [null, null, null, null]], ['payment', listPayments, [null, null, null, null, null]], ['help_plan', listPlans, [null, null]],
  ] as const)('read a page of %s in the order of its index, and little more', async (table, statement, filters) => {
    for (const scope of ['15', '150125']) {
      const nodes = await explain(systemActor(scope), statement, [scope, `${scope}:`, scope.length >= 6 ? scope : null, null, null, 51, ...filters]);
      const walked = nodes.find((node) => node['Relation Name'] === table && (node['Index Name'] ?? '').includes('village'));
      expect([scope, walked?.['Node Type']]).toEqual([scope, 'Index Scan']);
      expect((walked?.['Actual Rows'] ?? 0) + (walked?.['Rows Removed by Filter'] ?? 0)).toBeLessThan(250);
    }
  });

  it.each(['assignment', 'payment', 'help_plan', 'project', 'fund', 'asset'] as const)('find one %s by its key', async (table) => {
    const [row] = await adminQuery<{ county_code: string; id: string }>(app.database, `select county_code, id from ${table} limit 1`);
    const nodes = await explain(systemActor('15'), findRow[table], [row!.county_code, row!.id], false);
    const total = (await adminQuery<{ n: number }>(app.database, `select count(*)::int as n from ${table}`))[0]?.n ?? 0;
    if (total > 200) expect(nodes.map((node) => node['Index Name']).filter(Boolean)).toEqual([`${table}_pk`]);
    expect(nodes[0]?.['Actual Rows']).toBe(1);
  });
});
