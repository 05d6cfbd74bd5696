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

/** Reads rows one by one and remembers what must not repeat within a file. */
export class RowPreparer {
  private readonly read: RowReader;
  private readonly seen = new Map<string, number>();
  private readonly sheet: Recognition['sheet'];

  constructor(
    recognition: Recognition,
    private readonly columns: FileColumns,
    private readonly options: PreparerOptions,
  ) {
    this.sheet = recognition.sheet;
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
    this.refuseRepeats(reading.n, { idHash, year, code: reading.member['memberCode'], village: reading.villageCode }, (key, first) => {
      const target = key === 'id' ? columns.of('member.idNo', 'virtual.headIdNo') : columns.of('member.memberCode', 'virtual.headMemberCode');
      reading.faults.push({ column: target, ...cellReason('repeated', `与第${first}行重复`, `repeats row ${first}`) });
    });
    return { raw, reading, villageCode: 'villageCode' in place ? place.villageCode : null, year, idHash };
  }

  /** One person once per year: the first row counts, the second is refused with the number of the first. */
  private refuseRepeats(n: number, keys: { idHash: string | null; year: number; code: unknown; village: string | null }, refuse: (key: 'id' | 'code', first: number) => void): void {
    if (keys.idHash !== null) this.once(`i${keys.idHash}${keys.year}`, n, (first) => refuse('id', first));
    else if (typeof keys.code === 'string') this.once(`c${keys.code}\u0000${keys.year}`, n, (first) => refuse('code', first));
  }

  private once(key: string, n: number, repeated: (first: number) => void): void {
    const first = this.seen.get(key);
    if (first === undefined) this.seen.set(key, n);
    else repeated(first);
  }
}
