import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { adminQuery } from '../support/admin.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { root } from '../support/launcher.js';
import { buildPrograms } from '../support/system.js';

jest.setTimeout(180_000);

interface Result {
  name: string;
  size: Record<string, string | number>;
  figures: Record<string, number>;
  floor: Record<string, number>;
  ratio: number | null;
  goal: string;
  met: boolean | null;
}

/** Small sizes: that each runs, says what it should and leaves nothing behind. What it measures here means nothing. */
describe('bangfu bench', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    buildPrograms();
    database = await createTestDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'bangfu-bench-spec-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  /** The compiled command line; exit code and what it printed. */
  const bench = (...args: string[]) => new Promise<{ code: number; output: string; faults: string }>((resolve) => {
    const env = {
      PATH: process.env['PATH'] ?? '', BANGFU_MODE: 'test', BANGFU_ROOT: root, NODE_ENV: 'production', TZ: 'UTC', DATA_DIR: folder, TMPDIR: folder, DATABASE_ADMIN_URL: database.adminUrl,
      DATABASE_APP_URL: database.appUrl, DATABASE_QUEUE_URL: database.queueUrl, DATABASE_APP_PASSWORD: new URL(database.appUrl).password, DATABASE_QUEUE_PASSWORD: new URL(database.queueUrl).password,
      BANGFU_FIELD_KEY: '11'.repeat(32), BANGFU_INDEX_KEY: '22'.repeat(32),
    };
    execFile(process.execPath, ['dist/apps/cli/src/main.js', 'bench', ...args], { cwd: root, env }, (error, output, faults) => resolve({ code: error ? Number(error.code) : 0, output, faults }));
  });

  const measured = async (...args: string[]): Promise<Result[]> => {
    const { code, output, faults } = await bench(...args, '--quick', '--json');
    if (output === '') throw new Error(faults);
    const { results, machine } = JSON.parse(output) as { results: Result[]; machine: Record<string, string | number> };
    expect(Object.keys(machine)).toEqual(['cores', 'cpu', 'node', 'postgres', 'loadBefore', 'loadAfter']);
    for (const { figures, floor, ratio, goal } of results) {
      for (const value of [...Object.values(figures), ...Object.values(floor)]) expect(value).toBeGreaterThan(0);
      if (ratio !== null) expect(ratio).toBeGreaterThanOrEqual(0); // rounded, and tiny sizes on a busy machine round to nothing
      expect(goal.length).toBeGreaterThan(10);
    }
    expect(code).toBe(results.some(({ met }) => met === false) ? 1 : 0);
    expect(await adminQuery(database, `select datname from pg_database where datname like 'bangfu_bench%' or datname like 'bangfu_region%'`)).toEqual([]);
    return results;
  };
  const named = (results: readonly Result[]) => results.map(({ name }) => name);

  it('lists what can be measured when no name is given, and refuses a wrong one as wrong usage', async () => {
    const { code, output } = await bench();
    expect(code).toBe(0);
    for (const name of ['import', 'recalc', 'api', 'lists', 'audit', 'start', 'tests']) expect(output).toMatch(new RegExp(`^${name} +\\S.{20,}$`, 'm'));
    for (const args of [['nothing'], ['api', '--size', '5']]) expect(await bench(...args)).toMatchObject({ code: 2, output: '' });
  });

  it('import: rows in and out, the floors, and the peak of memory', async () => {
    const [import_, memory] = await measured('import', '--size', '400');
    expect(import_).toMatchObject({ name: 'import', size: { rows: 400, layout: 'H-B', kind: 'csv' } });
    expect(Object.keys(import_!.floor)).toEqual(['copy', 'stageAndUpsert', 'copyOfAllRowsWritten', 'withTheirAuditRows']);
    expect(memory!.figures['peakMb']).toBeGreaterThan(50);
  });

  it('recalc: the whole register, and one household in a small and in a large one', async () => {
    const results = await measured('recalc', '--size', '1200');
    expect(named(results)).toEqual(['recalc all changed', 'recalc nothing changed', 'recalc with entitlements', 'recalc one household']);
    expect(results[0]!.size['households']).toBe(1_200);
    expect(Number(results[0]!.size['facts']) % 1_200).toBe(0); // as many for each household: one a year
    expect(results[3]!.size).toMatchObject({ 'of the floor': 120 });
  });

  it('api: pages of the API beside a bare route with the same reads', async () => {
    const results = await measured('api', '--size', '400');
    expect(named(results)).toEqual(['api list', 'api detail', 'api division']);
    for (const { size } of results) expect(size['reads']).toBeGreaterThan(0);
  });

  it('lists: pages and searches for four levels of territory', async () => {
    const results = await measured('lists', '--size', '400');
    expect(named(results)).toEqual(['lists list', 'lists filtered', 'lists detail', 'lists search-1', 'lists search-2']);
    for (const { size } of results) expect(size['roles']).toBe(4);
  });

  it('audit: with and without triggers, and chains without a fault', async () => {
    const results = await measured('audit', '--size', '200');
    expect(named(results)).toEqual(['audit of one edit', 'audit of a large edit', 'audit in one county', 'audit over all counties']);
    for (const { size } of results.slice(2)) expect(size).toMatchObject({ faults: 0, unsealed: 0 });
  });

  it('questions: thirty of them over a region', async () => {
    const [questions] = await measured('questions', '--size', '200');
    expect(questions!.size).toMatchObject({ questions: 30 });
    expect(Object.keys(questions!.figures)).toEqual(['p50', 'p95', 'slowest']);
  });

  it('region: everything that a region has, and its recalculation', async () => {
    const [region] = await measured('region', '--size', '200');
    expect(region!.size).toMatchObject({ households: 200, counties: expect.any(Number) });
    for (const what of ['members', 'visits', 'cases', 'payments']) expect(region!.size[what]).toBeGreaterThan(0);
  });

  it('compare: a list over a whole region, every line counted once', async () => {
    const [compared] = await measured('compare', '--size', '200');
    expect(compared!.size).toMatchObject({ lines: 1_000, members: expect.any(Number) });
    const counts = ['by number', 'by name', 'doubtful', 'too common', 'not ours'].map((what) => Number(compared!.size[what]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1_000);
    expect(counts[0]).toBeGreaterThan(0);
  });

  it('sample: three ways of drawing beside the bare ids', async () => {
    const results = await measured('sample', '--size', '200');
    expect(named(results)).toEqual(['sample simple', 'sample stratified', 'sample cluster']);
  });

  it('screens: each of them over a region', async () => {
    const results = await measured('screens', '--size', '200');
    expect(named(results)).toContain('screens sudden_income');
    for (const { size } of results) expect(size['households']).toBe(200);
  });

  it('start: a fresh copy of the sources until it is ready, step by step', async () => {
    const [cold] = await measured('start');
    expect(Object.keys(cold!.figures)).toEqual(expect.arrayContaining(['seconds', 'server', 'web', 'database', 'schema', 'data', 'processes']));
    expect(cold!.floor['seconds']).toBeLessThan(cold!.figures['seconds']!);
  }, 480_000);

  it('tests: what the last complete run took, or that there was none yet', async () => {
    const { code, output, faults } = await bench('tests', '--json');
    if (output === '') expect([code, faults]).toEqual([1, expect.stringContaining('run npm test first')]);
    else expect((JSON.parse(output) as { results: Result[] }).results).toMatchObject([{ name: 'tests', figures: { seconds: expect.any(Number), testSeconds: expect.any(Number) } }]);
  });
});
