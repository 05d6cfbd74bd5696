import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

jest.setTimeout(300_000);

const root = path.resolve(__dirname, '../../..');
/** Everything that reckons with days: calendar, identity numbers, cells of files, facts, notices, rules with effective dates; and the days of the database. */
const specs = ['libs/domain/src/(?:time|identity|layouts|facts|fields|parameters|rules|procedures)/', 'libs/households/src/import/', 'test/db/time.spec.ts'];

interface Result {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: { name: string; message: string }[];
}

/** Runs the specs in a process of the zone and returns what Jest counted. */
async function runIn(zone: string): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bangfu-zone-'));
  const file = path.join(folder, 'result.json');
  const env = { ...process.env, TZ: zone, JEST_WORKER_ID: undefined };
  const child = spawn(process.execPath, [path.join(root, 'node_modules/jest/bin/jest.js'), '--runInBand', '--json', `--outputFile=${file}`, ...specs], { cwd: root, env, stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
  const result = JSON.parse(readFileSync(file, 'utf8')) as Result;
  rmSync(folder, { recursive: true, force: true });
  return result;
}

/** `npm test` itself runs in one of them (UTC unless told otherwise), so only the others are run again. */
const zones = ['UTC', 'Asia/Shanghai', 'America/New_York'].filter((zone) => zone !== process.env['TZ']);

describe('J1 the machine may stand in any time zone', () => {
  it.each(zones)('%s', async (zone) => {
    const result = await runIn(zone);
    console.log(`J1 ${zone}: ${result.numPassedTests} tests of days and times passed, ${result.numFailedTests} failed`);
    expect(result.testResults.map(({ message }) => message).filter(Boolean)).toEqual([]);
    expect([result.numFailedTests, result.numFailedTestSuites]).toEqual([0, 0]);
    expect(result.numPassedTests).toBeGreaterThan(150);
  });
});
