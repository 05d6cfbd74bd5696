import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { RuleSet } from '#domain';
import type { Simulation, StockReport } from '#eligibility';
import { FieldWriter } from '#households';
import { CryptoProvider } from '#platform';
import { UsageError } from '../../apps/cli/src/command.js';
import { commandsOf } from '../../apps/cli/src/commands/index.js';
import { generatePopulation } from '../../seeds/demo/generate.js';
import { parseStock } from '../../seeds/demo/plan.js';
import { adminQuery } from '../support/admin.js';
import { testEnv } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const county = '150125';
const stock = parseStock(readFileSync('seeds/reference/published/end-2016-registered.csv', 'utf8'));

describe('the command line', () => {
  let database: TestDatabase;
  let folder: string;
  const before = { ...process.env };
  beforeAll(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'bangfu-commands-'));
    const env = testEnv(database, folder);
    Object.assign(process.env, {
      BANGFU_MODE: 'test', DATABASE_APP_URL: database.appUrl, DATABASE_QUEUE_URL: database.queueUrl, DATA_DIR: folder, BANGFU_FIELD_KEY: env.fieldKey, BANGFU_INDEX_KEY: env.indexKey,
    });
    delete process.env['REDIS_URL'];
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    await generatePopulation([client], new FieldWriter(new CryptoProvider(env)), stock, { seed: 3, households: 120, calibrate: false, years: [2019, 2020], counties: [county], audited: true });
    await client.end();
  });
  afterAll(async () => {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before);
    process.exitCode = undefined;
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  const run = async <T>(words: string, values: Record<string, string | boolean> = {}, args: string[] = []): Promise<T> => {
    const command = (await commandsOf(words.split(' ')[0])).find((candidate) => candidate.words.join(' ') === words);
    if (!command) throw new Error(`no command ${words}`);
    process.exitCode = undefined;
    return (await command.run({ values, args })) as T;
  };

  it('recalculate computes what was written to, and --full --prove finds 0 differences', async () => {
    const first = await run<{ counties: number; factsChanged: number }>('recalculate');
    expect(first.counties).toBe(1);
    expect(first.factsChanged).toBeGreaterThan(240);
    const proof = await run<{ factsChanged: number; proof: { households: number; differences: number } }>('recalculate', { full: true, prove: true, division: county });
    expect(proof).toMatchObject({ factsChanged: 0, proof: { households: 120, differences: 0 } });
    expect(process.exitCode).toBeUndefined();
  });

  it('recalculate --prove fails when a stored fact was altered', async () => {
    await adminQuery(database, `update household_fact set net_income_per_capita_fen = net_income_per_capita_fen + 1 where (county_code, household_id, year) in (select county_code, household_id, year from household_fact where net_income_per_capita_fen is not null limit 1)`);
    const { proof } = await run<{ proof: { differences: number; counties: Record<string, number> } }>('recalculate', { prove: true });
    expect([proof.differences, proof.counties]).toEqual([1, { [county]: 1 }]);
    expect(process.exitCode).toBe(1);
    await run('recalculate', { full: true });
  });

  it('report stock adds up to the households', async () => {
    const report = await run<StockReport>('report stock', { year: '2020' });
    const [counted] = await adminQuery<{ households: number; persons: number }>(database, `select count(*)::int as households, sum(member_count)::int as persons from household
      where status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')`);
    expect(report.total).toMatchObject({ registeredHouseholds: counted?.households, registeredPersons: counted?.persons });
    expect([report.total.name, (await run<StockReport>('report stock', { division: county })).total.name]).toEqual(['内蒙古自治区', '武川县']);
    expect(report.counties.map(({ code }) => code)).toEqual([county]);
    expect(report.prefectures[0]?.incidenceBasisPoints).toBe(report.counties[0]?.incidenceBasisPoints);
    await expect(run('report stock', { division: '15x' })).rejects.toThrow(UsageError);
  });

  it('simulate says whom a rule would change, and writes nothing', async () => {
    const set = JSON.parse(readFileSync('seeds/reference/rules/household-exit.json', 'utf8')) as RuleSet;
    expect(await run<Simulation>('simulate', { year: '2020', division: county }, ['seeds/reference/rules/household-exit.json'])).toMatchObject({ flips: 0 });
    // Without the condition of safe water: some who were not met, or unproven, become met.
    const rules = (set.rule as { rules: { field: string }[] }).rules.filter(({ field }) => field !== 'safe_water');
    const file = path.join(folder, 'rule.json');
    writeFileSync(file, JSON.stringify({ ...set, version: 2, rule: { combinator: 'and', rules }, examples: set.examples.filter(({ facts, expected }) => facts['safe_water'] === true || expected === 'unproven') }));
    const simulation = await run<Simulation>('simulate', { year: '2020', division: county }, [file]);
    expect(simulation.flips).toBeGreaterThan(0);
    const [stored] = await adminQuery<{ versions: number }>(database, "select count(*)::int as versions from rule_version where code = 'household.exit'");
    expect(stored?.versions).toBe(1);
    await expect(run('simulate', {}, ['no-such-file.json'])).rejects.toThrow(UsageError);
  });

  it('story says in one line what to do when nothing answers', async () => {
    const written: string[] = [];
    const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    process.env['BANGFU_URL'] = 'http://127.0.0.1:1';
    expect(await run('story')).toBeUndefined();
    stderr.mockRestore();
    expect(written.join('')).toBe('no Bangfu answers at http://127.0.0.1:1: run npm start in another terminal, or set PORT or BANGFU_URL\n');
    expect(process.exitCode).toBe(1);
  });

  it('prints the file of a household and of its village, masked, and records the read', async () => {
    const [{ id, village } = { id: '', village: '' }] = await adminQuery<{ id: string; village: string }>(database, 'select county_code || \'-\' || id as id, village_code as village from household order by id limit 1');
    const out = path.join(folder, 'file.html');
    await run('file household', { out }, [id]);
    const page = readFileSync(out, 'utf8');
    expect(page).toContain('户情档案');
    expect(page).not.toMatch(/(?<![\d.])\d{17}[\dX](?!\d)/);
    expect(await adminQuery(database, "select 1 from audit_log where op = 'READ' and table_name = 'household.file'")).toHaveLength(1);
    await run('file village', { out }, [village]);
    expect(readFileSync(out, 'utf8')).toContain('村情档案');
    await expect(run('file village', { out }, ['150125'])).rejects.toThrow(UsageError);
  });
});
