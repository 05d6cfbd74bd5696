import { Test } from '@nestjs/testing';
import pg from 'pg';
import { CommitHooks, Connections, currentContext, Db, ENV, prepared, Replica, systemActor } from '#platform';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from '#platform';
import { testEnv } from '../support/app.js';
import { plantCanaries } from '../support/canaries.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const RUNS = 2_000;
/** Planned once per connection, run in every territory. */
const villagesOf = prepared('select h.village_code from household h where h.county_code >= $1');

describe('A3 the territory never leaks through the pool', () => {
  let database: TestDatabase;
  let db: Db;
  let close: () => Promise<void>;
  beforeAll(async () => {
    database = await createTestDatabase();
    await plantCanaries(database);
    const env = testEnv(database, '/nonexistent', { DATABASE_POOL: '4' });
    const module = await Test.createTestingModule({ imports: [TypeOrmModule.forRoot(dataSourceOptions(env))], providers: [Db, CommitHooks, Connections, Replica, { provide: ENV, useValue: env }] }).compile();
    db = module.get(Db);
    close = () => module.close();
  });
  afterAll(async () => {
    await close();
    await database.drop();
  });

  it(`${RUNS} interleaved transactions of 20 users on four connections, some killed in the middle, see only their own rows`, async () => {
    const killer = new pg.Client(database.adminUrl);
    await killer.connect();
    const scopes = ['15', '1501', '150125', '150121', '1502', '150221', '150125100201', '150125100', '150125101201', '150122'];
    let foreign = 0;
    let killed = 0;
    let seen = 0;
    const one = async (i: number) => {
      const scope = scopes[i % scopes.length] ?? '15';
      try {
        await db.run({ actor: systemActor(scope), readOnly: i % 3 === 0 }, async () => {
          const rows = await db.query<{ village_code: string; pid: number }>('select h.village_code, pg_backend_pid() as pid from household h');
          if (i % 20 === 7) await killer.query('select pg_terminate_backend($1)', [(await db.one<{ pid: number }>('select pg_backend_pid() as pid')).pid]);
          const again = await db.query<{ village_code: string }>(villagesOf, ['']);
          seen += rows.length;
          if (again.length !== rows.length) foreign += 1;
          foreign += [...rows, ...again].filter((row) => !row.village_code.startsWith(scope)).length;
          expect(currentContext().actor.scope).toBe(scope);
        });
      } catch {
        killed++;
      }
    };
    for (let i = 0; i < RUNS; i += 20) await Promise.all(Array.from({ length: 20 }, (_, k) => one(i + k)));
    await killer.end();
    console.log(`A3: ${RUNS} transactions, ${killed} killed, ${seen} rows seen, ${foreign} foreign`);
    expect(foreign).toBe(0);
    expect(seen).toBeGreaterThan(RUNS / 2);
    expect(killed).toBeLessThanOrEqual(RUNS / 10);
  }, 120_000);

  it('a failure at commit is a failure, and what was registered for after it does not happen', async () => {
    let happened = false;
    await expect(
      db.run({ actor: systemActor('15') }, async () => {
        db.afterCommit(() => { happened = true; });
        await db.query('create temp table t (x int, constraint once unique (x) deferrable initially deferred)');
        await db.query('insert into t values (1), (1)');
      }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(happened).toBe(false);
  });

  it('repeats the whole block after a deadlock', async () => {
    let attempts = 0;
    await db.run({ actor: systemActor('15') }, async () => {
      attempts++;
      if (attempts === 1) await db.query("do $$ begin raise exception 'x' using errcode = '40P01'; end $$");
    });
    expect(attempts).toBe(2);
  });

  it('goes on after a migration has changed the columns of a prepared statement on every connection', async () => {
    const admin = new pg.Client(database.adminUrl);
    await admin.connect();
    await admin.query('create table planned (a int); insert into planned values (1); grant select on planned to bangfu_app');
    const read = prepared('select p.* from planned p');
    const all = () => Promise.all(Array.from({ length: 4 }, () => db.run({ actor: systemActor('15') }, async () => {
      await db.query('select pg_sleep(0.05)'); // so that all four connections are in use
      return db.query(read);
    })));
    expect(await all()).toEqual(Array.from({ length: 4 }, () => [{ a: 1 }]));
    await admin.query('alter table planned add column b int default 2');
    expect(await db.run({ actor: systemActor('15') }, () => db.query(read))).toEqual([{ a: 1, b: 2 }]);
    expect(await all()).toEqual(Array.from({ length: 4 }, () => [{ a: 1, b: 2 }]));
    await admin.query('drop table planned');
    await admin.end();
  });
});
