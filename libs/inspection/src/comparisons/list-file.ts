import { Injectable } from '@nestjs/common';
import { maskSampleCell, problem, suggestListColumns, type ComparisonRegister, type ListColumns } from '#domain';
import { ImportFiles, openTable, type Encoding, type FileKind, type RawRow, type RawTable } from '#households';

/** Rows that are looked at before anybody says what the columns are. */
const SAMPLE_ROWS = 60;
const SHOWN_CELLS = 3;

export interface StoredList {
  readonly storedName: string;
  readonly kind: FileKind;
  readonly encoding: Encoding | null;
  readonly sheet: string | null;
}

/** Opens the file of a comparison; what cannot be read safely is refused by the reader with its reason. */
@Injectable()
export class ListFile {
  constructor(private readonly files: ImportFiles) {}

  open(list: StoredList): RawTable {
    return openTable(this.files.pathOf('imports', list.storedName), list);
  }

  /** Columns as their headings and cells suggest them. Throws `comparison.no-rows` for a file without rows. */
  async recognise(list: StoredList, register: ComparisonRegister): Promise<ListColumns> {
    const rows = await this.firstRows(list);
    if (rows.length < 2) throw problem('comparison.no-rows');
    return suggestListColumns(rows.map((row) => row.cells), register);
  }

  /** A few filled cells of each column, masked; nothing of them is stored anywhere but in the file. */
  async samples(list: StoredList, columns: ListColumns): Promise<ReadonlyMap<number, readonly string[]>> {
    const data = (await this.firstRows(list)).slice(columns.headingRow + 1);
    return new Map(columns.columns.map(({ index }) => [index, data.map((row) => (row.cells[index] ?? '').trim()).filter((cell) => cell !== '').slice(0, SHOWN_CELLS).map(maskSampleCell)]));
  }

  private async firstRows(list: StoredList): Promise<RawRow[]> {
    const batches = this.open(list).rows();
    const first = await batches.next();
    await batches.return(undefined);
    return first.done ? [] : first.value.slice(0, SAMPLE_ROWS);
  }
}
