import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { assuranceItems, codeListVersion, formatCaseId, MAX_OPERATIONS, shanghaiDate, SYNC_SCHEMA_VERSION, uuidV7, yearOf, type OperationResult } from '#domain';
import { RecalculationService } from '#eligibility';
import { bareVisitInsert } from '#teams';
import type { BenchWorld } from './bench-world.js';
import { createPeople, signIn } from './people.js';
import { interleaved, percentile, round, timed, type BenchResult } from './result.js';
import { ServerProcess } from './server-process.js';
import * as sql from './sync.queries.js';

const VILLAGE = '150221213200';
const COUNTY = VILLAGE.slice(0, 6);
const DEVICES = 8;
const SHARE = 0.35;
const MB = 1_048_576;
const registerTables = ['household', 'episode', 'member', 'household_year', 'member_year', 'household_comparison', 'identity_register', 'member_name_gram'] as const;

interface Phone {
  readonly id: string;
  seq: number;
  /** Numbers of the floor, far above those of the phone. */
  bare: number;
}

/** Visits from phones, each with session, territory, audit and stored answer, against the same rows by a bare pool; and a village of 300 households as one pack. */
export async function benchSync(world: BenchWorld, { households, visits, rounds }: { households: number; visits: number; rounds: number }): Promise<BenchResult[]> {
  const year = yearOf(shanghaiDate(new Date()));
  await world.populate(households, [year - 4, year - 3, year - 2, year - 1, year]);
  await intoOneVillage(world);
  const ids = await world.admin(async (client) => (await client.query<{ id: string }>(sql.householdsOf, [COUNTY, VILLAGE])).rows.map((row) => row.id));
  const people = [{ role: 'team_member' as const, division: VILLAGE }];
  await createPeople(world, people);
  const server = await ServerProcess.start('apps/api/src/main.js', world.env, { probe: '/ready' });
  const pool = new pg.Pool({ connectionString: world.adminUrl, max: DEVICES, options: '-c session_replication_role=replica' });
  try {
    const [member] = await signIn(server.port, people);
    if (!member) throw new Error('nobody was signed in');
    const call = await caller(server.port, member.cookie);
    const phones: Phone[] = [];
    for (let i = 0; i < DEVICES; i += 1) phones.push({ id: String((await call('POST', '/sync/devices', { installationId: uuidV7(), appVersion: '1.0.0' })).body['id']), seq: 1, bare: 1_000_000_000 });
    const work = { call, phones, ids, visits, pool };
    await Promise.all([throughHttp({ ...work, visits: DEVICES * 20 }), sameRows({ ...work, visits: DEVICES * 20 }), visitAlone({ ...work, visits: DEVICES * 20 })]);
    const times = await interleaved({ http: () => timed(() => throughHttp(work)), rows: () => timed(() => sameRows(work)), alone: () => timed(() => visitAlone(work)) }, rounds);
    const perSecond = (side: number[]) => round((visits * 1000) / percentile(side, 0.5));
    const ratio = round(perSecond(times.http) / perSecond(times.rows));
    const pack = await packOf(work);
    return [
      {
        name: 'sync.visits', size: { visits: visits * rounds, devices: DEVICES, batch: MAX_OPERATIONS }, figures: { visitsPerSecond: perSecond(times.http) },
        floor: { sameRowsPerSecond: perSecond(times.rows), visitRowAlonePerSecond: perSecond(times.alone) }, ratio,
        goal: `at least ${SHARE * 100} % of the same rows (visit, operation, two audit records in one transaction each) by a bare pool`, met: ratio >= SHARE,
      },
      {
        name: 'sync.snapshot', size: { households: ids.length, years: 5 }, figures: pack, floor: {}, ratio: null, goal: 'at most 3 MB compressed', met: (pack['megabytesCompressed'] ?? 9) <= 3,
      },
    ];
  } finally {
    await server.stop();
    await pool.end();
  }
}

type Call = (method: string, path: string, body?: unknown) => Promise<{ body: Record<string, unknown>; bytes: Buffer }>;
interface Work {
  readonly call: Call;
  readonly phones: readonly Phone[];
  readonly ids: readonly string[];
  readonly visits: number;
  readonly pool: pg.Pool;
}

async function caller(port: number, cookie: string): Promise<Call> {
  const base = `http://127.0.0.1:${port}/api/v1`;
  const me = (await (await fetch(`${base}/me`, { headers: { cookie } })).json()) as { csrfToken: string };
  return async (method, path, body) => {
    const headers = { cookie, 'x-csrf-token': me.csrfToken, 'accept-encoding': 'identity', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const response = await fetch(base + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${bytes.toString().slice(0, 300)}`);
    return { bytes, body: JSON.parse(bytes.toString()) as Record<string, unknown> };
  };
}

const content = () => ({ way: 'HOME', types: ['SITUATION'], visitedAt: new Date().toISOString(), assurances: assuranceItems.map((item) => ({ item, state: 'OK', carried: false })) });

/** Each phone sends its share in full batches, one after the other. */
async function throughHttp({ call, phones, ids, visits }: Work): Promise<void> {
  await Promise.all(phones.map(async (phone, lane) => {
    for (let left = Math.floor(visits / phones.length); left > 0; left -= MAX_OPERATIONS) {
      const operations = Array.from({ length: Math.min(left, MAX_OPERATIONS) }, (_, i) => ({
        opId: uuidV7(), deviceId: phone.id, deviceSeq: phone.seq++, kind: 'visit.record', entityId: formatCaseId(COUNTY, uuidV7()), occurredAt: new Date().toISOString(),
        schemaVersion: SYNC_SCHEMA_VERSION, codeListVersion, payload: { householdId: formatCaseId(COUNTY, householdOf(ids, i * phones.length + lane)), ...content() },
      }));
      const { body } = await call('POST', '/sync/operations', { operations });
      const failed = (body['results'] as OperationResult[]).find((result) => result.status !== 'applied');
      if (failed) throw new Error(`a visit was answered ${JSON.stringify(failed)}`);
    }
  }));
}

const householdOf = (ids: readonly string[], index: number): string => ids[index % ids.length] ?? '';

function visitRow(household: string): Record<string, unknown> {
  const now = new Date().toISOString();
  return {
    county_code: COUNTY, id: uuidV7(), recorded_on: now.slice(0, 10), village_code: VILLAGE, household_id: household, way: 'HOME', types: ['SITUATION'], visited_at: now, visited_on: now.slice(0, 10),
    clock_ahead: false, recorded_at: now, visitor_id: '00000000-0000-7000-8000-000000000001', visitor_name: 'bench', visitor_role: 'team_member', persons_met: [],
    assurances: content().assurances.map((answer) => ({ ...answer, count: 0 })), income_changes: [], needs: [], problems: [], attachment_ids: [], correction_no: 0, content_hash: 'a'.repeat(64),
  };
}

/** The floor: the same four rows in one transaction for each visit, nothing decided, no trigger, no territory. */
async function sameRows({ pool, phones, ids, visits }: Work): Promise<void> {
  await Promise.all(phones.map(async (phone, lane) => {
    const client = await pool.connect();
    try {
      for (let i = 0; i < Math.floor(visits / phones.length); i += 1) {
        const row = visitRow(householdOf(ids, i * phones.length + lane));
        const text = JSON.stringify(row);
        await client.query('begin');
        await client.query(bareVisitInsert, [text]);
        await client.query(sql.bareOperation, [COUNTY, uuidV7(), VILLAGE, phone.id.slice(7), phone.bare++, row['id']]);
        await client.query(sql.bareAudit, [COUNTY, VILLAGE, text]);
        await client.query('commit');
      }
    } finally {
      client.release();
    }
  }));
}

/** For comparison: the row of the visit and nothing else, one statement each. */
async function visitAlone({ pool, phones, ids, visits }: Work): Promise<void> {
  await Promise.all(phones.map(async (_, lane) => {
    for (let i = 0; i < Math.floor(visits / phones.length); i += 1) await pool.query(bareVisitInsert, [JSON.stringify(visitRow(householdOf(ids, i * phones.length + lane)))]);
  }));
}

async function packOf({ call, phones }: Work): Promise<Record<string, number>> {
  const query = `device=${phones[0]?.id}&village=${VILLAGE}`;
  const times: number[] = [];
  let bytes: Buffer = Buffer.alloc(0);
  let cursor = '';
  for (let i = 0; i < 5; i += 1) times.push(await timed(async () => {
    const pack = await call('GET', `/sync/snapshot?${query}`);
    bytes = pack.bytes;
    cursor = String(pack.body['cursor']);
  }));
  const changes: number[] = [];
  for (let i = 0; i < 10; i += 1) changes.push(await timed(() => call('GET', `/sync/changes?${query}&cursor=${cursor}`)));
  const compressed = gzipSync(bytes);
  if (gunzipSync(compressed).length !== bytes.length) throw new Error('the pack does not survive compression');
  return { snapshotMs: round(percentile(times, 0.5)), changesMs: round(percentile(changes, 0.5)), megabytes: round(bytes.length / MB), megabytesCompressed: round(compressed.length / MB) };
}

/** The generated people live all over the region; here they all live in one village. */
async function intoOneVillage(world: BenchWorld): Promise<void> {
  await world.admin(async (client) => {
    for (const table of registerTables) await client.query(sql.villageOfAll(table), [VILLAGE]);
    await client.query('vacuum (analyze)');
  }, '-c session_replication_role=replica');
  await world.app((app) => app.get(RecalculationService).recalculateCounty(COUNTY, { cause: 'bench' }));
}
