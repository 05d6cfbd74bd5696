import { Injectable } from '@nestjs/common';
import { birthDateInDamagedNumber, maskIdNumber, readLineValues, readListedPerson, type ComparisonRegister, type ListMapping } from '#domain';
import { copyLines, copyRow, FieldWriter, type FileNote, type RawTable } from '#households';
import { CryptoProvider, Db } from '#platform';
import * as sql from './match.queries.js';

export interface Staging {
  readonly table: RawTable;
  readonly register: ComparisonRegister;
  readonly mapping: ListMapping;
  readonly headingRow: number;
  /** Called with the rows read so far; may throw to stop. */
  readonly progress: (rows: number) => void;
}

export interface Staged {
  readonly rows: number;
  /** Neither a readable number nor a name with a birth date. */
  readonly unusable: number;
  readonly notes: readonly FileNote[];
}

/** Streams a list into a table of the running transaction. Clear numbers become keyed hashes on the way; memory holds one batch of rows. */
@Injectable()
export class ListStager {
  constructor(
    private readonly db: Db,
    private readonly fields: FieldWriter,
    private readonly crypto: CryptoProvider,
  ) {}

  async stage(staging: Staging): Promise<Staged> {
    const counted = { rows: 0, unusable: 0, unreadNumbers: 0, unread: new Map<string, number>() };
    await this.db.query(sql.createStage);
    await copyLines(this.db.client, sql.copyStage, this.pieces(staging, counted));
    await this.db.query(sql.analyzeStage);
    return { rows: counted.rows, unusable: counted.unusable, notes: [...staging.table.notes, ...notesOf(staging.register, counted)] };
  }

  private async *pieces({ table, register, mapping, headingRow, progress }: Staging, counted: Counted): AsyncGenerator<Buffer> {
    let skip = headingRow + 1;
    for await (const batch of table.rows()) {
      let text = '';
      for (const { n, cells } of batch) {
        if (skip > 0) {
          skip -= 1;
          continue;
        }
        counted.rows += 1;
        text += this.line(n, cells, { register, mapping }, counted);
      }
      progress(counted.rows);
      if (text !== '') yield Buffer.from(text, 'utf8');
    }
  }

  private line(n: number, cells: readonly string[], { register, mapping }: Pick<Staging, 'register' | 'mapping'>, counted: Counted): string {
    const cell = (target: string) => cells[mapping[target] ?? -1] ?? '';
    const person = readListedPerson({ name: cell('name'), idNo: cell('idNo'), birthDate: cell('birthDate') });
    const { idNo, name } = person;
    const birthDate = person.birthDate ?? birthDateInDamagedNumber(cell('idNo'));
    if (idNo === null && cell('idNo').trim() !== '') counted.unreadNumbers += 1;
    if (idNo === null && (name === '' || birthDate === null)) {
      counted.unusable += 1;
      return '';
    }
    const values = readLineValues(register, mapping, cells);
    for (const column of values.unread) counted.unread.set(column, (counted.unread.get(column) ?? 0) + 1);
    const hash = idNo === null ? null : this.fields.identityHash('RESIDENT_ID', idNo);
    const lineKey = this.crypto.blindIndex('comparison-line', [register.code, hash ?? `${name}|${birthDate}`, ...values.key].join('\u0000'));
    const hashes = Object.fromEntries(values.toHash.map(({ name: key, kind, normalised }) => [key, this.crypto.blindIndex(kind, normalised)]));
    return copyRow({ n, name, birth_date: birthDate, id_no_masked: idNo === null ? null : maskIdNumber(idNo), id_no_bidx: hash, line_key: lineKey, detail: { ...values.detail, ...hashes } }, sql.stageColumns);
  }
}

interface Counted {
  rows: number;
  unusable: number;
  unreadNumbers: number;
  readonly unread: Map<string, number>;
}

function notesOf(register: ComparisonRegister, { unreadNumbers, unread }: Counted): FileNote[] {
  const notes: FileNote[] = unreadNumbers === 0 ? [] : [{ note: 'numbers-unread', zh: `有${unreadNumbers}行的证件号码无法识别，只能按姓名和出生日期比对`, en: `${unreadNumbers} document numbers could not be read; those lines go by name and birth date` }];
  for (const [name, count] of unread) {
    const column = register.columns.find((candidate) => candidate.name === name);
    notes.push({ note: 'values-unread', zh: `“${column?.zh ?? name}”有${count}行无法识别，未保存该值`, en: `${column?.en ?? name}: ${count} cells could not be read and are left out` });
  }
  return notes;
}
