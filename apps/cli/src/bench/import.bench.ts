import { benchImport } from '#households';
import type { BenchWorld } from './bench-world.js';
import { round, type BenchResult } from './result.js';

const OF_COPY = 0.25;
const PEAK_MB = 300;

/** Check and commit of a file, with one faulty row in a hundred, against COPY of its rows into a plain table with four indexes. */
export async function benchImportFile(world: BenchWorld, rows: number): Promise<BenchResult[]> {
  const found = await world.app((app) => benchImport(app, { rows, floorUrl: world.adminUrl }));
  const ms = found.checkMs + found.commitMs;
  return [
    {
      name: 'import', size: { rows: found.rows, layout: found.layout, kind: found.kind, megabytes: round(found.fileMb) },
      figures: {
        ms: round(ms), check: round(found.checkMs), commit: round(found.commitMs), errorFile: round(found.errorFileMs), again: round(found.recheckUnchangedMs),
        rowsPerSecond: Math.round(found.rowsPerSecond), processorMs: round(found.cpuMs),
      },
      floor: {
        copy: round(found.floor.copyMs), stageAndUpsert: round(found.floor.upsertMs), copyOfAllRowsWritten: round(found.floor.sameRows.copyMs),
        withTheirAuditRows: round(found.floor.sameRows.withAuditMs),
      },
      ratio: round(found.ofCopyOfFile), goal: `at least ${OF_COPY} of the speed of COPY of the rows of the file`, met: found.ofCopyOfFile >= OF_COPY,
    },
    {
      name: 'import memory', size: { rows: found.rows }, figures: { peakMb: round(found.peakMb) }, floor: { beforeMb: round(found.beforeMb) }, ratio: null,
      goal: `at most ${PEAK_MB} MB of resident memory`, met: found.peakMb <= PEAK_MB,
    },
  ];
}
