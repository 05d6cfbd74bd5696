import pg from 'pg';
import type { BenchWorld } from './bench-world.js';
import type { Statement } from './recorded-route.js';
import { interleaved, percentile, round, timed } from './result.js';

const SETTINGS = '-c jit=off -c search_path=public,app';

/** Milliseconds (median) of the statements of a page as the role that row security binds, inside its territory, and as the administrator. */
export async function measureTerritory(world: BenchWorld, statements: readonly Statement[], division: string, rounds: number): Promise<{ withTerritory: number; without: number }> {
  const bound = new pg.Client({ connectionString: world.env['DATABASE_APP_URL'], options: `${SETTINGS} -c app.scope=${division}` });
  await bound.connect();
  try {
    return await world.admin(async (free) => {
      const run = async (client: pg.Client): Promise<number> => {
        await client.query('begin read only');
        const spent = await timed(async () => {
          for (const { text, values } of statements) await client.query(text, values as unknown[]);
        });
        await client.query('commit');
        return spent;
      };
      const times = await interleaved({ bound: () => run(bound), free: () => run(free) }, rounds);
      return { withTerritory: round(percentile(times.bound, 0.5)), without: round(percentile(times.free, 0.5)) };
    }, `${SETTINGS} -c app.scope=15`);
  } finally {
    await bound.end();
  }
}
