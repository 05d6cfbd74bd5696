import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bench-world.js';
import { round, type BenchResult } from './result.js';

/** `.ci/run` ends the tests after this time. */
const CI_LIMIT_S = 32 * 60;

interface LastRun {
  readonly finishedAt: string;
  readonly prepareSeconds: number;
  readonly testSeconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly loadBefore: number;
}

/** What the last complete `npm test` on this checkout took; it is not run again. */
export function benchTests(): Promise<BenchResult[]> {
  const file = path.join(root, 'artifacts', 'npm-test.json');
  if (!existsSync(file)) throw new Error('no complete npm test was recorded in artifacts/npm-test.json yet: run npm test first');
  const last = JSON.parse(readFileSync(file, 'utf8')) as LastRun;
  const seconds = round(last.prepareSeconds + last.testSeconds);
  return Promise.resolve([{
    name: 'tests', size: { finishedAt: last.finishedAt, passed: last.passed, failed: last.failed, skipped: last.skipped, loadBefore: last.loadBefore },
    figures: { seconds, prepareSeconds: last.prepareSeconds, testSeconds: last.testSeconds }, floor: {}, ratio: null,
    goal: `no budget is set for the whole run; .ci/run ends it after ${CI_LIMIT_S} s`, met: last.failed === 0 && seconds <= CI_LIMIT_S,
  }]);
}
