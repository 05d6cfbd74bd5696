import path from 'node:path';
import { countyCodeOf, formatCaseId } from '#domain';
import { FileInspector, parseEnv } from '#platform';
import { benchUploads } from '#teams';
import type { BenchWorld } from './bench-world.js';
import { ask } from './http-load.js';
import { createPeople, signIn } from './people.js';
import { round, type BenchResult } from './result.js';
import { ServerProcess } from './server-process.js';
import { anyHousehold } from './uploads.queries.js';

const MB = 1_048_576;

/** Photographs over a line that breaks three times, against writing the same bytes to the same disk. */
export async function benchPhotos(world: BenchWorld, { photos }: { photos: number }): Promise<BenchResult[]> {
  await world.populate(100, [2020]);
  const place = await world.admin(async (client) => (await client.query<{ county_code: string; id: string; village_code: string }>(anyHousehold)).rows[0]);
  if (!place) throw new Error('nobody lives here');
  const people = [{ role: 'county_officer' as const, division: countyCodeOf(place.village_code) }];
  await createPeople(world, people);
  const server = await ServerProcess.start('apps/api/src/main.js', world.env, { probe: '/ready' });
  try {
    const [officer] = await signIn(server.port, people);
    if (!officer) throw new Error('nobody was signed in');
    const me = await ask({ port: server.port, path: '/api/v1/me', cookie: officer.cookie });
    const inspector = new FileInspector(parseEnv(world.env));
    const found = await benchUploads({
      target: { port: server.port, cookie: officer.cookie, csrfToken: (me.body as { csrfToken: string }).csrfToken },
      householdId: formatCaseId(place.county_code, place.id), folder: path.join(world.env['DATA_DIR'] ?? '.', 'floor'), photos,
      rebuild: (photo) => inspector.inspect(photo, 'image/jpeg'),
    });
    return [{
      name: 'uploads', size: { photos, megabytes: round(found.bytes / MB), cuts: found.cuts },
      figures: {
        seconds: round(found.seconds), photosPerSecond: round(photos / found.seconds), sentAgainKilobytes: round(found.sentAgainBytes / 1024),
        sentAgainShare: Math.round((found.sentAgainBytes / found.bytes) * 10_000) / 10_000,
      },
      floor: { copySeconds: round(found.copySeconds), rebuildSeconds: round(found.rebuildSeconds) },
      ratio: round(found.seconds / (found.copySeconds + found.rebuildSeconds)),
      goal: 'none is set; the floor is copying the same bytes to the disk and rebuilding the same images, and at most the chunk of each cut is sent again', met: null,
    }];
  } finally {
    await server.stop();
  }
}
