import type { BenchWorld } from './bench-world.js';
import { measurePages, type Load } from './measured-pages.js';
import { round, type BenchResult } from './result.js';

const GOAL = 0.6;
const COUNTY = '150221';
const LOAD: Load = { clients: 10, ms: 2_000, rounds: 5 };
const QUICK: Load = { clients: 2, ms: 200, rounds: 1 };

/** Requests a second with session, transaction, territory, masking and access record, against the same reads on a raw pool. */
export async function benchApi(world: BenchWorld, { households, quick }: { households: number; quick: boolean }): Promise<BenchResult[]> {
  const load = quick ? QUICK : LOAD;
  await world.populate(households, [2019, 2020]);
  const pages = await measurePages(world, [{ role: 'county_officer', division: COUNTY }], load, async ([officer], ask) => {
    if (!officer) throw new Error('nobody is signed in');
    const list = (await ask(officer, '/api/v1/households?limit=20')) as { items: { id: string }[] };
    const id = list.items[0]?.id;
    if (!id) throw new Error(`no household in ${COUNTY}`);
    const page = (key: string, path: string) => ({ key, path: `/api/v1${path}`, cookie: officer.cookie });
    return [page('list', '/households?limit=20'), page('detail', `/households/${id}`), page('division', `/divisions/${COUNTY}`)];
  });
  return pages.map(({ key, api, bare, reads }) => {
    const best = (slices: typeof api) => Math.max(...slices.map(({ perSecond }) => perSecond));
    const ratio = round(best(api) / best(bare));
    return {
      name: `api ${key}`, size: { households, clients: load.clients, reads },
      figures: { perSecond: best(api), p50: Math.min(...api.map(({ p50 }) => p50)), p95: Math.min(...api.map(({ p95 }) => p95)) },
      floor: { perSecond: best(bare), p50: Math.min(...bare.map(({ p50 }) => p50)), p95: Math.min(...bare.map(({ p95 }) => p95)) },
      ratio, goal: `at least ${GOAL} of the requests a second of a bare route with the same reads`, met: ratio >= GOAL,
    };
  });
}
