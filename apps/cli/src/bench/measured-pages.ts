import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Role } from '#domain';
import type { BenchWorld } from './bench-world.js';
import { ask, hammer, type Slice } from './http-load.js';
import { createPeople, signIn, type SignedIn } from './people.js';
import { recordReads, type Page, type Statement } from './recorded-route.js';
import { interleaved } from './result.js';
import { ServerProcess } from './server-process.js';

export interface MeasuredPage {
  readonly key: string;
  /** Of the API and of the bare route, slice by slice. */
  readonly api: readonly Slice[];
  readonly bare: readonly Slice[];
  /** Statements of the page itself. */
  readonly reads: number;
  readonly statements: readonly Statement[];
}

export interface Load {
  readonly clients: number;
  readonly ms: number;
  readonly rounds: number;
}

type Ask = (user: SignedIn, path: string) => Promise<Record<string, unknown>>;

/** Serves the same pages by the API and by a bare route that does the same reads, and measures both in turn. */
export async function measurePages(
  world: BenchWorld, people: readonly { role: Role; division: string }[], load: Load, pagesFor: (people: readonly SignedIn[], ask: Ask) => Promise<Page[]>,
): Promise<MeasuredPage[]> {
  await createPeople(world, people);
  const api = await ServerProcess.start('apps/api/src/main.js', world.env, { probe: '/ready' });
  let bare: ServerProcess | undefined;
  try {
    const signedIn = await signIn(api.port, people);
    const pages = await pagesFor(signedIn, async (user, page) => (await ask({ port: api.port, path: page, cookie: user.cookie })).body as Record<string, unknown>);
    const reads = await recordReads(world, pages);
    const file = path.join(world.env['DATA_DIR'] ?? '', 'statements.json');
    writeFileSync(file, JSON.stringify(reads));
    bare = await ServerProcess.start('apps/cli/src/bench/bare-server.js', { ...world.env, BARE_DATABASE_URL: world.adminUrl, BARE_STATEMENTS: file }, { probe: '/ready' });
    const floor = bare.port;
    const measured: MeasuredPage[] = [];
    for (const { key, path: page, cookie } of pages) {
      const targets = { api: { port: api.port, path: page, cookie }, bare: { port: floor, path: `/bare/${key}` } };
      for (const target of [targets.api, targets.bare]) {
        await ask(target); // once by itself, for its complaint in words
        await hammer(target, { clients: load.clients, ms: Math.min(300, load.ms) });
      }
      measured.push({ key, reads: reads[key]?.length ?? 0, statements: reads[key] ?? [], ...(await interleaved({ api: () => hammer(targets.api, load), bare: () => hammer(targets.bare, load) }, load.rounds)) });
    }
    return measured;
  } catch (error) {
    throw new Error([(error as Error).message, api.faults, bare?.faults].filter(Boolean).join('\n'));
  } finally {
    await bare?.stop();
    await api.stop();
  }
}
