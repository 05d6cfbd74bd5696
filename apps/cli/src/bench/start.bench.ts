import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './bench-world.js';
import { round, timed, type BenchResult } from './result.js';
import { freePort } from './server-process.js';

const READY_S = 20;
const GIVE_UP_MS = 180_000;
/** What a fresh clone does not have. */
const made = new Set(['node_modules', 'dist', 'data', 'artifacts', 'coverage', '.git', '.env']);

/** `npm start` in a fresh copy of the sources with its packages installed, then once more on the data it made. */
export async function benchStart({ quick }: { quick: boolean }): Promise<BenchResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bangfu-start-'));
  const copy = path.join(folder, 'bangfu');
  try {
    for (const name of readdirSync(root)) if (!made.has(name)) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    const floor = await timed(() => run(copy, ['--input-type=module', '-e', postgresAlone(path.join(folder, 'floor'))], {}, null));
    const cold = await startOnce(copy, path.join(folder, 'data'));
    const again = quick ? null : await startOnce(copy, path.join(folder, 'data'));
    const result = (name: string, { seconds, parts }: Started, floorSeconds: number | null): BenchResult => ({
      name, size: {}, figures: { seconds, ...parts }, floor: floorSeconds === null ? {} : { seconds: floorSeconds }, ratio: floorSeconds === null ? null : round(seconds / floorSeconds),
      goal: `ready within ${READY_S} s`, met: seconds <= READY_S,
    });
    return [result('start cold', cold, round(floor / 1_000)), ...(again ? [result('start again', again, null)] : [])];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The floor: a new cluster made, started and stopped. */
const postgresAlone = (directory: string): string =>
  `import { startPostgres } from './apps/launcher/lib/postgres.mjs'; const server = await startPostgres({ directory: ${JSON.stringify(directory)} }); await server.stop();`;

interface Started {
  readonly seconds: number;
  /** Seconds of the steps, as the launcher tells them; several of them run at the same time. */
  readonly parts: Record<string, number>;
}

async function startOnce(copy: string, dataDir: string): Promise<Started> {
  const begun = performance.now();
  const output = await run(copy, ['apps/launcher/start.mjs'], { DATA_DIR: dataDir, PORT: String(await freePort()), HOST: '127.0.0.1' }, /^ready http/m);
  const parts: Record<string, number> = {};
  for (const [, step, seconds] of output.text.matchAll(/^ {2}(\w+) .*?(\d+\.\d) s\)?$/gm)) if (step !== 'started') parts[step ?? ''] = Number(seconds);
  return { seconds: round((output.readyAt - begun) / 1_000), parts };
}

/** Runs Node in the copy until it says that it is ready, and stops it; or until it ends by itself. Throws with its output when it fails. */
function run(cwd: string, args: readonly string[], env: Record<string, string>, ready: RegExp | null): Promise<{ text: string; readyAt: number }> {
  return new Promise((resolve, reject) => {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, [...args], { cwd, env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    let readyAt = NaN;
    const late = setTimeout(() => child.kill('SIGTERM'), GIVE_UP_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (!ready?.test(text) || !Number.isNaN(readyAt)) return;
        readyAt = performance.now();
        child.kill('SIGTERM');
      });
    }
    child.once('exit', (code) => {
      clearTimeout(late);
      if (code === 0 && (ready === null || !Number.isNaN(readyAt))) resolve({ text, readyAt });
      else reject(new Error(`${args.at(-1)} ended with ${code}:\n${text.slice(-3_000)}`));
    });
  });
}
