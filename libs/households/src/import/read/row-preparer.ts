import { cellReason, rowReader, type Recognition, type RowReader } from '#domain';
import type { FieldWriter } from '../../store/field-writer.js';
import type { RawRow } from '../files/raw-table.js';
import type { FileColumns } from './file-columns.js';
import type { PlaceIndex } from './place-index.js';
import type { PreparedRow } from './prepared-row.js';

export interface PreparerOptions {
  readonly places: PlaceIndex;
  readonly writer: FieldWriter;
  /** Year of rows that name none. */
  readonly year: number;
  readonly today: string;
  /** Cells that a person corrected, by row: they stand for those of the file. */
  readonly corrections: ReadonlyMap<number, readonly string[]>;
}

/** Reads rows one by one: values, place, year, keyed hash of the document number. */
export class RowPreparer {
  private readonly read: RowReader;

  constructor(
    recognition: Recognition,
    private readonly columns: FileColumns,
    private readonly options: PreparerOptions,
  ) {
    this.read = rowReader(recognition.columns, { sheet: recognition.sheet, today: options.today });
  }

  prepare(given: RawRow): PreparedRow {
    const { options, columns } = this;
    const corrected = options.corrections.get(given.n);
    const raw = corrected ? { n: given.n, cells: [...corrected] } : given;
    const reading = this.read(raw.n, raw.cells, raw.kinds);
    const place = options.places.find(reading.place, reading.villageCode);
    if (!('villageCode' in place)) reading.faults.push({ column: columns.of('virtual.villageName', 'household.villageCode'), ...place });
    const year = reading.year ?? options.year;
    if (year < 2000 || year > Number(options.today.slice(0, 4))) reading.faults.push({ column: columns.of('householdYear.year', 'memberYear.year'), ...cellReason('year', `年度${year}无效，不能早于2000年或晚于今年`, `the year ${year} is out of range`) });
    const { idNo, idType } = reading.member;
    const idHash = typeof idNo === 'string' ? options.writer.identityHash(idType, idNo) : null;
    return { raw, reading, villageCode: 'villageCode' in place ? place.villageCode : null, year, idHash };
  }
}
