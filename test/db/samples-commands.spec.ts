import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UsageError } from '../../apps/cli/src/command.js';
import { sampleCommands } from '../../apps/cli/src/commands/sample.js';
import { adminQuery } from '../support/admin.js';
import { testEnv } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { villages } from '../support/households.js';
import { plantFrame } from '../support/samples.js';

interface Printed { seed: string; frameSize: number; frameSha256: string; units: { id: string; ordinal: number }[] }
interface Verified { valid: boolean; sameFrame: boolean; sameList: boolean }

describe('bangfu sample', () => {
  let database: TestDatabase;
  let folder: string;
  const before = { ...process.env };
  const request = { name: '试抽', question: { dataset: 'household', division: '150221' }, unit: 'household', year: 2025, method: 'simple', size: 5, replacements: 2 };
  beforeAll(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'bangfu-sample-'));
    const env = testEnv(database, folder);
    Object.assign(process.env, {
      BANGFU_MODE: 'test', DATABASE_APP_URL: database.appUrl, DATABASE_QUEUE_URL: database.queueUrl, DATA_DIR: folder, BANGFU_FIELD_KEY: env.fieldKey, BANGFU_INDEX_KEY: env.indexKey,
    });
    delete process.env['REDIS_URL'];
    await plantFrame(database, [{ village: villages.haizi, status: 'REGISTERED', households: 20 }]);
  }, 120_000);
  afterAll(async () => {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before);
    process.exitCode = undefined;
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  const file = (name: string, content: object): string => {
    const at = path.join(folder, name);
    writeFileSync(at, JSON.stringify(content));
    return at;
  };
  const run = async <T>(word: string, at: string, values: Record<string, string> = {}): Promise<T> => {
    const command = sampleCommands.find(({ words }) => words.join(' ') === `sample ${word}`);
    process.exitCode = undefined;
    return (await command?.run({ values, args: [at] })) as T;
  };

  it('draws the same list from the same seed, keeps nothing, and verifies what it printed', async () => {
    const at = file('request.json', request);
    const printed = await run<Printed>('draw', at, { seed: 'abc' });
    expect([printed.seed, printed.frameSize, printed.units.length]).toEqual(['abc', 20, 7]);
    expect(await run<Printed>('draw', at, { seed: 'abc' })).toEqual(printed);
    expect((await run<Printed>('draw', at)).seed).not.toBe('abc');
    expect(await adminQuery(database, 'select 1 from sample')).toEqual([]);
    const list = file('list.json', printed);
    expect([await run<Verified>('verify', list), process.exitCode]).toMatchObject([{ valid: true }, undefined]);
    const swapped = JSON.parse(readFileSync(list, 'utf8')) as Printed;
    const [first, second] = swapped.units;
    if (first && second) [first.id, second.id] = [second.id, first.id];
    expect(await run<Verified>('verify', file('swapped.json', swapped))).toMatchObject({ valid: false, sameFrame: true, sameList: false });
    expect(process.exitCode).toBe(1);
    await plantFrame(database, [{ village: villages.haizi, status: 'REGISTERED', households: 1 }]);
    expect(await run<Verified>('verify', list)).toMatchObject({ valid: false, sameFrame: false });
  });

  it('draws the sizes that are typed for each stratum, and refuses another sum', async () => {
    const given = { ...request, method: 'stratified', stratifyBy: 'village', allocation: 'given', size: undefined, replacements: 0, given: [{ stratum: villages.haizi, units: 3 }] };
    expect((await run<Printed>('draw', file('given.json', given), { seed: 'abc' })).units).toHaveLength(3);
    await expect(run('draw', file('given-more.json', { ...given, size: 4 }))).rejects.not.toThrow(UsageError);
  });

  it('a malformed request is wrong usage, one that cannot be drawn a failure', async () => {
    await expect(run('draw', file('a.json', { ...request, size: 'many' }))).rejects.toThrow(UsageError);
    await expect(run('draw', path.join(folder, 'absent.json'))).rejects.toThrow(UsageError);
    await expect(run('verify', file('b.json', request))).rejects.toThrow(UsageError);
    await expect(run('draw', file('c.json', { ...request, size: 500 }))).rejects.not.toThrow(UsageError);
  });
});
