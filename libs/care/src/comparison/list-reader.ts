import { maskIdNumber, personHeadings, problem, readListedPerson, type GivenPerson } from '#domain';

/** A line that can be compared; the clear number goes no further than this. */
export interface ListedLine {
  readonly n: number;
  readonly name: string;
  readonly birthDate: string | null;
  readonly masked: string | null;
  readonly bidx: string | null;
}

export interface ReadList {
  readonly people: readonly ListedLine[];
  /** Lines without a name, or with neither a readable number nor a birth date. */
  readonly unusable: number;
}

/** Reads a list; `hash` makes the keyed hash under which persons are registered. */
export function readList(given: readonly GivenPerson[], hash: (idNo: string) => string): ReadList {
  const people: ListedLine[] = [];
  for (const [i, line] of given.entries()) {
    const { name, idNo, birthDate } = readListedPerson(line);
    if (name === '' || (idNo === null && birthDate === null)) continue;
    people.push({ n: i + 1, name, birthDate, masked: idNo === null ? null : maskIdNumber(idNo), bidx: idNo === null ? null : hash(idNo) });
  }
  return { people, unusable: given.length - people.length };
}

/** Takes name, number and birth date out of a table whose first rows hold the headings. @throws `care.list-columns` */
export function readTable(rows: readonly (readonly string[])[]): GivenPerson[] {
  for (const [at, row] of rows.slice(0, 5).entries()) {
    const cells = row.map((cell) => cell.normalize('NFKC').replace(/\s/g, ''));
    const column = (names: readonly string[]): number => cells.findIndex((cell) => names.includes(cell));
    const [name, idNo, birthDate] = [column(personHeadings.name), column(personHeadings.idNo), column(personHeadings.birthDate)];
    if (name < 0 || (idNo < 0 && birthDate < 0)) continue;
    return rows.slice(at + 1).map((cellsOf) => ({ name: cellsOf[name] ?? '', idNo: cellsOf[idNo] ?? null, birthDate: cellsOf[birthDate] ?? null }));
  }
  throw problem('care.list-columns');
}
