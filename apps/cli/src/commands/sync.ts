import { readFile } from 'node:fs/promises';
import { uuidV7, type OperationResult } from '#domain';
import { systemActor, validated } from '#platform';
import { SealedService, SealedWorkRequest } from '#sync';
import { CommandFault, UsageError, type Command } from '../command.js';
import { withApp } from '../context.js';

const REGION = '15';
const AT_ONCE = 50;

interface Imported {
  readonly file: string;
  readonly envelopes: number;
  readonly done: number;
  readonly rest: readonly { readonly id: string; readonly status: string; readonly code: string | null; readonly title: string | null }[];
}

/** Envelopes of a backup that a phone exported. Throws {@link UsageError} for any other file. */
async function read(file: string): Promise<unknown[]> {
  try {
    const found = JSON.parse(await readFile(file, 'utf8')) as { format?: unknown; envelopes?: unknown };
    if (found.format === 'bangfu-sealed-work' && Array.isArray(found.envelopes)) return found.envelopes as unknown[];
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
  throw new UsageError(`${file}: 不是未上传备份 no backup of unsent work`);
}

const isDone = ({ status }: OperationResult): boolean => status === 'applied' || status === 'duplicate' || status === 'conflict';

export const syncCommands: Command[] = [
  {
    words: ['sync', 'import-sealed'],
    args: ['file'],
    help: 'Hand in the backup of unsent work that a phone exported: each piece is done as the work of its author; exit code 1 when something was not.',
    async run({ args }): Promise<Imported> {
      const file = args[0] ?? '';
      const given = await read(file);
      const results = await withApp(async (app) => {
        const all: OperationResult[] = [];
        for (let at = 0; at < given.length; at += AT_ONCE) {
          const { envelopes } = await validated(SealedWorkRequest, { envelopes: given.slice(at, at + AT_ONCE) }).catch(() => {
            throw new CommandFault(`${file}: 文件已损坏 the file is damaged`);
          });
          all.push(...(await app.get(SealedService, { strict: false }).take({ actor: systemActor(REGION), requestId: uuidV7() }, envelopes)));
        }
        return all;
      });
      const rest = results.filter((result) => !isDone(result)).map(({ opId, status, code, title }) => ({ id: opId ?? '', status, code: code ?? null, title: title ?? null }));
      if (rest.length > 0) process.exitCode = 1;
      return { file, envelopes: results.length, done: results.length - rest.length, rest };
    },
    print({ envelopes, done, rest }: Imported) {
      process.stdout.write(`${done} / ${envelopes} 已代为上传  handed in\n`);
      for (const { id, status, code, title } of rest) process.stdout.write(`  ${id}: ${status} ${code ?? ''} ${title ?? ''}\n`);
    },
  },
];
