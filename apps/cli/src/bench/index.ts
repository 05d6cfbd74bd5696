import { benchApi } from './api.bench.js';
import { benchAudit } from './audit.bench.js';
import { benchChecks } from './checks.bench.js';
import { BenchWorld } from './bench-world.js';
import { benchComparison } from './compare.bench.js';
import { benchEntitlementLists } from './entitlements.bench.js';
import { benchImportFile } from './import.bench.js';
import { benchLists } from './lists.bench.js';
import { benchPages } from './pages.bench.js';
import { benchQuestions } from './questions.bench.js';
import { benchRecalc } from './recalc.bench.js';
import type { BenchResult } from './result.js';
import { benchRegion } from './region.bench.js';
import { benchSamples } from './samples.bench.js';
import { benchScreens } from './screens.bench.js';
import { benchStart } from './start.bench.js';
import { benchSync } from './sync.bench.js';
import { benchTests } from './tests.bench.js';
import { benchPhotos } from './uploads.bench.js';

export interface BenchOptions {
  /** Households of the register, or rows of the file; each benchmark has its own size without it. */
  readonly size: number | null;
  /** A few rounds only: shows that it runs, its figures say little. */
  readonly quick: boolean;
  /** A region that takes minutes to make stays for the next run. */
  readonly keep: boolean;
}

export interface Benchmark {
  readonly name: string;
  readonly help: string;
  run(options: BenchOptions): Promise<BenchResult[]>;
}

/** Everything that can be measured, by name. The import comes first, so that the memory it is held to is its own. */
export const benchmarks: readonly Benchmark[] = [
  { name: 'import', help: '100,000 rows checked and committed against COPY, and the memory that takes', run: ({ size }) => BenchWorld.with((world) => benchImportFile(world, size ?? 100_000)) },
  { name: 'recalc', help: '20,000 households recalculated against one tuned statement; one changed household in 2,000 and in 20,000', run: ({ size }) => benchRecalc(size ?? 20_000) },
  { name: 'entitlements', help: 'gap lists of 20,000 households over all measures against SQL of three measures written by hand', run: ({ size }) => benchEntitlementLists(size ?? 20_000) },
  { name: 'questions', help: 'thirty typical questions over the region against one parallel scan of the tables that they read', run: ({ size, quick, keep }) => benchQuestions({ households: size ?? (quick ? 600 : 20_000), quick, keep }) },
  { name: 'api', help: 'requests a second with session, transaction, territory and masking against a bare route', run: ({ size, quick }) => BenchWorld.with((world) => benchApi(world, { households: size ?? 5_000, quick })) },
  { name: 'lists', help: 'pages and name search for each level of territory against the same SQL without it', run: ({ size, quick }) => BenchWorld.with((world) => benchLists(world, { households: size ?? 20_000, quick })) },
  { name: 'audit', help: 'what the audit triggers cost a write, and how many writes a second are logged and sealed', run: ({ size, quick }) => BenchWorld.with((world) => benchAudit(world, { households: size ?? 5_000, quick })) },
  { name: 'uploads', help: '100 photographs over a line that breaks three times, against copying the bytes and rebuilding the images', run: ({ quick }) => BenchWorld.with((world) => benchPhotos(world, { photos: quick ? 8 : 100 })) },
  { name: 'sync', help: 'visits of eight phones with session, territory, audit and stored answer against the same rows by a bare pool; a village of 300 households as one pack', run: ({ size, quick }) => BenchWorld.with((world) => benchSync(world, { households: size ?? 300, visits: quick ? 160 : 2_400, rounds: quick ? 1 : 3 })) },
  { name: 'region', help: 'a whole region of households with visits, help and cases: made, and recalculated when nothing changed', run: ({ size, quick, keep }) => benchRegion({ households: size ?? (quick ? 600 : 20_000), keep }) },
  { name: 'compare', help: "100,000 lines of another department's list matched with a whole region, against COPY of the lines and one hash join", run: benchComparison },
  { name: 'sample', help: 'a sample of 400 from all households of a region, against reading their ids in one statement', run: ({ size, quick, keep }) => benchSamples({ households: size ?? (quick ? 600 : 20_000), quick, keep }) },
  { name: 'checks', help: 'all audit checks over a region, first and again with nothing changed, against one scan of the tables that they read', run: ({ size, quick, keep }) => BenchWorld.region({ households: size ?? (quick ? 600 : 20_000), keep }, benchChecks) },
  { name: 'screens', help: 'every statistical screen over a region, against one parallel scan of the facts of its households', run: ({ size, quick, keep }) => BenchWorld.region({ households: size ?? (quick ? 600 : 20_000), keep }, (world) => benchScreens(world, { quick })) },
  { name: 'pages', help: 'first paint and lists of the office in a real browser over a region, cold and warm, against the sign-in page; then the rows after a click on an open page', run: ({ size, quick, keep }) => benchPages({ households: size ?? (quick ? 600 : 20_000), quick, keep }) },
  { name: 'start', help: 'npm start in a fresh copy of the sources with its packages installed, step by step', run: ({ quick }) => benchStart({ quick }) },
  { name: 'tests', help: 'how long the last complete npm test on this checkout took', run: () => benchTests() },
];
