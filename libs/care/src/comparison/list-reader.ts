import { isCalendarDate, maskIdNumber, normaliseIdNumber, normaliseName, problem, readDate, readDisabilityCertificate, readResidentId } from '#domain';

/** One line of a department's list as it was sent. */
export interface GivenPerson {
  readonly name: string;
  readonly idNo?: string | null;
  readonly birthDate?: string | null;
}

/** A line that can be compared; the clear number goes no further than this. */
export interface ListedPerson {
  readonly n: number;
  readonly name: string;
  readonly birthDate: string | null;
  readonly masked: string | null;
  readonly bidx: string | null;
}

export interface ReadList {
  readonly people: readonly ListedPerson[];
  /** Lines without a name, or with neither a readable number nor a birth date. */
  readonly unusable: number;
}

/** Reads a list; `hash` makes the keyed hash under which persons are registered. */
export function readList(given: readonly GivenPerson[], hash: (idNo: string) => string): ReadList {
  const people: ListedPerson[] = [];
  for (const [i, line] of given.entries()) {
    const name = normaliseName(line.name);
    const idNo = residentNumber(line.idNo ?? '');
    const written = line.birthDate ?? '';
    const birthDate = idNo?.birthDate ?? (isCalendarDate(written) ? written : (readDate(written) ?? null));
    if (name === '' || (idNo === null && birthDate === null)) continue;
    people.push({ n: i + 1, name, birthDate, masked: idNo === null ? null : maskIdNumber(idNo.number), bidx: idNo === null ? null : hash(idNo.number) });
  }
  return { people, unusable: given.length - people.length };
}

/** The resident number of either document; null when it cannot be one. */
function residentNumber(written: string): { number: string; birthDate: string } | null {
  const text = normaliseIdNumber(written);
  if (text.length === 20) {
    const certificate = readDisabilityCertificate(text);
    return certificate.ok ? certificate.value.residentId : null;
  }
  const resident = readResidentId(text);
  return resident.ok ? resident.value : null;
}

const headings = {
  name: ['姓名', '学生姓名', '患者姓名', '残疾人姓名', '户主姓名', '成员姓名'],
  idNo: ['证件号码', '身份证号', '身份证号码', '公民身份号码', '身份证件号', '残疾证号', '残疾人证号', '学生身份证号'],
  birthDate: ['出生日期', '出生年月日', '生日'],
} as const;

/** Takes name, number and birth date out of a table whose first rows hold the headings. @throws `care.list-columns` */
export function readTable(rows: readonly (readonly string[])[]): GivenPerson[] {
  for (const [at, row] of rows.slice(0, 5).entries()) {
    const cells = row.map((cell) => cell.normalize('NFKC').replace(/\s/g, ''));
    const column = (names: readonly string[]): number => cells.findIndex((cell) => names.includes(cell));
    const [name, idNo, birthDate] = [column(headings.name), column(headings.idNo), column(headings.birthDate)];
    if (name < 0 || (idNo < 0 && birthDate < 0)) continue;
    return rows.slice(at + 1).map((cellsOf) => ({ name: cellsOf[name] ?? '', idNo: cellsOf[idNo] ?? null, birthDate: cellsOf[birthDate] ?? null }));
  }
  throw problem('care.list-columns');
}
