import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { verifyDossier, type DossierReport } from '#domain';
import { CommandFault, type Command } from '../command.js';

interface Verified extends DossierReport {
  readonly file: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Throws {@link CommandFault} for a file that cannot be read. */
async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = { ENOENT: '文件不存在 no such file', EISDIR: '是文件夹 is a folder', EACCES: '无权读取 may not be read' }[code ?? ''] ?? (error as Error).message;
    throw new CommandFault(`${file}: ${why}`);
  }
}

export const dossierCommands: Command[] = [
  {
    words: ['dossier', 'verify'],
    args: ['file'],
    help: 'Verify a sealed dossier without any database: bytes, parts, seal, and whether what it tells holds together; exit code 1 when it does not.',
    async run({ args }): Promise<Verified> {
      const file = args[0] ?? '';
      const report = verifyDossier(await read(file), sha256);
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
