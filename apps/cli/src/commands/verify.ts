import { verifySeeds, type SeedReport } from '#divisions';
import { loadPublished, loadReference } from '../../../../seeds/reference/load.js';
import type { Command } from '../command.js';

const signs = { agrees: 'ok', rounding: 'ok (rounding)', 'source-error': 'SOURCE ERROR', 'source-gap': 'not printed', differs: 'DIFFERS' } as const;
const tenThousand = (persons: number | null): string => (persons === null ? '—' : (persons / 10_000).toFixed(0));
const percent = (basisPoints: number): string => (basisPoints / 100).toFixed(2);

export const verifyCommands: Command[] = [
  {
    words: ['verify', 'seeds'],
    help: 'Derive the published figures again from the seeds; errors of the sources are reported, an unexplained difference is exit code 1.',
    run() {
      const { divisions, povertyCounties } = loadReference();
      const report = verifySeeds({ ...loadPublished(), divisions, povertyCounties });
      if (!report.ok) process.exitCode = 1;
      return Promise.resolve(report);
    },
    print(report: SeedReport) {
      const lines = report.series.map((line) =>
        `${line.year}  ${String(line.poor).padStart(9)} persons  ${percent(line.incidenceBp).padStart(5)} %${line.judgedIncidenceBp === line.incidenceBp ? '' : ` → ${percent(line.judgedIncidenceBp)} %`}` +
        `  base ${tenThousand(line.impliedBase)}${line.judgedBase === line.impliedBase ? '' : ` → ${tenThousand(line.judgedBase)}`} 万  fall ${line.fall ?? '—'}`);
      const checks = report.checks.map((check) => `${signs[check.outcome].padEnd(14)} ${check.zh}: ${check.printed} / ${check.derived}${check.finding ? `\n                 ${check.finding.zh}` : ''}`);
      const { counts } = report;
      const summary = `${report.checks.length} checks: ${counts.agrees} agree, ${counts.rounding} within rounding, ${counts['source-error']} errors of the sources, ${counts['source-gap']} not printed, ${counts.differs} differ`;
      process.stdout.write(`${[...lines, '', ...checks, '', summary].join('\n')}\n`);
    },
  },
];
