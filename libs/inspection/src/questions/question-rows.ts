import { Injectable } from '@nestjs/common';
import { columnsOf, formatCaseId, formatCell, type FactValue, type QuestionField } from '#domain';
import { DivisionReader } from '#divisions';
import { Db, decodeCursor, encodeCursor } from '#platform';
import type { AnswerColumn, AnswerRow } from './answer.js';
import { QuestionResolver } from './question-resolver.js';
import { closeRows, countStatement, declareRows, fetchRows, rowsStatement, type CountedRow, type QuestionRow, type RowPosition } from './question.queries.js';
import { QuestionGuard } from './question-guard.js';
import type { ResolvedQuestion } from './resolved-question.js';

/** The rows behind a question, by page or all of them. Runs in the transaction of the caller; a long read wants a steady one. */
@Injectable()
export class QuestionRows {
  constructor(
    private readonly db: Db,
    private readonly resolver: QuestionResolver,
    private readonly divisions: DivisionReader,
    private readonly guard: QuestionGuard,
  ) {}

  /**
   * The table in batches of rows; without `columns` those of the definition. A row is its id (`<county>-<uuid>`), village code and the values
   * in the order of the columns, as stored. @throws as `QuestionResolver.resolve`
   */
  async *table(definition: unknown, columns?: readonly string[]): AsyncGenerator<unknown[][]> {
    const asked = await this.resolver.resolve(definition);
    const chosen = (columns ? columnsOf({ dataset: asked.definition.dataset, columns }) : columnsOf(asked.definition)).map(({ name }) => name);
    for await (const rows of this.read(asked, chosen)) yield rows.map((row) => [formatCaseId(row.county_code, row.id), row.village_code, ...chosen.map((_, index) => row[`c${index}`] ?? null)]);
  }

  /** Rows of a resolved question in batches. */
  async *read(asked: ResolvedQuestion, columns: readonly string[]): AsyncGenerator<QuestionRow[]> {
    await this.guard.makeRoom(asked);
    const { sql, values } = rowsStatement(asked, columns, {});
    await this.db.query(declareRows(sql), values);
    for (;;) {
      const rows = await this.db.query<QuestionRow>(fetchRows);
      if (rows.length === 0) break;
      yield rows;
    }
    await this.db.query(closeRows);
    await this.guard.usual();
  }

  /** How many rows meet a question now. @throws as `QuestionResolver.resolve` */
  async count(definition: unknown): Promise<number> {
    const [total] = await this.totals(await this.resolver.resolve(definition), { page: 1, position: null });
    return total?.met ?? 0;
  }

  private async totals(asked: ResolvedQuestion, place: { page: number; position: RowPosition | null }): Promise<CountedRow[]> {
    await this.guard.makeRoom(asked);
    const { groupBy: _, ...definition } = asked.definition;
    const statement = countStatement({ ...asked, of: undefined, definition: { ...definition, measure: { kind: 'count' } } }, place);
    await this.guard.allow(statement);
    return this.db.query<CountedRow>(statement.sql, statement.values);
  }

  /** One page after a cursor. The first statement says in which villages its rows lie, so that the second looks nowhere else. */
  async page(asked: ResolvedQuestion, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<{ rows: AnswerRow[]; nextCursor: string | null }> {
    const position = positionOf(cursor);
    const [total] = await this.totals(asked, { page: limit + 1, position });
    return this.pageIn(asked, { villages: total?.villages ?? [], position, limit });
  }

  /** The page whose rows lie in these villages. */
  async pageIn(asked: ResolvedQuestion, { villages, position = null, limit }: { villages: readonly string[]; position?: RowPosition | null; limit: number }): Promise<{ rows: AnswerRow[]; nextCursor: string | null }> {
    if (villages.length === 0) return { rows: [], nextCursor: null };
    await this.guard.usual();
    const columns = columnsOf(asked.definition);
    const { sql, values } = rowsStatement(asked, columns.map(({ name }) => name), { place: { villages }, position, limit: limit + 1 });
    const found = await this.db.query<QuestionRow>(sql, values);
    const shown = found.slice(0, limit);
    const names = await this.divisions.names(shown.map((row) => row.village_code));
    const last = shown.at(-1);
    return { rows: shown.map((row) => answerRow(row, columns, asked, names)), nextCursor: found.length > limit && last ? encodeCursor([last.village_code, last.id]) : null };
  }
}

export function columnOf({ name, label, type, unit, time }: QuestionField): AnswerColumn {
  return { name, label, type, unit: unit ?? null, time };
}

function answerRow(row: QuestionRow, columns: readonly QuestionField[], asked: ResolvedQuestion, names: ReadonlyMap<string, string>): AnswerRow {
  const values = columns.map((_, index) => (row[`c${index}`] ?? null) as FactValue | null);
  return {
    id: formatCaseId(row.county_code, row.id), householdId: row.household_id === null ? null : formatCaseId(row.county_code, row.household_id), villageCode: row.village_code,
    villageName: names.get(row.village_code) ?? null, values, texts: columns.map((field, index) => formatCell(field, values[index] ?? null, asked.catalogue).zh),
  };
}

function positionOf(cursor: string | undefined): RowPosition | null {
  const key = decodeCursor(cursor, ['village', 'uuid']);
  return key && { village: key[0], id: key[1] };
}
