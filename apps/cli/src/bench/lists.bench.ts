import type { Role } from '#domain';
import type { BenchWorld } from './bench-world.js';
import { measurePages, type Load, type MeasuredPage } from './measured-pages.js';
import { percentile, round, type BenchResult } from './result.js';
import { measureTerritory } from './territory.js';

const RATIO = 1.7;
const COUNTY = '150221';
const LOAD: Load = { clients: 1, ms: 700, rounds: 3 };
const QUICK: Load = { clients: 1, ms: 100, rounds: 1 };

/** Pages of the register by the milliseconds that one in twenty may take longer. */
const pages: Readonly<Record<string, { p95: number; path: (household: string) => string }>> = {
  list: { p95: 150, path: () => '/households?limit=20' },
  filtered: { p95: 150, path: () => '/households?limit=20&status=REGISTERED&cause=01' },
  detail: { p95: 150, path: (household) => `/households/${household}` },
  'search-1': { p95: 300, path: () => `/households?limit=20&q=${encodeURIComponent('王')}` },
  'search-2': { p95: 300, path: () => `/households?limit=20&q=${encodeURIComponent('王伟')}` },
};

/** Pages of the register for each level of territory, one reader at a time, against the same SQL without session, territory and masking. */
export async function benchLists(world: BenchWorld, { households, quick }: { households: number; quick: boolean }): Promise<BenchResult[]> {
  await world.populate(households, [2019, 2020]);
  const village = await world.admin(async (client) => (await client.query<{ village_code: string }>(
    'select h.village_code from household h where h.county_code = $1 group by 1 order by count(*) desc, 1 limit 1', [COUNTY])).rows[0]?.village_code);
  if (!village) throw new Error(`no household in ${COUNTY}`);
  const people: { role: Role; division: string }[] = [
    { role: 'village_clerk', division: village }, { role: 'county_officer', division: COUNTY }, { role: 'prefecture_officer', division: COUNTY.slice(0, 4) },
    { role: 'region_officer', division: '15' },
  ];
  const measured = await measurePages(world, people, quick ? QUICK : LOAD, async (signedIn, ask) => {
    const found = [];
    for (const user of signedIn) {
      const list = (await ask(user, '/api/v1/households?limit=20')) as { items: { id: string }[] };
      for (const [name, { path }] of Object.entries(pages)) found.push({ key: `${name}@${user.role}`, path: `/api/v1${path(list.items[0]?.id ?? '')}`, cookie: user.cookie });
    }
    return found;
  });
  const results: BenchResult[] = [];
  for (const [name, { p95 }] of Object.entries(pages)) {
    const ofRoles = [];
    for (const { role, division } of people) {
      const page = measured.find(({ key }) => key === `${name}@${role}`);
      if (page) ofRoles.push({ role, ...figuresOf(page), ...(await measureTerritory(world, page.statements, division, quick ? 5 : 100)) });
    }
    const worst = ofRoles.reduce((a, b) => (b.ratio > a.ratio ? b : a));
    const slowest = Math.max(...ofRoles.map((one) => one.p95));
    results.push({
      name: `lists ${name}`, size: { households, roles: people.length, 'worst for': worst.role },
      figures: { p50: worst.p50, p95: slowest, sqlWithTerritory: worst.withTerritory }, floor: { p50: worst.bareP50, sql: worst.without },
      ratio: worst.ratio, goal: `at most ${RATIO} times the same SQL without territory and masking for every role, p95 at most ${p95} ms`, met: worst.ratio <= RATIO && slowest <= p95,
    });
  }
  return results;
}

function figuresOf({ api, bare }: MeasuredPage): { p50: number; p95: number; bareP50: number; ratio: number } {
  const p50 = Math.min(...api.map((slice) => slice.p50));
  const bareP50 = Math.min(...bare.map((slice) => slice.p50));
  return { p50, bareP50, p95: percentile(api.map((slice) => slice.p95), 0.5), ratio: round(p50 / bareP50) };
}
