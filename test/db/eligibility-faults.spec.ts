import fc from 'fast-check';
import pg from 'pg';
import { uuidV7 } from '#domain';
import { systemActor } from '#platform';
import { dueCounties, purgeRuns } from '../../libs/eligibility/src/recalculation/recalculation.queries.js';
import { adminQuery } from '../support/admin.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { householdCase } from '../support/eligibility-arbitraries.js';
import { writeCases, type WrittenCase } from '../support/eligibility-rows.js';
import { eligibilityServices, setRules, type EligibilityServices } from '../support/eligibility-services.js';

const county = '150221';
const [good, bad, other] = ['150221213200', '150221213201', '150221105202'] as const;
const exit = { field: 'net_income_per_capita_fen', operator: '>=', value: { param: 'poverty_line' } } as const;

let database: TestDatabase;
let services: EligibilityServices;
let cases: WrittenCase[];
beforeEach(async () => {
  database = await createTestDatabase();
  await setRules(database, [
    { code: 'household.exit', level: 'household', rule: exit, effectiveFrom: '2014-01-01' },
    { code: 'village.exit', level: 'village', rule: { field: 'incidence', operator: '<', value: { param: 'exit_village_incidence' } }, effectiveFrom: '2014-01-01' },
    { code: 'county.exit', level: 'county', rule: { field: 'poor_households', operator: '=', value: 0 }, effectiveFrom: '2014-01-01' },
  ]);
  const line = { poverty_line: 400_000, exit_village_incidence: 300 };
  services = await eligibilityServices(database, { 2019: line, 2020: line, 2021: line });
  cases = fc.sample(householdCase, { numRuns: 30, seed: 5 }).map((written, i) => ({ id: uuidV7(), villageCode: [good, bad, other][i % 3]!, written }));
  await writeCases(database, cases);
});
afterEach(async () => {
  await services.close();
  await database.drop();
});

const recalculate = () => services.recalculation.recalculateCounty(county, { cause: 'test' });
const query = <Row>(sql: string, params: unknown[] = []) => services.inCounty<Row>(county, sql, params);
const householdIn = (village: string) => cases.find(({ villageCode }) => villageCode === village)!.id;
/** Income that no eight bytes can add up. */
const poison = (village: string) =>
  query(`insert into household_year (county_code, id, village_code, household_id, year, member_count, wage_income_fen, business_income_fen) values ($1, $2, $3, $4, 2018, 1, 9e18, 9e18)`,
    [county, uuidV7(), village, householdIn(village)]);

describe('a village whose data cannot be computed', () => {
  it('is parked with its error while the others are computed, and is taken up again by its next change', async () => {
    await poison(bad);
    const run = await recalculate();
    expect(run?.parked).toEqual([{ villageCode: bad, sqlstate: '22003', message: 'bigint out of range' }]);
    expect(await query('select village_code, sqlstate from parked_village')).toEqual([{ village_code: bad, sqlstate: '22003' }]);
    const computed = await query<{ village_code: string }>('select distinct village_code from household_fact order by 1');
    expect(computed.map(({ village_code: code }) => code)).toEqual([other, good].sort());
    expect(await query('select 1 from dirty_village')).toEqual([]);

    await query('update household_year set business_income_fen = 0 where year = 2018 and wage_income_fen > 1e18');
    expect((await recalculate())?.parked).toEqual([]);
    expect(await query('select 1 from parked_village')).toEqual([]);
    expect(await query('select 1 from household_fact where village_code = $1 and year = 2018', [bad])).toHaveLength(10);
  });

  it('two of them are both found among many', async () => {
    await poison(bad);
    await poison(other);
    expect((await recalculate())?.parked.map(({ villageCode }) => villageCode).sort()).toEqual([bad, other].sort());
  });

  it('a sum over persons that leaves the range of a whole number parks its village, too', async () => {
    await query(`update household_year set member_count = 2000000000 where superseded_at is null and village_code = $1`, [bad]);
    await query(`update episode set status = 'REGISTERED', exited_on = null, not_entitled_on = null, closed_on = case when sequence = 9 then closed_on end where village_code = $1 and sequence = 9`, [bad]);
    await query(`update household set status = 'REGISTERED' where village_code = $1`, [bad]);
    const run = await recalculate();
    expect(run?.parked.map(({ villageCode, sqlstate }) => [villageCode, sqlstate])).toEqual([[bad, '22003']]);
  });
});

describe('a worker that dies in the middle of a run', () => {
  it('leaves nothing half: no facts, no run, and every claim in its place; the next run does it all', async () => {
    const claims = await query('select village_code, cause from dirty_village order by id');
    const held = new pg.Client(database.appUrl);
    await held.connect();
    // Whoever holds a row of the verdicts makes the run wait in its middle, after it wrote facts.
    await held.query(`begin; set local app.scope = '${county}'; set local search_path = public, app; lock table household_verdict in exclusive mode`);
    const dying = recalculate();
    const failed = expect(dying).rejects.toMatchObject({ code: 'not-ready' });
    let waiting: { pid: number }[] = [];
    while (waiting.length === 0) waiting = await adminQuery(database, `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%household_verdict%'`);
    await adminQuery(database, 'select pg_terminate_backend($1)', [waiting[0]!.pid]);
    await failed;
    await held.query('rollback');
    await held.end();

    expect(await query('select village_code, cause from dirty_village order by id')).toEqual(claims);
    expect(await query('select 1 from household_fact')).toEqual([]);
    expect(await query('select 1 from recalculation_run')).toEqual([]);
    expect(await recalculate()).toMatchObject({ households: 30 });
    expect((await services.proof.proveCounty(county))?.differences).toEqual([]);
  });
});

describe('two runs of one county at once', () => {
  it('go one after the other, and the second finds nothing left to do', async () => {
    const runs = await Promise.all([recalculate(), recalculate()]);
    expect(runs.filter((run) => run !== null)).toHaveLength(1);
    expect(await query('select 1 from recalculation_run')).toHaveLength(1);
  });

  it('runs of two counties do not wait for one another', async () => {
    const held = new pg.Client(database.appUrl);
    await held.connect();
    await held.query(`begin; select pg_advisory_xact_lock(hashtextextended('bangfu.recalculate.150222', 0))`);
    expect(await recalculate()).not.toBeNull();
    await held.query('rollback');
    await held.end();
  });
});

describe('a county that is due although nothing in it was written', () => {
  const due = async () => {
    const region = (sql: string, params: unknown[]) => services.db.run({ actor: systemActor('15') }, () => services.db.query<{ county_code: string }>(sql, params));
    const fingerprint = await services.db.run({ actor: systemActor('15') }, () => services.recalculation.fingerprint());
    return (await region(dueCounties, [fingerprint])).map((row) => row.county_code);
  };

  it('is found when a rule is published, when a parameter is recorded, and when the year turns in Shanghai', async () => {
    await recalculate();
    expect(await due()).toEqual([]);
    await query(`insert into parameter (id, name, value, source) values (gen_random_uuid(), 'exit_village_incidence', 250, '测试')`);
    expect(await due()).toEqual([county]);
    expect(await recalculate()).toBeNull(); // the lines of this test did not move, so there is nothing to compute
    expect(await due()).toEqual([]);
    await setRules(database, [{ code: 'household.exit', level: 'household', rule: exit, effectiveFrom: '2014-01-01' }]);
    expect(await due()).toEqual([county]);
    expect(await recalculate()).toMatchObject({ kind: 'WHOLE' });
    expect(await query('select 1 from village_verdict')).toEqual([]); // no rule of villages is left
    expect((await services.proof.proveCounty(county))?.differences).toEqual([]);

    // 16:00 UTC on 31 December is midnight in Shanghai.
    await adminQuery(database, `update installation set clock_offset = timestamptz '2031-12-31 15:59:00+00' - now()`);
    expect(await due()).toEqual([county]);
    await recalculate();
    await adminQuery(database, `update installation set clock_offset = timestamptz '2031-12-31 16:01:00+00' - now()`);
    expect(await due()).toEqual([county]);
    await recalculate();
    const years = await query<{ year: number }>('select distinct year from household_fact where year > 2030 order by 1');
    expect(years).toEqual([{ year: 2031 }, { year: 2032 }]);
    expect((await services.proof.proveCounty(county))?.differences).toEqual([]);
  });
});

describe('the proof', () => {
  it('finds no difference after incremental runs, whatever changed in between', async () => {
    await recalculate();
    await query(`update household set village_code = $1 where id = $2`, [good, householdIn(bad)]);
    await query(`update member set left_on = '2020-05-01' where village_code = $1`, [other]);
    await recalculate();
    await query(`update household_year set superseded_at = app.now() where superseded_at is null and village_code = $1 and year = 2020`, [good]);
    await recalculate();
    await query(`insert into village_year (county_code, id, village_code, year, rural_resident_population, village_type) values ($1, $2, $3, 2020, 1200, '01')`, [county, uuidV7(), good]);
    await query(`insert into area_decision (county_code, id, village_code, year, outcome, decided_on) values ($1, $2, $3, 2020, 'EXITED', '2020-12-01')`, [county, uuidV7(), good]);
    const proof = await services.proof.proveCounty(county);
    expect(proof).toMatchObject({ differences: [], households: 30, unsettled: [] });
    expect(await query(`select differences from recalculation_run where kind = 'PROOF'`)).toEqual([{ differences: 0 }]);
    const facts = await query<{ poor_village: boolean; decision: string }>('select poor_village, decision from village_fact where village_code = $1 and year = 2020', [good]);
    expect(facts).toEqual([{ poor_village: true, decision: 'EXITED' }]);
  });

  it.each([
    ['a fact', `update household_fact set member_count = member_count + 1 where (household_id, year) in (select household_id, year from household_fact where member_count is not null order by 1, 2 limit 1)`, 'household_fact'],
    ['a verdict', `update household_verdict set verdict = case verdict when 'met' then 'not_met' else 'met' end where (household_id, year) in (select household_id, year from household_verdict order by 1, 2 limit 1)`, 'household_verdict'],
    ['a missing row', `delete from village_fact where village_code = '${good}' and year = 2020`, 'village_fact'],
    ['a row too many', `insert into county_verdict select county_code, village_code, 1999, rule_code, verdict, leaves, rule_version_id, run_id, computed_at from county_verdict limit 1`, 'county_verdict'],
    ['a county sum', `update county_fact set poor_persons = coalesce(poor_persons, 0) + 1 where year = 2020`, 'county_fact'],
  ])('finds %s that was changed behind its back and lists the row', async (_, fault, relation) => {
    await recalculate();
    await query(fault);
    const proof = await services.proof.proveCounty(county);
    expect(proof?.differences.map((difference) => difference.relation)).toEqual([relation]);
    expect(await query('select relation, run_id from recalculation_difference')).toEqual([{ relation, run_id: proof?.runId }]);
  });

  it('runs again when a rule or parameter changes between the run and the comparison', async () => {
    await recalculate();
    const run = services.recalculation.recalculateCounty.bind(services.recalculation);
    let runs = 0;
    services.recalculation.recalculateCounty = async (code, options) => {
      const summary = await run(code, options);
      if (++runs === 1) services.lines[2020] = { ...services.lines[2020], poverty_line: 700_000 };
      return summary;
    };
    expect((await services.proof.proveCounty(county))?.differences).toEqual([]);
    expect(runs).toBe(2);
  });

  it('is followed by forgetting old runs, but not the last one of a village nor one that found differences', async () => {
    const first = await recalculate();
    await query(`update household_year set wage_income_fen = wage_income_fen + 1 where village_code = $1`, [good]);
    const second = await recalculate();
    const old = uuidV7();
    const differing = uuidV7();
    for (const [id, differences] of [[old, 0], [differing, 2]] as const) {
      await query(`insert into recalculation_run select (jsonb_populate_record(r, jsonb_build_object('id', $1::uuid, 'differences', $2::integer))).* from recalculation_run r where r.id = $3`, [id, differences, second!.runId]);
    }
    await query(purgeRuns, [county, new Date(Date.now() + 60_000)]);
    const left = (await query<{ id: string }>('select id from recalculation_run')).map(({ id }) => id);
    expect(left.sort()).toEqual([first!.runId, second!.runId, differing].sort());
    await query(purgeRuns, [county, new Date(0)]);
    expect(await query('select 1 from recalculation_run')).toHaveLength(3);
  });

  it('leaves a parked village out instead of calling it different', async () => {
    await recalculate();
    await poison(bad);
    const proof = await services.proof.proveCounty(county);
    expect(proof).toMatchObject({ unsettled: [bad] });
  });
});
