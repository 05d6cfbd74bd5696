import { Injectable, type OnModuleInit } from '@nestjs/common';
import { layoutOf, Permission, type ExportColumn, type LayoutId } from '#domain';
import { Db } from '#platform';
import { FieldWriter } from '../../store/field-writer.js';
import { exportCell } from '../rows/export-cells.js';
import { ExportReader } from '../rows/export-reader.js';
import * as sql from '../rows/export.queries.js';
import type { ExportFilter } from '../rows/export.queries.js';
import { ExportSources, type ExportParams, type ExportSource, type ExportTable, type PreparedExport } from './export-source.js';

export interface HouseholdParams extends ExportParams {
  readonly layout: LayoutId;
  readonly sheet: 'household' | 'person';
  readonly year: number;
  readonly filter: ExportFilter;
}

/** Lists of households in the column order of the national system. */
@Injectable()
export class HouseholdSource implements ExportSource, OnModuleInit {
  readonly kind = 'households';
  readonly name = { zh: '农户名单（国网列序）', en: 'List of households in the national order' };
  readonly permission = Permission.HouseholdRead;

  constructor(
    private readonly db: Db,
    private readonly reader: ExportReader,
    private readonly fieldWriter: FieldWriter,
    private readonly sources: ExportSources,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  async prepare(params: ExportParams): Promise<PreparedExport> {
    const { filter, sheet } = params as HouseholdParams;
    const counted = await this.db.one<sql.CountedHouseholds>(sql.countHouseholds, sql.filterParams(filter));
    return { params, rows: sheet === 'household' ? counted.households : counted.persons };
  }

  open(params: ExportParams, { unmasked }: { unmasked: boolean }): Promise<ExportTable> {
    const { layout: id, sheet, year, filter } = params as HouseholdParams;
    const layout = layoutOf(id, sheet);
    const { reader } = this;
    const options = { writer: this.fieldWriter, unmasked };
    // A spreadsheet decides by the cell; only a columnar file needs to know beforehand, and there the national list is text.
    const columns = layout.columns.map((column, index): ExportColumn => ({ key: String(index), heading: { zh: column.heading, en: column.heading }, type: 'text' }));
    return Promise.resolve({
      columns, markRows: false,
      about: [['版式', `${layout.id} ${layout.zh}`], ['年度', year], ['范围', filter.division], ['脱贫属性', (filter.status ?? []).join('、') || '全部']],
      async *pages() {
        for await (const lines of reader.lines(layout, year, filter)) yield lines.map((line) => layout.columns.map((column) => exportCell(line, column, options)));
      },
    });
  }
}
