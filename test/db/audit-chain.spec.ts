import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { readAnchors, verifyAudit, writeAnchors, type Anchor } from '#platform';
import { adminQuery } from '../support/admin.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const COUNTY = '150125';
const ROWS = 300;
const key = Buffer.alloc(32, 7);

describe('G1 tampering with the audit log', () => {
  let database: TestDatabase;
  let anchors: Anchor[];
  let folder: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'anchors-'));
    await adminQuery(database, `
      do $$ begin
        perform set_config('app.scope', '15', true), set_config('app.actor', '00000000-0000-7000-8000-000000000001', true), set_config('app.role', 'system', true);
        for i in 1..${ROWS} loop
          insert into household (county_code, id, village_code, head_name) values ('${COUNTY}', app.uuid_v7(), '150125100201', '测试' || i);
        end loop;
      end $$`);
    // A row is sealed once nothing older runs on the server, and other tests run on it, too.
    for (let sealed = 0; sealed < ROWS; ) {
      await adminQuery(database, `select app.seal_audit('${COUNTY}')`);
      sealed = (await adminQuery<{ n: number }>(database, 'select count(*)::int as n from audit_seal'))[0]?.n ?? 0;
      if (sealed < ROWS) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const heads = await adminQuery<{ county_code: string; seq: string; hash: Buffer }>(database, 'select * from audit_head');
    await writeAnchors(folder, key, '2026-11-22', heads.map((h) => ({ countyCode: h.county_code, seq: Number(h.seq), hash: h.hash.toString('hex'), at: '2026-11-22T00:00:00Z' })));
    anchors = await readAnchors(folder, key);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await database.drop();
  });

  async function verifyAfter(tamper: string): Promise<string[]> {
    const client = new pg.Client(database.adminUrl);
    await client.connect();
    try {
      await client.query("begin; set local app.audit_scope = '15'");
      await client.query(tamper);
      return (await verifyAudit(client, anchors)).faults.map((fault) => fault.kind);
    } finally {
      await client.query('rollback');
      await client.end();
    }
  }

  const nth = (n: number) => `(select s.audit_id from audit_seal s where s.county_code = '${COUNTY}' and s.seq = ${n})`;

  it('finds nothing in a log that nobody touched', async () => {
    expect(await verifyAfter('select 1')).toEqual([]);
  });

  it('finds every random edit, deletion, swap, inserted row, cut tail and rewritten chain', async () => {
    let tried = 0;
    const place = fc.integer({ min: 1, max: ROWS });
    const kinds: Record<string, (n: number, m: number) => string> = {
      edit: (n) => `update audit_log set payload = payload || ' ' where id = ${nth(n)}`,
      actor: (n) => `update audit_log set actor_id = gen_random_uuid() where id = ${nth(n)}`,
      delete: (n) => `delete from audit_log where id = ${nth(n)}`,
      swap: (n, m) => `update audit_seal s set audit_id = o.audit_id from audit_seal o where s.seq = ${n} and o.seq = ${n === m ? (m % ROWS) + 1 : m} and false;
        with pair as (select seq, audit_id, row_number() over (order by seq) r from audit_seal where seq in (${n}, ${n === m ? (m % ROWS) + 1 : m}))
        update audit_log a set payload = (select b.payload from audit_log b where b.id = (select audit_id from pair where r = 2)) where a.id = (select audit_id from pair where r = 1)`,
      insert: (n) => `insert into audit_log select county_code, gen_random_uuid(), recorded_on, village_code, at, xid, actor_id, actor_role, request_id, op, table_name, row_id, household_id, payload from audit_log where id = ${nth(n)}`,
      tail: (n) => `delete from audit_log where id in (select audit_id from audit_seal where seq >= ${n}); delete from audit_seal where seq >= ${n};
        update audit_head set seq = ${n} - 1, hash = coalesce((select hash from audit_seal where seq = ${n} - 1), hash)`,
      rewrite: (n) => `update audit_log set actor_role = 'nobody' where id = ${nth(n)}; delete from audit_seal; delete from audit_head; select app.seal_audit('${COUNTY}')`,
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(kinds)), place, place, async (kind, n, m) => {
        tried++;
        const faults = await verifyAfter(kinds[kind]?.(n, m) ?? '');
        return faults.length > 0;
      }),
      { numRuns: 60 },
    );
    console.log(`G1: ${tried} tamperings of ${ROWS} rows, all found`);
  });

  it('refuses an anchor whose signature does not fit', async () => {
    await expect(readAnchors(folder, Buffer.alloc(32, 8))).rejects.toThrow('wrong signature');
  });

  it('G3 gives the application role no way to change or stop the log', async () => {
    const app = new pg.Client(database.appUrl);
    await app.connect();
    const attempts = [
      'update audit_log set op = op', 'delete from audit_log', 'truncate audit_log', 'alter table household disable trigger audit_insert',
      "set session_replication_role = 'replica'", 'update audit_seal set hash = hash', 'delete from audit_head', 'drop trigger audit_insert on household',
      "insert into audit_log (county_code, id, recorded_on, village_code, at, actor_id, actor_role, op, table_name, row_id, payload) values ('150125', gen_random_uuid(), current_date, '150125100201', now(), gen_random_uuid(), 'x', 'X', 'x', 'x', '{}')",
      'set role bangfu_owner', 'create or replace function app.require_actor() returns uuid language sql as $$ select gen_random_uuid() $$',
    ];
    let refused = 0;
    for (const sql of attempts) await app.query(sql).catch(() => refused++);
    await app.end();
    console.log(`G3: ${refused} of ${attempts.length} attempts refused`);
    expect(refused).toBe(attempts.length);
  });
});
