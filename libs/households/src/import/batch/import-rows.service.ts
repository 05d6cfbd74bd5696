import { Injectable } from '@nestjs/common';
import { problem, type CaseId, type Recognition } from '#domain';
import { AccessLog, CryptoProvider, currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { FieldWriter } from '../../store/field-writer.js';
import { limits } from '../files/raw-table.js';
import { dryWriter } from '../judge/column-writer.js';
import { GroupJudge } from '../judge/group-judge.js';
import { StateLoader } from '../judge/state-loader.js';
import type { Outcome } from '../judge/verdict.js';
import { FileColumns } from '../read/file-columns.js';
import { GroupAssembler } from '../read/group-assembler.js';
import type { RowGroup } from '../read/prepared-row.js';
import { RowPreparer } from '../read/row-preparer.js';
import { PlaceLoader } from '../run/place-loader.js';
import * as sql from '../run/rows.queries.js';
import type { ImportRowRow } from '../run/rows.queries.js';
import { BatchStore } from './batch-store.js';
import * as batchSql from './batch.queries.js';
import type { BatchRow } from './batch.queries.js';
import { adoptingRoles } from './import-runner.js';
import { hider } from './hidden-cells.js';

export interface ShownRow extends Pick<ImportRowRow, 'n' | 'outcome' | 'corrected' | 'faults'> {
  readonly cells: readonly string[];
}

const countColumn: Readonly<Record<Outcome, 'rows_created' | 'rows_updated' | 'rows_unchanged' | 'rows_rejected'>> = {
  created: 'rows_created', updated: 'rows_updated', unchanged: 'rows_unchanged', rejected: 'rows_rejected',
};

/** Rows that need a person: listed with the reason of each cell, corrected in place, judged again at once. */
@Injectable()
export class ImportRowsService {
  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
    private readonly fieldWriter: FieldWriter,
    private readonly loader: StateLoader,
    private readonly places: PlaceLoader,
    private readonly store: BatchStore,
    private readonly access: AccessLog,
  ) {}

  async list(id: CaseId, query: { state?: Outcome; cursor?: string; limit: number }): Promise<Page<ShownRow>> {
    const batch = await this.store.find(id);
    const hide = hider(batch);
    const after = decodeCursor(query.cursor, ['number'])?.[0] ?? 0;
    const rows = await this.db.query<ImportRowRow>(sql.pageOfRows, [id.countyCode, id.id, query.state ?? null, Math.trunc(Number(after)), query.limit + 1]);
    return toPage(rows, query.limit, (row) => [row.n], (row) => hide(this.shown(row)));
  }

  /** New texts for some cells of a row; its whole household is judged again. The file itself stays as it was uploaded. */
  async correct(id: CaseId, n: number, cells: Readonly<Record<string, string>>): Promise<ShownRow[]> {
    const batch = await this.store.lock(id, 'validated');
    const row = await this.db.maybeOne<ImportRowRow>(sql.findRow, [id.countyCode, id.id, n]);
    if (!row || batch.columns === null) throw problem('not-found');
    const members = await this.db.query<ImportRowRow>(sql.rowsOfHousehold, [id.countyCode, id.id, row.household_row]);
    const texts = new Map(members.map((member) => [member.n, this.cellsOf(member)]));
    texts.set(n, overlay(texts.get(n) ?? [], cells, batch));
    const verdicts = await this.judge(batch, texts);
    const after = members.map((member) => ({ ...member, ...verdicts.get(member.n), corrected: member.corrected || member.n === n }));
    for (const member of after) await this.save(id, member, texts.get(member.n) ?? []);
    await this.recount(id, batch, members, after);
    await this.access.event('CORRECT', 'import_batch', id.id, { row: n, columns: Object.keys(cells) });
    return after.map((member) => hider(batch)({ n: member.n, outcome: member.outcome, corrected: member.corrected, faults: member.faults, cells: texts.get(member.n) ?? [] }));
  }

  private async judge(batch: BatchRow, texts: ReadonlyMap<number, readonly string[]>): Promise<Map<number, Pick<ImportRowRow, 'outcome' | 'faults'>>> {
    const { actor, now, today } = currentContext();
    const recognition = recognitionOf(batch);
    const columns = new FileColumns(recognition.columns);
    const places = await this.places.load(batch.division_code);
    const preparer = new RowPreparer(recognition, columns, { places, writer: this.fieldWriter, year: batch.year, today, corrections: new Map() });
    const assembler = new GroupAssembler(recognition.sheet, null);
    const groups: RowGroup[] = [...texts].sort(([a], [b]) => a - b).flatMap(([n, cells]) => assembler.add(preparer.prepare({ n, cells: [...cells] })));
    groups.push(...assembler.end());
    const state = await this.loader.load(groups, { lock: false });
    const judge = new GroupJudge({
      sheet: recognition.sheet, columns, writer: dryWriter(this.fieldWriter), now: now.toISOString(), today, mayAdopt: adoptingRoles.includes(actor.role), reason: `导入批次 ${batch.id}`,
    });
    const result = new Map<number, Pick<ImportRowRow, 'outcome' | 'faults'>>();
    for (const group of groups) {
      const verdict = judge.judge(group, state);
      for (const { raw } of group.rows) result.set(raw.n, { outcome: verdict.outcomes.get(raw.n) ?? 'rejected', faults: [...(verdict.faults.get(raw.n) ?? [])] });
    }
    return result;
  }

  private async save(id: CaseId, row: ImportRowRow, cells: readonly string[]): Promise<void> {
    const encrypted = this.crypto.encrypt('import_row', 'cells', row.id, JSON.stringify(cells));
    await this.db.query(sql.updateRow, [id.countyCode, id.id, row.id, row.outcome, row.corrected, encrypted, JSON.stringify(row.faults)]);
  }

  private async recount(id: CaseId, batch: BatchRow, before: readonly ImportRowRow[], after: readonly ImportRowRow[]): Promise<void> {
    const counts = { rows_created: batch.rows_created ?? 0, rows_updated: batch.rows_updated ?? 0, rows_unchanged: batch.rows_unchanged ?? 0, rows_rejected: batch.rows_rejected ?? 0 };
    for (const row of before) counts[countColumn[row.outcome]] -= 1;
    for (const row of after) counts[countColumn[row.outcome]] += 1;
    await this.db.query(batchSql.setCounts, [id.countyCode, id.id, JSON.stringify({ ...counts, households_created: batch.households_created, households_updated: batch.households_updated })]);
  }

  private shown(row: ImportRowRow): ShownRow {
    return { n: row.n, outcome: row.outcome, corrected: row.corrected, faults: row.faults, cells: this.cellsOf(row) };
  }

  private cellsOf(row: Pick<ImportRowRow, 'id' | 'cells_enc'>): string[] {
    return JSON.parse(this.crypto.decrypt('import_row', 'cells', row.id, row.cells_enc)) as string[];
  }
}

function overlay(cells: readonly string[], changes: Readonly<Record<string, string>>, batch: BatchRow): string[] {
  const width = batch.columns?.columns.length ?? 0;
  const result = [...cells];
  for (const [key, text] of Object.entries(changes)) {
    const column = /^[0-9]{1,3}$/.test(key) ? Number(key) : -1;
    if (column < 0 || column >= width || typeof text !== 'string' || text.length > limits.cellCharacters) throw problem('validation', { fields: [{ field: `cells.${key.slice(0, 20)}`, faults: ['cell'] }] });
    while (result.length < column) result.push('');
    result[column] = text;
  }
  return result;
}

function recognitionOf(batch: BatchRow): Recognition {
  const stored = batch.columns;
  if (!stored) throw problem('not-found');
  return {
    layout: null, sheet: batch.sheet ?? 'person', headingRow: stored.headingRow, headingRows: stored.headingRows === 2 ? 2 : 1,
    columns: stored.columns, unknown: stored.unknown, missing: [],
  };
}
