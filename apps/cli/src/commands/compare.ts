import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findComparisonRegister, formatCaseId, isCalendarDate, levelOf, type CaseId } from '#domain';
import { ImportFiles, unmaskPurposeCodes } from '#households';
import { ComparisonRunner, Comparisons, type ListStatement } from '#inspection';
import { Db, systemActor } from '#platform';
import { CommandFault, textOption, UsageError, type Command, type Values } from '../command.js';
import { withApp } from '../context.js';
import { textTable } from '../table.js';

interface Compared {
  readonly id: string;
  readonly register: string;
  readonly division: string;
  readonly listOn: string;
  readonly columns: Readonly<Record<string, string | null>>;
  readonly rows: number | null;
  readonly unusable: number | null;
  readonly matchedById: number | null;
  readonly matchedByName: number | null;
  readonly doubtful: number | null;
  readonly tooCommon: number | null;
  readonly notOurs: number | null;
  readonly keepUntil: string;
  readonly notes: readonly string[];
  readonly seconds: number;
}

const POLL_MS = 300;

export const compareCommands: Command[] = [
  {
    words: ['compare'],
    help: "Compare another department's list (.xlsx, .csv) with the members of a division: --register, --division, --department, --purpose, --list-on; --map heading=target as often as needed; --sheet, --purpose-code.",
    options: {
      register: { type: 'string' }, division: { type: 'string' }, department: { type: 'string' }, purpose: { type: 'string' }, 'purpose-code': { type: 'string' }, 'list-on': { type: 'string' },
      sheet: { type: 'string' }, map: { type: 'string', multiple: true },
    },
    args: ['file'],
    async run({ values, args }): Promise<Compared> {
      const file = args[0] ?? '';
      if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
      const statement = statementOf(values);
      const mapping = mappingOf(values);
      return withApp((app) => compare({ db: app.get(Db), files: app.get(ImportFiles, { strict: false }), comparisons: app.get(Comparisons, { strict: false }), runner: app.get(ComparisonRunner, { strict: false }) }, file, { statement, mapping }));
    },
    print(found: Compared) {
      const rows: [string, number | null][] = [
        ['名单行数', found.rows], ['证件一致', found.matchedById], ['姓名+生日', found.matchedByName], ['疑似', found.doubtful], ['同名过多，未列出', found.tooCommon], ['不在册', found.notOurs], ['无法比对', found.unusable],
      ];
      process.stdout.write(`${textTable(['结果', '行'], rows.map(([label, count]) => [label, String(count ?? '—')]), [1])}\n\n${found.id}  名单保存至 ${found.keepUntil}\n`);
      for (const note of found.notes) process.stdout.write(`${note}\n`);
    },
  },
];

interface Rooms {
  readonly db: Db;
  readonly files: ImportFiles;
  readonly comparisons: Comparisons;
  readonly runner: ComparisonRunner;
}

async function compare({ db, files, comparisons, runner }: Rooms, file: string, { statement, mapping }: { statement: ListStatement; mapping: Readonly<Record<string, string>> }): Promise<Compared> {
  const started = performance.now();
  const actor = systemActor(statement.division);
  const saved = await files.save(createReadStream(file), path.basename(file));
  const id = await db.run({ actor }, async () => {
    const row = await comparisons.record({ ...saved, fileName: path.basename(file) }, statement);
    const made: CaseId = { countyCode: row.county_code, id: row.id };
    if (Object.keys(mapping).length > 0) await comparisons.map(made, mapping);
    await comparisons.match(made);
    return made;
  }).catch(async (error: unknown) => {
    await files.delete('imports', saved.storedName);
    throw error;
  });
  await runner.match(id);
  const read = () => db.run({ actor, readOnly: true }, () => comparisons.find(id));
  // A worker may have been quicker than this process.
  let row = await read();
  while (row.state === 'matching') {
    await sleep(POLL_MS);
    row = await read();
  }
  if (row.state !== 'done') throw new CommandFault(row.failure?.zh ?? `the comparison ended as ${row.state}`);
  return {
    id: formatCaseId(row.county_code, row.id), register: row.register_code, division: row.division_code, listOn: row.list_on,
    columns: Object.fromEntries(row.columns.columns.map(({ heading, target }) => [heading, target])),
    rows: row.rows, unusable: row.rows_unusable, matchedById: row.matched_by_id, matchedByName: row.matched_by_name, doubtful: row.doubtful, tooCommon: row.too_common, notOurs: row.not_ours,
    keepUntil: row.keep_until, notes: row.notes.map(({ zh }) => zh), seconds: Math.round((performance.now() - started) / 10) / 100,
  };
}

function statementOf(values: Values): ListStatement {
  const needed = (name: string): string => {
    const value = textOption(values, name);
    if (value === undefined || value.trim() === '') throw new UsageError(`--${name} is needed`);
    return value;
  };
  const [register, division, listOn] = [needed('register'), needed('division'), needed('list-on')];
  const purposeCode = textOption(values, 'purpose-code') ?? 'DATA_COMPARISON';
  if (!findComparisonRegister(register)) throw new UsageError(`--register: there is no register ${register}`);
  if (levelOf(division) === undefined) throw new UsageError('--division takes the code of a division');
  if (!isCalendarDate(listOn)) throw new UsageError('--list-on takes a day such as 2026-10-31');
  if (!(unmaskPurposeCodes as readonly string[]).includes(purposeCode)) throw new UsageError(`--purpose-code takes ${unmaskPurposeCodes.join(', ')}`);
  return { register, division, department: needed('department'), purposeCode, purpose: needed('purpose'), listOn, sheet: textOption(values, 'sheet') };
}

function mappingOf(values: Values): Record<string, string> {
  const given = Array.isArray(values['map']) ? values['map'] : [];
  return Object.fromEntries(given.map((pair) => {
    const [heading = '', target = ''] = String(pair).split(/=(?=[^=]*$)/);
    if (heading === '' || target === '') throw new UsageError('--map takes heading=target, such as 死者姓名=name');
    return [heading, target];
  }));
}
