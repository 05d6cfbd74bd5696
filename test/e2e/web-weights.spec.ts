import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPages } from './web-harness.js';

jest.setTimeout(240_000);

const KIB = 1024;
/** What the phone stores, compressed. The aim is 300 KiB of scripts; this is what has been reached, so that it grows no further. */
const STORED_SCRIPTS = 365 * KIB;
const STORED_STYLES = 25 * KIB;
/** The same as it lies on the phone. */
const STORED_RAW = 1_500 * KIB;

describe('what the pages weigh', () => {
  let folder: string;
  const weigh = (files: readonly string[]) => files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0);
  beforeAll(async () => { folder = await buildPages(); });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The files that the service worker takes along. */
  const stored = (): string[] => [...readFileSync(path.join(folder, 'm/sw.js'), 'utf8').matchAll(/url:"([^"]+)"/g)].map((match) => `m/${match[1] ?? ''}`);

  it('on a phone stays within what it may store', () => {
    const files = stored();
    const [scripts, styles] = ['.js', '.css'].map((end) => weigh(files.filter((file) => file.endsWith(end))));
    const raw = files.reduce((sum, file) => sum + readFileSync(path.join(folder, file)).length, 0);
    process.stdout.write(`field desk: ${files.length} files, scripts ${Math.round((scripts ?? 0) / KIB)} KiB, styles ${Math.round((styles ?? 0) / KIB)} KiB compressed, ${Math.round(raw / KIB)} KiB as stored\n`);
    expect(files.length).toBeGreaterThan(20);
    expect(scripts).toBeLessThan(STORED_SCRIPTS);
    expect(styles).toBeLessThan(STORED_STYLES);
    expect(raw).toBeLessThan(STORED_RAW);
  });

  it('holds nothing of the office, its table or its charts', () => {
    const texts = stored().filter((file) => file.endsWith('.js')).map((file) => readFileSync(path.join(folder, file), 'utf8'));
    expect(texts.filter((text) => /ant-table|zrender|react-querybuilder/.test(text))).toEqual([]);
  });

  it('keeps the files of this build and of the one before, and no others', () => {
    const builds = JSON.parse(readFileSync(path.join(folder, 'builds.json'), 'utf8')) as string[][];
    const there = ['assets', 'm/assets'].flatMap((name) => readdirSync(path.join(folder, name)).map((file) => `${name}/${file}`));
    expect(builds).toHaveLength(2);
    expect(there.sort()).toEqual([...new Set(builds.flat())].sort());
  });
});
