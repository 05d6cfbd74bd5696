import { systemActor, type Actor } from '#platform';
import { cluesOfDivision } from '../../libs/teams/src/clue/clue-list.queries.js';
import { pairingsOfDivision } from '../../libs/teams/src/pairing/pairing.queries.js';
import { tasksOfDivision } from '../../libs/teams/src/task/task-list.queries.js';
import { findTask } from '../../libs/teams/src/task/task.queries.js';
import { visitsOfCounties, visitsOfCounty, visitsOfHousehold, visitsOfVillage } from '../../libs/teams/src/visit/visit-list.queries.js';
import { findVisit, visitSurroundings } from '../../libs/teams/src/visit/visit.queries.js';
import { walkInOrder } from '../../libs/teams/src/walk-in-order.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Alias?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

/** 4,000 households over 40 villages of four counties; ten visits each over two years, two tasks, a pairing and a clue. */
const population = `
set session_replication_role = replica;
with h as (
  insert into household (county_code, id, village_code, status, head_name, member_count)
  select left(code, 6), app.uuid_v7(), code, 'REGISTERED', '户' || n, 2
  from generate_series(1, 4000) n
  join (select code, row_number() over (order by code) - 1 as i from (
    select code, row_number() over (partition by left(code, 6) order by code) as r from division where level = 'village' and left(code, 6) in ('150221', '150222', '150121', '150125')) d where r <= 10
  ) v on v.i = n % 40
  returning *
), visits as (
  insert into visit (county_code, id, recorded_on, village_code, household_id, way, types, visited_at, visited_on, recorded_at, visitor_id, visitor_name, visitor_role, persons_met,
    assurances, income_changes, needs, problems, attachment_ids, content_hash)
  select county_code, app.uuid_v7(), day, village_code, id, 'HOME', '{}', day, day, day, id, '甲', 'team_member', '{}', '[]', '[]', '{}', '[]', '{}', 'x'
  from h cross join lateral (select date '2025-01-01' + ((n * 70 + length(head_name) * 13 + ascii(right(head_name, 1)) * 7) % 700) as day from generate_series(1, 10) n) d
), tasks as (
  insert into task (county_code, id, village_code, household_id, kind, description, due_on, status, created_by, created_by_name, created_at, content_hash)
  select county_code, app.uuid_v7(), village_code, id, 'WATER', 'x', date '2026-01-01' + ascii(right(head_name, 1)) * n, 'OPEN', id, '甲', now(), 'x' from h, generate_series(1, 2) n
), clues as (
  insert into risk_clue (county_code, id, village_code, household_id, channel, kind, severity, description, attachment_ids, occurred_at, reported_by, reported_by_name, reported_at, content_hash)
  select county_code, app.uuid_v7(), village_code, id, 'CADRE', 'WATER', 'LOW', 'x', '{}', now(), id, '甲', now(), 'x' from h
)
insert into pairing (county_code, id, village_code, household_id, helper_id, helper_name, helper_unit, started_on, content_hash)
select county_code, app.uuid_v7(), village_code, id, id, '甲', '乙', '2025-01-01', 'x' from h;`;

let t: TestApp;
let household: { county_code: string; id: string; village_code: string };
let visit: { county_code: string; id: string };
let task: { county_code: string; id: string };
beforeAll(async () => {
  t = await startTestApp();
  await adminQuery(t.database, population);
  await adminQuery(t.database, 'vacuum analyze household, visit, task, risk_clue, pairing');
  const one = async <Row extends object>(table: string) => (await adminQuery<Row>(t.database, `select county_code, id, village_code from ${table} order by village_code desc, id limit 1`))[0]!;
  household = await one('household');
  visit = await one('visit');
  task = await one('task');
}, 300_000);
afterAll(() => t.close());

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
async function plan(actor: Actor, statement: string, params: unknown[], inOrder = true): Promise<Node[]> {
  const [row] = await t.db.run({ actor, timeoutMs: 60_000 }, async () => {
    if (inOrder) await t.db.query(walkInOrder);
    return t.db.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (analyze, format json) ${statement}`, params);
  });
  return flat(row!['QUERY PLAN'][0]!.Plan);
}
/** Rows that a table gave up for a page, those thrown away included; its partitions together. */
const touched = (nodes: Node[], table: RegExp) =>
  nodes.filter((node) => table.test(node['Relation Name'] ?? '')).reduce((sum, node) => sum + ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1), 0);
const scanned = (nodes: Node[]) => nodes.filter((node) => node['Node Type'] === 'Seq Scan' && /^(visit|task|risk_clue|pairing|household)/.test(node['Relation Name'] ?? '') && (node['Actual Rows'] ?? 0) > 0);
const range = (scope: string) => [scope, `${scope}:`, scope.length >= 6 ? scope.slice(0, 6) : null];

describe('lists of field work read a page and little more', () => {
  const page = [null, null, null, null, 51];

  it.each([
    ['of a household', () => ['15', visitsOfHousehold, [...page, household.county_code, household.id]] as const, 30],
    ['of a village, as its team', () => [household.village_code, visitsOfVillage, [...page, household.village_code]] as const, 400],
    ['of a village, as the region', () => ['15', visitsOfVillage, [...page, household.village_code]] as const, 400],
    ['of a county', () => ['150222', visitsOfCounty, [...page, ...range('150222').slice(2), '150222', '150222:']] as const, 400],
    ['of the region', () => ['15', visitsOfCounties, [...page, '15', '15:']] as const, 1_600],
  ])('visits %s', async (_name, question, most) => {
    const [scope, statement, params] = question();
    const nodes = await plan(systemActor(scope), statement, [...params]);
    expect(scanned(nodes)).toEqual([]);
    expect(touched(nodes, /^visit/)).toBeLessThan(most);
  });

  it('corrections of a visit are found by its number, not among all of the county', async () => {
    const nodes = await plan(systemActor('150222'), visitsOfCounty, [...page, '150222', '150222', '150222:']);
    const corrections = nodes.filter((node) => /^c(_\d+)?$/.test(node.Alias ?? ''));
    expect(corrections.length).toBeGreaterThan(1);
    expect(corrections.filter((node) => !node['Index Cond']?.includes('corrects_id ='))).toEqual([]);
  });

  it('visits of a period leave out the years before it', async () => {
    const nodes = await plan(systemActor('150222'), visitsOfCounty, ['2026-06-01', null, null, null, 51, '150222', '150222', '150222:']);
    const listed = nodes.filter((node) => /^v(_\d+)?$/.test(node.Alias ?? '')).map((node) => node['Relation Name']);
    expect(listed).not.toContain('visit_2025');
    expect(listed).toContain('visit_2026');
  });

  it.each(['15', '150222', '150222102'])('tasks, clues and pairings within %s', async (scope) => {
    for (const [statement, params, table] of [
      [tasksOfDivision.open, [null, null, 51, ...range(scope), null, null, null], /^task/],
      [cluesOfDivision.open, [...range(scope), null, null, 51], /^risk_clue/],
      [pairingsOfDivision, [...range(scope), null, null, 51], /^pairing/],
    ] as const) {
      const nodes = await plan(systemActor(scope), statement, [...params]);
      expect(scanned(nodes)).toEqual([]);
      // Sorted within a village at most, which has a hundred households here.
      expect(touched(nodes, table)).toBeLessThan(500);
    }
  });
});

describe('one row', () => {
  it.each(['15', '1502', '150222'])('is found by its key within %s, not by probing every village', async (scope) => {
    const one = (nodes: Node[], table: RegExp) => nodes.filter((node) => table.test(node['Relation Name'] ?? '') && (node['Actual Rows'] ?? 0) > 0).map((node) => node['Index Name']);
    expect(one(await plan(systemActor(scope), findVisit, [visit.county_code, visit.id], false), /^visit_20/)).toEqual([expect.stringMatching(/_pkey$/)]);
    expect(one(await plan(systemActor(scope), findTask, [task.county_code, task.id], false), /^task$/)).toEqual(['task_pk']);
  });

  it('what a new visit is judged by is read from indexes, a few rows of each', async () => {
    const nodes = await plan(systemActor(household.village_code), visitSurroundings, [household.county_code, household.id, visit.id, null, null, []], false);
    expect(scanned(nodes)).toEqual([]);
    expect(touched(nodes, /^visit/)).toBeLessThan(30);
  });
});
