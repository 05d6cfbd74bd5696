import { readFile } from 'node:fs/promises';
import { datasetNames, datasetOf, fieldsOfRelation, isDatasetName, isProblem, OPERATORS_OF } from '#domain';
import { QuestionService, type QuestionAnswer } from '#inspection';
import { Db, systemActor } from '#platform';
import { CommandFault, textOption, UsageError, type Command } from '../command.js';
import { withApp } from '../context.js';
import { textTable } from '../table.js';

const TIMEOUT_MS = 15_000;
const DIVISION = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;

interface FieldList {
  readonly dataset: string;
  readonly fields: readonly { readonly name: string; readonly label: string; readonly type: string; readonly unit: string; readonly codeList: string; readonly can: string; readonly operators: readonly string[] }[];
}

async function readDefinitionFile(file: string): Promise<Record<string, unknown>> {
  try {
    const given: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Record<string, unknown>;
  } catch (error) {
    throw new UsageError(`${file} is not a question: ${(error as Error).message}`);
  }
  throw new UsageError(`${file} is not a question: an object is expected`);
}

/** Fields of a dataset and, under `<collection>.`, of the rows that it reaches. */
function listFields(name: string): FieldList {
  if (!isDatasetName(name)) throw new UsageError(`--list-fields takes one of ${datasetNames.join(', ')}`);
  const dataset = datasetOf(name);
  const all = [...dataset.fields.map((field) => ({ prefix: '', field })), ...dataset.collections.flatMap(({ name: collection, relation }) => fieldsOfRelation(relation).map((field) => ({ prefix: `${collection}.`, field })))];
  return {
    dataset: name,
    fields: all.map(({ prefix, field }) => ({
      name: `${prefix}${field.name}`, label: field.label.zh, type: field.type, unit: field.unit ?? '', codeList: field.codeList ?? '',
      can: prefix === '' ? [field.groupable && 'group', field.summable && 'sum'].filter(Boolean).join(' ') : '', operators: field.askable ? OPERATORS_OF[field.type] : [],
    })),
  };
}

export const questionCommands: Command[] = [
  {
    words: ['question'],
    args: ['[file]'],
    help: 'Answer the question in FILE (JSON): sentence, number, groups, first rows. --division narrows it; --list-fields DATASET says what can be asked.',
    options: { division: { type: 'string' }, 'list-fields': { type: 'string' } },
    async run({ values, args }) {
      const dataset = textOption(values, 'list-fields');
      if (dataset !== undefined) return listFields(dataset);
      if (args[0] === undefined) throw new UsageError('question takes a file, or --list-fields DATASET');
      const definition = await readDefinitionFile(args[0]);
      const division = textOption(values, 'division');
      if (division !== undefined && !DIVISION.test(division)) throw new UsageError('--division takes the code of a division');
      const asked = division === undefined ? definition : { ...definition, division };
      return withApp((app) => app.get(Db).run({ actor: systemActor('15'), readOnly: true, steady: true, timeoutMs: TIMEOUT_MS }, () => app.get(QuestionService, { strict: false }).answer(asked)))
        .catch((error: unknown) => { throw isProblem(error) ? new CommandFault(error.zh) : error; });
    },
    print(result: QuestionAnswer | FieldList) {
      if ('fields' in result) {
        process.stdout.write(`${textTable(['field', 'label', 'type', 'unit', 'codes', 'can'], result.fields.map((field) => [field.name, field.label, field.type, field.unit, field.codeList, field.can]))}\n`);
        return;
      }
      process.stdout.write(`${result.sentence.zh}\n${result.asOf.note.zh}\n`);
      if ((result.unproven ?? 0) > 0) process.stdout.write(`另有 ${result.unproven} 条缺少数据，无法判断。\n`);
      if (result.groups.length > 0) process.stdout.write(`\n${textTable(['group', 'number'], result.groups.map(({ name, number }) => [name.zh, String(number ?? '—')]), [1])}\n`);
      if (result.rows.length > 0) process.stdout.write(`\n${textTable(result.columns.map(({ label }) => label.zh), result.rows.map(({ texts }) => [...texts]))}\n`);
    },
  },
];
