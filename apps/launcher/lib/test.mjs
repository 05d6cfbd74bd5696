import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { buildServer, buildWeb } from './build.mjs';
import { endPrograms, runProgram } from './children.mjs';
import { StartFault } from './fail.mjs';
import { install, installFault } from './install.mjs';
import { root } from './root.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** What a Jest result file says: tests that passed, and faults (failed tests and files that could not run). */
export function countResults(result) {
  const broken = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: result.numPassedTests, failed: result.numFailedTests + broken, skipped: result.numPendingTests + result.numTodoTests };
}

async function runJest(args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bangfu-jest-'));
  const report = path.join(folder, 'result.json');
  try {
    const jest = path.join(root, 'node_modules/jest/bin/jest.js');
    const env = { ...process.env, NODE_ENV: 'test', TZ: process.env.TZ ?? 'UTC' };
    for (const name of ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'REDIS_URL']) delete env[name];
    const { code } = await runProgram(process.execPath, [jest, '--json', `--outputFile=${report}`, ...args], { cwd: root, env, inherit: 'progress' });
    const counted = existsSync(report) ? countResults(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 1, skipped: 0 };
    return { ...counted, failed: Math.max(counted.failed, code === 0 ? 0 : 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare() {
  const fault = installFault(root);
  if (fault !== null) {
    console.log(`packages: ${fault}; npm ci`);
    await install(root);
  }
  await ensureSystemPackages((line) => console.log(line));
  await Promise.all([buildServer(root), buildWeb(root)]);
}

const seconds = (from, to) => Math.round((to - from) / 100) / 10;

/** Keeps what a complete run took, for `npm run bench -- tests`. */
function record(run) {
  mkdirSync(path.join(root, 'artifacts'), { recursive: true });
  writeFileSync(path.join(root, 'artifacts', 'npm-test.json'), JSON.stringify({ finishedAt: new Date().toISOString(), ...run }) + '\n');
}

/** npm test. */
export async function main(args) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void endPrograms().then(() => process.exit(1)));
  try {
    const [begun, loadBefore] = [performance.now(), loadavg()[0]];
    await prepare();
    const prepared = performance.now();
    const { passed, failed, skipped } = await runJest(args);
    if (args.length === 0) record({ prepareSeconds: seconds(begun, prepared), testSeconds: seconds(prepared, performance.now()), passed, failed, skipped, loadBefore });
    console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
    process.exit(failed > 0 ? 1 : 0);
  } catch (error) {
    console.error(error instanceof StartFault ? error.message : error);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
}
