import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { AuditAnchorService } from '#platform';
import * as sql from './audit.queries.js';
import type { BenchWorld } from './bench-world.js';
import { interleaved, percentile, round, timed, type BenchResult } from './result.js';

const CLIENTS = 16;
const SEAL_EVERY_MS = 300;
const OF_ONE_COUNTY = 300;
const OF_ALL_COUNTIES = 1_500;
const AS_OWNER = '-c role=bangfu_owner';

interface Place {
  readonly county_code: string;
  readonly id: string;
}

/** What the triggers cost a single edit and a large one, and how many edits a second are logged and sealed. */
export async function benchAudit(world: BenchWorld, { households, quick }: { households: number; quick: boolean }): Promise<BenchResult[]> {
  await world.populate(households, [2020]);
  const ms = quick ? 200 : 4_000;
  const results = await costs(world, households, quick);
  const counties = await world.admin(async (client) => (await client.query<{ code: string; n: number }>(sql.countiesWithHouseholds)).rows);
  const [largest] = counties;
  if (!largest) throw new Error('nobody lives here');
  const one = await appends(world, [largest.code], ms);
  const all = await appends(world, counties.map(({ code }) => code), ms);
  const { faults, unsealed } = await verify(world);
  const row = await world.admin(async (client) => (await client.query<{ n: number; bytes: number }>(sql.countLog)).rows[0]);
  const whole = faults === 0 && unsealed === 0;
  const sealed = (name: string, places: number, found: number, goal: number): BenchResult => ({
    name: `audit ${name}`, size: { households, counties: places, clients: CLIENTS, faults, unsealed }, figures: { appendsPerSecond: found, bytesPerRow: round((row?.bytes ?? 0) / (row?.n ?? 1)) },
    floor: {}, ratio: null, goal: `at least ${goal} edits a second, each a commit of its own, logged and sealed in chains without a fault`, met: found >= goal && whole,
  });
  return [...results, sealed('in one county', 1, one, OF_ONE_COUNTY), sealed('over all counties', counties.length, all, OF_ALL_COUNTIES)];
}

async function costs(world: BenchWorld, households: number, quick: boolean): Promise<BenchResult[]> {
  return world.admin(async (client) => {
    await client.query(sql.asSystem);
    const { rows: places } = await client.query<Place>(sql.someHouseholds, [null]);
    const members = (await client.query<{ n: number }>(sql.countMembers)).rows[0]?.n ?? 0;
    let turn = 0;
    const edits = async (switched: string): Promise<number> => {
      await client.query(switched);
      const times: number[] = [];
      for (let edit = 0; edit < (quick ? 10 : 200); edit++) {
        const place = places[turn++ % places.length];
        times.push(await timed(() => client.query(sql.editOne, [place?.county_code, place?.id])));
      }
      return percentile(times, 0.5);
    };
    const bulk = async (switched: string): Promise<number> => {
      await client.query(switched);
      return timed(() => client.query(sql.editAll));
    };
    const single = await interleaved({ logged: () => edits(sql.withAudit), bare: () => edits(sql.withoutAudit) }, quick ? 1 : 5);
    const large = await interleaved({ logged: () => bulk(sql.withAudit), bare: () => bulk(sql.withoutAudit) }, quick ? 1 : 3);
    await client.query(sql.withAudit);
    const result = (name: string, size: Record<string, number>, { logged, bare }: { logged: number[]; bare: number[] }): BenchResult => ({
      name: `audit ${name}`, size: { households, ...size }, figures: { ms: round(Math.min(...logged)) }, floor: { ms: round(Math.min(...bare)) }, ratio: round(Math.min(...logged) / Math.min(...bare)),
      goal: 'none is set; what the same write takes with and without its audit triggers', met: null,
    });
    return [result('of one edit', { rows: 1 }, single), result('of a large edit', { rows: members }, large)];
  }, AS_OWNER);
}

/** Edits a second by several connections at once while the chains are sealed as the application does it. */
async function appends(world: BenchWorld, counties: readonly string[], ms: number): Promise<number> {
  const clients = await Promise.all(Array.from({ length: CLIENTS + 1 }, async () => {
    const client = new pg.Client({ connectionString: world.adminUrl, options: AS_OWNER });
    await client.connect();
    await client.query(sql.asSystem);
    return client;
  }));
  const [sealer, ...writers] = clients as [pg.Client, ...pg.Client[]];
  try {
    const { rows: places } = await sealer.query<Place>(sql.someHouseholds, [counties.length === 1 ? counties[0] : null]);
    const end = performance.now() + ms;
    let done = 0;
    let next = 0;
    const write = async (client: pg.Client): Promise<void> => {
      while (performance.now() < end) {
        const place = places[next++ % places.length];
        await client.query(sql.editOne, [place?.county_code, place?.id]);
        done += 1;
      }
    };
    const sealing = async (): Promise<void> => {
      while (performance.now() < end) {
        await sleep(SEAL_EVERY_MS);
        for (const code of counties) await sealer.query(sql.seal, [code]);
      }
    };
    const started = performance.now();
    await Promise.all([sealing(), ...writers.map(write)]);
    return Math.round((done * 1_000) / (performance.now() - started));
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** Seals what is left and recomputes every chain. */
async function verify(world: BenchWorld): Promise<{ faults: number; unsealed: number }> {
  const { faults } = await world.app((app) => app.get(AuditAnchorService).verify());
  return world.admin(async (client) => ({ faults: faults.length, unsealed: (await client.query<{ n: number }>(sql.unsealed)).rows[0]?.n ?? 0 }));
}
