import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { verifyDossier, type DossierReport } from '#domain';
import type { Command } from '../command.js';

interface Verified extends DossierReport {
  readonly file: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const dossierCommands: Command[] = [
  {
    words: ['dossier', 'verify'],
    args: ['file'],
    help: 'Verify a sealed dossier without any database: bytes, parts, seal, and whether what it tells holds together; exit code 1 when it does not.',
    async run({ args }): Promise<Verified> {
      const file = args[0] ?? '';
      const report = verifyDossier(await readFile(file, 'utf8'), sha256);
      if (!report.valid) process.exitCode = 1;
      return { file, ...report };
    },
    print(report: Verified) {
      const verdict = report.valid ? '卷宗完整，未被改动  intact' : '卷宗不可信  NOT VALID';
      process.stdout.write(`${report.file}: ${verdict}\n  SHA-256 ${report.sha256 ?? '-'}\n`);
      for (const { code, message } of report.faults) process.stdout.write(`  ${code}: ${message.zh}  ${message.en}\n`);
      if (report.valid) process.stdout.write('  请与决定时公布或登记的校验值核对  compare the hash with the one recorded at the decision\n');
    },
  },
];
