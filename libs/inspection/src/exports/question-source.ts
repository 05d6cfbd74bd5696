import { Injectable, type OnModuleInit } from '@nestjs/common';
import { columnsOf, formatCaseId, formatCell, Permission, questionCatalogue, type ExportColumn, type FactValue, type QuestionDefinition, type QuestionField } from '#domain';
import { chosenColumns, ExportSources, type ExportParams, type ExportSource, type ExportTable, type OutCell, type PreparedExport } from '#households';
import { QuestionFreezes, QuestionResolver, QuestionRows } from '../questions/index.js';

/** The rows of a question, with its sentence. The answer is frozen when it is asked for: statement, numbers, rule versions, rows and hash. */
@Injectable()
export class QuestionSource implements ExportSource, OnModuleInit {
  readonly kind = 'question';
  readonly name = { zh: '查询结果', en: 'Rows of a question' };
  readonly permission = Permission.QuestionAsk;

  constructor(
    private readonly freezes: QuestionFreezes,
    private readonly resolver: QuestionResolver,
    private readonly rows: QuestionRows,
    private readonly sources: ExportSources,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  /** Rows that the answer has now; nothing is frozen by looking. */
  async count(params: ExportParams): Promise<number> {
    return this.rows.count(params['definition']);
  }

  /** Throws what the question throws. */
  async prepare(params: ExportParams): Promise<PreparedExport> {
    const frozen = await this.freezes.freeze(params['definition'], null);
    const freeze = formatCaseId(frozen.county_code, frozen.id);
    return { params: { definition: frozen.definition, freeze, sentence: frozen.sentence.zh, sql: frozen.sql_text, sha256: frozen.sha256 }, rows: frozen.rows };
  }

  async open(params: ExportParams, { columns: keys }: { columns: readonly string[] | null; unmasked: boolean }): Promise<ExportTable> {
    const asked = await this.resolver.resolve(params['definition']);
    const { dataset } = asked.definition;
    const fields: QuestionField[] = keys === null ? columnsOf(asked.definition) : columnsOf({ dataset, columns: chosenColumns(columnsOf({ dataset, columns: asked.dataset.fields.map(({ name }) => name) }).map(columnOf), keys).map(({ key }) => key) });
    const catalogue = questionCatalogue(dataset);
    const cell = (field: QuestionField, value: unknown): OutCell => {
      if (value === null || value === undefined) return { value: null };
      if (field.type === 'money_fen') return { value: Number(value) / 100 };
      if (field.type === 'integer') return { value: Number(value) };
      return { value: formatCell(field, value as FactValue, catalogue).zh };
    };
    const { rows } = this;
    return {
      columns: [idColumn, placeColumn, ...fields.map(columnOf)], markRows: true,
      about: [['问题', textOf(params['sentence'])], ['定义', JSON.stringify(asked.definition as QuestionDefinition)], ['查询语句', textOf(params['sql'])], ['固化编号', textOf(params['freeze'])], ['固化名单校验值', textOf(params['sha256'])]],
      async *pages() {
        for await (const page of rows.table(params['definition'], fields.map(({ name }) => name))) {
          yield page.map(([id, place, ...values]) => [{ value: String(id) }, { value: String(place) }, ...fields.map((field, index) => cell(field, values[index]))]);
        }
      },
    };
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const idColumn: ExportColumn = { key: 'id', heading: { zh: '记录编号', en: 'Record' }, type: 'text' };
const placeColumn: ExportColumn = { key: 'villageCode', heading: { zh: '区划代码', en: 'Division code' }, type: 'text' };

function columnOf({ name, label, type, unit }: QuestionField): ExportColumn {
  return { key: name, heading: { zh: unit === 'yuan' ? `${label.zh}（元）` : label.zh, en: label.en }, type: type === 'money_fen' || type === 'integer' ? 'number' : 'text' };
}
