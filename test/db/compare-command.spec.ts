import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FieldWriter } from '#households';
import { CryptoProvider } from '#platform';
import { CommandFault, UsageError, type Values } from '../../apps/cli/src/command.js';
import { compareCommands } from '../../apps/cli/src/commands/compare.js';
import { adminQuery } from '../support/admin.js';
import { testEnv } from '../support/app.js';
import { plantFamilies } from '../support/care.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { syntheticId, villages } from '../support/households.js';

interface Compared { id: string; rows: number; matchedById: number; matchedByName: number; notOurs: number; columns: Record<string, string | null> }

describe('bangfu compare', () => {
  let database: TestDatabase;
  let folder: string;
  const before = { ...process.env };
  const idNo = syntheticId('1950-02-03');
  beforeAll(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'bangfu-compare-'));
    const env = testEnv(database, folder);
    Object.assign(process.env, {
      BANGFU_MODE: 'test', DATABASE_APP_URL: database.appUrl, DATABASE_QUEUE_URL: database.queueUrl, DATA_DIR: folder, BANGFU_FIELD_KEY: env.fieldKey, BANGFU_INDEX_KEY: env.indexKey,
    });
    delete process.env['REDIS_URL'];
    const hash = new FieldWriter(new CryptoProvider(env)).identityHash('RESIDENT_ID', idNo);
    await plantFamilies(database, [{ villageCode: villages.haizi, people: [{ relation: '01', name: '安故一', birthDate: '1950-02-03', idNoBidx: hash }] }]);
  });
  afterAll(async () => {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before);
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  const file = (name: string, content: string) => {
    const place = path.join(folder, name);
    writeFileSync(place, content);
    return place;
  };
  const values: Values = { register: 'death', division: '1502', department: '市卫健委', purpose: '核查死亡人员仍在册', 'list-on': '2026-10-31' };
  const compare = (more: Values, list: string) => (compareCommands[0] ?? fail()).run({ values: { ...values, ...more }, args: [list] }) as Promise<Compared>;
  const fail = (): never => { throw new Error('no command'); };

  it('reads a list, maps what no heading says, matches it and prints the counts', async () => {
    const list = file('deaths.csv', `死者,证,死亡日期\n安故一,${idNo},2026-03-04\n外人,${syntheticId('1944-01-01')},2026-01-01\n`);
    const found = await compare({ map: ['死者=name', '证=idNo'] }, list);
    expect(found).toMatchObject({ rows: 2, matchedById: 1, matchedByName: 0, notOurs: 1, columns: { 死者: 'name', 证: 'idNo', 死亡日期: 'deathDate' } });
    expect(await adminQuery(database, 'select 1 from register_hit')).toHaveLength(1);
  });

  it('says what is wrong with its words, and in one line why a list cannot be compared', async () => {
    const list = file('names.csv', '姓名,备注\n安故一,无\n');
    await expect(compare({ register: 'gossip' }, list)).rejects.toThrow(UsageError);
    await expect(compare({ purpose: undefined }, list)).rejects.toThrow('--purpose is needed');
    await expect(compare({ 'list-on': '去年' }, list)).rejects.toThrow(UsageError);
    await expect(compare({ map: ['姓名'] }, list)).rejects.toThrow(UsageError);
    await expect(compare({}, path.join(folder, 'absent.csv'))).rejects.toThrow(UsageError);
    await expect(compare({}, list)).rejects.toMatchObject({ code: 'comparison.not-comparable' });
    const nobody = file('nobody.csv', '姓名,出生日期\n无日期,\n');
    await expect(compare({}, nobody)).rejects.toThrow(CommandFault);
  });
});
