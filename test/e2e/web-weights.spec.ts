import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPages } from './web-harness.js';

jest.setTimeout(240_000);

const KIB = 1024;
/** What the phone stores, compressed: the aim of 300 KiB of scripts. */
const STORED_SCRIPTS = 300 * KIB;
const STORED_STYLES = 10 * KIB;
/** The same as it lies on the phone. */
const STORED_RAW = 1_000 * KIB;
/** Scripts that the first page names: the frame, the store and the list of today come after them. */
const FIRST_SCRIPTS = 180 * KIB;

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
    expect(files.length).toBeGreaterThan(10);
    expect(scripts).toBeLessThan(STORED_SCRIPTS);
    expect(styles).toBeLessThan(STORED_STYLES);
    expect(raw).toBeLessThan(STORED_RAW);
  });

  it('on a phone begins with a small part of that', () => {
    const page = readFileSync(path.join(folder, 'm/index.html'), 'utf8');
    const named = [...page.matchAll(/"\/(m\/assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '');
    process.stdout.write(`field desk: the first page names ${named.length} scripts, ${Math.round(weigh(named) / KIB)} KiB compressed\n`);
    expect(named.length).toBeGreaterThan(1);
    expect(weigh(named)).toBeLessThan(FIRST_SCRIPTS);
  });

  it('holds nothing of the office, its table or its charts', () => {
    const texts = stored().filter((file) => file.endsWith('.js')).map((file) => readFileSync(path.join(folder, file), 'utf8'));
    expect(texts.filter((text) => /ant-table|adm-button|zrender|react-querybuilder/.test(text))).toEqual([]);
  });

  it('keeps the files of this build and of the one before, and no others', () => {
    const builds = JSON.parse(readFileSync(path.join(folder, 'builds.json'), 'utf8')) as string[][];
    const there = ['assets', 'm/assets'].flatMap((name) => readdirSync(path.join(folder, name)).map((file) => `${name}/${file}`));
    expect(builds).toHaveLength(2);
    expect(there.sort()).toEqual([...new Set(builds.flat())].sort());
  });
});
