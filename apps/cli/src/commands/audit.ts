import { AuditAnchorService } from '#platform';
import type { Command } from '../command.js';
import { withApp } from '../context.js';

type Report = Awaited<ReturnType<AuditAnchorService['verify']>>;

export const auditCommands: Command[] = [
  {
    words: ['audit', 'verify'],
    help: 'Recompute every audit chain and hold it against the anchors; exit code 1 when anything was edited, deleted, reordered, cut or rewritten.',
    async run() {
      const report = await withApp((app) => app.get(AuditAnchorService).verify());
      if (report.faults.length > 0) process.exitCode = 1;
      return report;
    },
    print(report: Report) {
      process.stdout.write(`${report.counties} chains, ${report.rows} sealed rows, ${report.anchors} anchors: ${report.faults.length} faults\n`);
      for (const fault of report.faults.slice(0, 100)) process.stdout.write(`  ${fault.countyCode} ${fault.seq ?? '-'} ${fault.kind} ${fault.rowId ?? ''}\n`);
    },
  },
  {
    words: ['audit', 'anchor'],
    help: 'Write the head of every audit chain to the anchors folder, to be copied off this host.',
    run: () => withApp((app) => app.get(AuditAnchorService).anchor()),
  },
];
