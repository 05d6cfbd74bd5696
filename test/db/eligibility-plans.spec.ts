import pg from 'pg';
import { systemActor } from '#platform';
import { populateRegister } from '../../libs/eligibility/src/bench/population.queries.js';
import { countyFactsSelect } from '../../libs/eligibility/src/facts/area-facts.queries.js';
import { entitlementsOfHousehold, gapList } from '../../libs/eligibility/src/entitlements/entitlement-list.queries.js';
import { entitlementSelect, writeEntitlements, writeGaps } from '../../libs/eligibility/src/entitlements/entitlement.queries.js';
import { householdFactsSql, memberFactsSql } from '../../libs/eligibility/src/facts/household-facts.queries.js';
import { writeFacts } from '../../libs/eligibility/src/recalculation/compute.queries.js';
import { factsFromNothing, verdictsFromNothing } from '../../libs/eligibility/src/recalculation/from-nothing.js';
import { judge, writeVerdicts } from '../../libs/eligibility/src/recalculation/judgement.queries.js';
import { differencesOfFacts, differencesOfVerdicts } from '../../libs/eligibility/src/recalculation/proof.queries.js';
import * as recalculation from '../../libs/eligibility/src/recalculation/recalculation.queries.js';
import * as verdicts from '../../libs/eligibility/src/verdicts/verdict.queries.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eligibilityServices, type EligibilityServices } from '../support/eligibility-services.js';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Rows Removed by Join Filter'?: number;
  'Actual Loops'?: number;
  Plans?: PlanNode[];
}

/** Tables that grow with the number of households. */
const large = ['household', 'episode', 'member', 'member_year', 'household_year', 'household_fact', 'household_verdict', 'entitlement', 'entitlement_gap'];
const years = [2016, 2017, 2018, 2019, 2020, 2026];

let database: TestDatabase;
let services: EligibilityServices;
let place: { county: string; village: string; household: string };
beforeAll(async () => {
  database = await createTestDatabase();
  const admin = new pg.Client(database.adminUrl);
  await admin.connect();
  await populateRegister(admin, 3_000);
  services = await eligibilityServices(database);
  const { rows } = await admin.query<{ county: string; village: string; household: string }>(
    `select h.county_code as county, min(h.village_code) as village, (array_agg(h.id))[1] as household from household h group by 1 order by count(*) desc limit 1`);
  place = rows[0]!;
  const counties = await admin.query<{ code: string }>('select distinct county_code as code from household');
  for (const { code } of counties.rows) await services.recalculation.recalculateCounty(code, { cause: 'test' });
  await admin.query('analyze');
  await admin.end();
}, 120_000);
afterAll(async () => {
  await services.close();
  await database.drop();
});

/** Large tables that the plan reads whole. */
async function readWhole(scope: string, sql: string, params: unknown[]): Promise<string[]> {
  const rows = await services.db.run({ actor: systemActor(scope) }, () => services.db.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (format json) ${sql}`, params));
  const found: string[] = [];
  const visit = (node: PlanNode): void => {
    if (node['Node Type'] === 'Seq Scan' && large.includes(node['Relation Name'] ?? '')) found.push(node['Relation Name'] ?? '');
    node.Plans?.forEach(visit);
  };
  for (const row of rows) for (const { Plan } of row['QUERY PLAN']) visit(Plan);
  return found;
}

const village = () => [place.county, [place.village], years];

describe('the plan of a recalculation of one village', () => {
  it('would be noticed if it read a table whole', async () => {
    const careless = `select f.* from household_fact f join household_year y on y.household_id = f.household_id where f.net_income_fen > $1`;
    expect((await readWhole('15', careless, [0])).length).toBeGreaterThan(0);
  });

  it('reads no table of the county whole, neither for facts nor for verdicts nor for what fell away', async () => {
    const basis = await services.db.run({ actor: systemActor(place.county) }, () => services.basis.read(place.county, years));
    const written = writeVerdicts('household', basis.rules.household);
    const judgement = [...village(), JSON.stringify(basis.parameters), ...written.values, '0190a000-0000-7000-8000-000000000000', new Date(0)];
    expect(await readWhole(place.county, writeFacts('household'), village())).toEqual([]);
    expect(await readWhole(place.county, written.sql, judgement)).toEqual([]);
    expect(await readWhole(place.county, writeFacts('village'), village())).toEqual([]);
    expect(await readWhole(place.county, recalculation.recordedYears, [place.county, [place.village]])).toEqual([]);
    expect(await readWhole(place.county, recalculation.countHouseholds, [place.county, [place.village]])).toEqual([]);
  });

  it('computes entitlements of a village and their gaps by index', async () => {
    const { entitlements, parameters } = await services.db.run({ actor: systemActor(place.county) }, () => services.basis.read(place.county, years, 2020));
    const due = entitlementSelect(entitlements);
    const asked = [place.county, [place.village], [2020], JSON.stringify(parameters), ...due.values];
    expect(await readWhole(place.county, writeEntitlements(due), asked)).toEqual([]);
    expect(await readWhole(place.county, writeGaps, [place.county, [place.village]])).toEqual([]);
  });

  it('adds the county up from its villages, not from its households', async () => {
    expect(await readWhole(place.county, countyFactsSelect, village())).toEqual([]);
    expect(countyFactsSelect).not.toContain('household_fact');
  });

  it('asks for the members of one household by index, also under a rule over members', async () => {
    const rule = { over: 'members', quantifier: 'all', where: { field: 'has_medical_insurance', operator: '=', value: true } };
    const { ctes, select, values } = judge('household', [{ code: 'household.insured', level: 'household', versionId: '0190a000-0000-7000-8000-000000000000', expression: rule, years }]);
    expect(await readWhole(place.county, `with ${ctes.join(', ')} ${select}`, [...village(), '[]', ...values])).toEqual([]);
  });
});

describe('the plan of an approval and of the pages', () => {
  it('one household is computed by index', async () => {
    const one = [place.county, [place.household], [2020]];
    expect(await readWhole(place.county, householdFactsSql('household'), one)).toEqual([]);
    expect(await readWhole(place.county, memberFactsSql('household'), one)).toEqual([]);
  });

  it('a page of villages and the rows behind a number read no table whole, for an officer of the region', async () => {
    const list = ['15', ['150104', '150105', place.county], 2020, 'village.exit', null, '', 51, false];
    expect(await readWhole('15', verdicts.villageList, list)).toEqual([]);
    expect(await readWhole('15', verdicts.rowsOfVillage, [place.county, place.village, 2020, ['REGISTERED'], null, 51])).toEqual([]);
    const gaps = ['15', ['150104', '150105', place.county], 'LACKING', 'HEA-01', null, null, null, null, null, null, 51];
    expect(await readWhole('15', gapList, gaps)).toEqual([]);
    expect(await readWhole(place.county, entitlementsOfHousehold, [place.county, place.household])).toEqual([]);
    expect(await readWhole('15', verdicts.householdFact, [place.county, place.household, 2020])).toEqual([]);
    expect(await readWhole('15', verdicts.householdYears, [place.county, place.household])).toEqual([]);
  });
});

describe('the plan of a recalculation of a whole county', () => {
  /** Pairs of rows that were compared in vain. */
  async function comparedInVain(sql: string, params: unknown[]): Promise<number> {
    const rows = await services.db.run({ actor: systemActor(place.county) }, async () => {
      await services.db.query(recalculation.joins.whole);
      return services.db.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (analyze, format json) ${sql}`, params);
    });
    const count = (node: PlanNode): number => (node['Rows Removed by Join Filter'] ?? 0) * (node['Actual Loops'] ?? 1) + (node.Plans ?? []).reduce((sum, child) => sum + count(child), 0);
    return rows.reduce((sum, row) => sum + row['QUERY PLAN'].reduce((plans, { Plan }) => plans + count(Plan), 0), 0);
  }

  /** What the planner believes of a county that is one of many: next to nothing. */
  async function believeSmall(): Promise<void> {
    const admin = new pg.Client(database.adminUrl);
    await admin.connect();
    await admin.query(`update pg_class set reltuples = 100, relpages = 1 where relname = any($1)`, [large]);
    await admin.query(`delete from pg_statistic where starelid = any(select oid from pg_class where relname = any($1))`, [large]);
    await admin.end();
  }

  it('never compares every row of the county with every other, whatever the planner believes', async () => {
    const { households } = (await services.inCounty<{ households: number }>(place.county, 'select count(*)::integer as households from household'))[0]!;
    const villages = (await services.inCounty<{ code: string }>(place.county, 'select distinct village_code as code from household')).map(({ code }) => code);
    const basis = await services.db.run({ actor: systemActor(place.county) }, () => services.basis.read(place.county, years));
    const county = [place.county, villages, years];
    const fresh = verdictsFromNothing('village', basis);
    expect(households).toBeGreaterThan(1_000);
    await believeSmall();
    // Persons and episodes beside the years in which they did not belong yet; all with all would be a thousand times that.
    const usual = households * years.length * 20;
    expect(await comparedInVain(writeFacts('household'), county)).toBeLessThan(usual);
    expect(await comparedInVain(differencesOfFacts('household', factsFromNothing('household', basis)), county)).toBeLessThan(usual);
    expect(await comparedInVain(differencesOfVerdicts('village', fresh), [...county, JSON.stringify(basis.parameters), ...fresh.values])).toBeLessThan(usual);
  });
});
