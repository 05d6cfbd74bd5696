import { parseCaseId, shanghaiDate, type CaseId } from '#domain';
import { CheckRunner } from '#inspection';
import pg from 'pg';
import { readChecks, seedChecks, type CheckSeed } from '../../seeds/reference/seed-checks.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { cleanRegion, type CleanHousehold } from '../support/inspection/clean-region.js';

interface RunBody {
  id: string;
  results: { code: string; hits: number; newHits: number; goneHits: number }[];
}
interface HitBody {
  id: string;
  key: string;
  version: number;
  verdict: string;
  goneAt: string | null;
}
interface VersionRow {
  version: number;
  release: number | null;
  valid_from: string;
  valid_to: string | null;
  parameters: { value: number | null; origin: string }[];
}

const thisYear = Number(shanghaiDate(new Date()).slice(0, 4));
const from = `${thisYear}-01-01`;

/** Version 2 of a check as its file would bring it. */
function second(code: string, change: (sql: string) => string = (sql) => sql): CheckSeed[] {
  const seed = readChecks().find(({ definition }) => definition.code === code);
  if (!seed) throw new Error(`no check ${code}`);
  return [seed, { definition: { ...seed.definition, version: 2, validFrom: from }, sql: change(seed.sql ?? '') }];
}

describe('a second version of a check that a release brings', () => {
  let test: TestApp;
  let owner: pg.Client;
  let inspector: TestClient;
  let two: CleanHousehold;
  let none: CleanHousehold;
  beforeAll(async () => {
    test = await startTestApp();
    const region = await cleanRegion(test.database, 4);
    [two, none] = [region.household(), region.household()];
    if (two.members[1]) two.members[1].row['relation_to_head'] = '01';
    if (none.members[0]) none.members[0].row['relation_to_head'] = '99';
    await region.write(test.database);
    inspector = await test.as('inspector', '15');
    owner = new pg.Client(test.database.ownerUrl);
    await owner.connect();
    await owner.query(`set search_path = public, app; set app.scope = '15'; set app.actor = '00000000-0000-7000-8000-000000000001'; set app.role = 'system'; set app.request = 'test'`);
  }, 120_000);
  afterAll(async () => {
    await owner.end();
    await test.close();
  });

  async function run(year: number): Promise<RunBody> {
    const { body } = await inspector.post<RunBody>('/check-runs', { body: { division: '15', codes: ['A05'], year } });
    await test.app.get(CheckRunner).run(parseCaseId(body.id) as CaseId);
    return (await inspector.get<RunBody>(`/check-runs/${body.id}`)).body;
  }
  const hits = async (state: 'open' | 'gone') => (await inspector.get<{ items: HitBody[] }>(`/checks/A05/hits?state=${state}`)).body.items;
  const versions = (code: string) => adminQuery<VersionRow>(test.database, 'select version, release, valid_from::text, valid_to::text, parameters from check_version where code = $1 order by version', [code]);

  it('ends the first one the day before; runs and hits keep the version that made them, and verdicts stay with their hits', async () => {
    const before = await run(thisYear - 1);
    expect(before.results).toMatchObject([{ hits: 2, newHits: 2 }]);
    const judged = (await hits('open')).find(({ key }) => key === `A05:${two.id}`);
    await inspector.post(`/hits/${judged?.id}/verdict`, { body: { verdict: 'FALSE_ALARM', reason: '母子两户合住，已核实' } });

    const seeds = second('A05', (sql) => sql.replace("'01') <> 1", "'01') > 1"));
    expect(await seedChecks(owner, seeds)).toBe(1);
    expect(await seedChecks(owner, seeds)).toBe(0);
    expect(await versions('A05')).toMatchObject([{ version: 1, release: 1, valid_to: from }, { version: 2, release: 2, valid_from: from, valid_to: null }]);

    expect((await run(thisYear)).results).toMatchObject([{ hits: 1, newHits: 0, goneHits: 1 }]);
    expect(await hits('open')).toMatchObject([{ key: `A05:${two.id}`, version: 2, verdict: 'FALSE_ALARM' }]);
    expect(await hits('gone')).toMatchObject([{ key: `A05:${none.id}`, version: 1 }]);
    const runs = await adminQuery<{ version: number }>(test.database, `select (r.versions -> 'A05' ->> 'version')::int as version from check_run r order by r.id`);
    expect(runs.map(({ version }) => version)).toEqual([1, 2]);

    expect((await run(thisYear - 1)).results).toMatchObject([{ hits: 2, newHits: 1 }]);
    expect((await hits('open')).find(({ key }) => key === `A05:${two.id}`)?.verdict).toBe('FALSE_ALARM');
  });

  it('is refused in words when the file of a loaded version holds something else, and nothing is written', async () => {
    await adminQuery(test.database, "update installation set mode = 'production'");
    const changed = second('A05', (sql) => sql.replace("'01') <> 1", "'01') > 2"));
    await expect(seedChecks(owner, changed)).rejects.toThrow('check A05 version 2 was published with another content than A05-2.json has now');
    await expect(seedChecks(owner, changed)).rejects.toThrow('give the change a new version: A05 3, in A05-3.json, with a later validFrom');
    await adminQuery(test.database, "update installation set mode = 'test'");
    expect(await versions('A05')).toHaveLength(2);
  });

  it('comes after what officers have published meanwhile, and keeps the numbers they have set', async () => {
    const [first] = second('A68');
    const open = first?.definition.parameters.find(({ value }) => value === null);
    const region = await test.as('region_officer', '15');
    const basis = { zh: '测试文件〔2020〕1号', tag: 'source T1' };
    expect((await region.post('/checks/A68/parameters', { body: { values: { [open?.name ?? '']: 25 }, basis, effectiveFrom: '2020-01-01' } })).status).toBe(201);
    const seeds = second('A68');
    expect(await seedChecks(owner, seeds)).toBe(1);
    expect(await seedChecks(owner, seeds)).toBe(0);
    const stored = await versions('A68');
    expect(stored).toMatchObject([{ version: 1, release: 1, valid_to: '2020-01-01' }, { version: 2, release: null, valid_to: from }, { version: 3, release: 2, valid_to: null }]);
    expect(stored[2]?.parameters).toEqual(expect.arrayContaining([expect.objectContaining({ name: open?.name, value: 25, origin: 'source T1' })]));
  });
});
