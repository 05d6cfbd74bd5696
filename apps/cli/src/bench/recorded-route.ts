import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BenchWorld } from './bench-world.js';
import { ask } from './http-load.js';
import { ServerProcess } from './server-process.js';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A page that is measured, asked for by one user. */
export interface Page {
  readonly key: string;
  readonly path: string;
  readonly cookie: string;
}

/** What a transaction adds to the reads of a route: begin with its settings, commit, and the record that somebody read. */
const added = /^\s*(?:begin|commit|rollback|select nullif\(current_setting|select app\.record_event|select set_config)/i;

/**
 * The reads that each page does, taken down while the API itself serves it once: the floor does exactly these, without session,
 * transaction, territory, masking and access record, and cannot fall behind the code.
 */
export async function recordReads(world: BenchWorld, pages: readonly Page[]): Promise<Record<string, Statement[]>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bangfu-record-'));
  const file = path.join(folder, 'statements');
  writeFileSync(file, '');
  const api = await ServerProcess.start('apps/api/src/main.js', { ...world.env, BANGFU_RECORD: file }, { probe: '/ready', preload: 'apps/cli/src/bench/record-queries.js' });
  try {
    const found: Record<string, Statement[]> = {};
    for (const { key, path: pagePath, cookie } of pages) {
      writeFileSync(file, '');
      await ask({ port: api.port, path: pagePath, cookie });
      const all = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Statement & { connection?: number });
      const begin = all.findIndex(({ text }) => /^begin/.test(text));
      // Only those of its own connection: the queue and the sealing of the log read beside it.
      found[key] = all.slice(begin).filter(({ connection, text }) => connection === all[begin]?.connection && !added.test(text));
      if (found[key].length === 0) throw new Error(`${pagePath} read nothing`);
    }
    return found;
  } finally {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
