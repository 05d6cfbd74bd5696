import { normaliseName } from '../identity/masking.js';
import { normaliseIdNumber, readDisabilityCertificate, readResidentId, type ResidentId } from '../identity/resident-id.js';
import { isCalendarDate, readDate } from '../time/calendar-date.js';

/** One line of a department's list as it was sent. */
export interface GivenPerson {
  readonly name: string;
  readonly idNo?: string | null;
  readonly birthDate?: string | null;
}

/** Who a line speaks of. The clear number goes no further than the caller's hash and mask. */
export interface ListedPerson {
  readonly name: string;
  readonly idNo: string | null;
  readonly birthDate: string | null;
}

export const personTargets = ['name', 'idNo', 'birthDate'] as const;
export type PersonTarget = (typeof personTargets)[number];

/** Headings under which departments write whom a line speaks of. */
export const personHeadings: Readonly<Record<PersonTarget, readonly string[]>> = {
  name: ['姓名', '学生姓名', '患者姓名', '残疾人姓名', '户主姓名', '成员姓名'],
  idNo: ['证件号码', '身份证号', '身份证号码', '公民身份号码', '身份证件号', '残疾证号', '残疾人证号', '学生身份证号'],
  birthDate: ['出生日期', '出生年月日', '生日'],
};

/** Reads a line: the number of either document in its 18-character form, or null when it cannot be one; the birth date of the number before the written one. */
export function readListedPerson(line: GivenPerson): ListedPerson {
  const resident = residentOf(line.idNo ?? '');
  const written = line.birthDate ?? '';
  const birthDate = resident?.birthDate ?? (isCalendarDate(written) ? written : (readDate(written) ?? null));
  return { name: normaliseName(line.name), idNo: resident?.number ?? null, birthDate };
}

/** A disability certificate begins with the resident number. */
function residentOf(written: string): ResidentId | null {
  const text = normaliseIdNumber(written);
  if (text.length === 20) {
    const certificate = readDisabilityCertificate(text);
    return certificate.ok ? certificate.value.residentId : null;
  }
  const resident = readResidentId(text);
  return resident.ok ? resident.value : null;
}

/** Birth date that stands in a number whose check digit is wrong; null when there is none. For name and birth date only: the number itself proves nothing. */
export function birthDateInDamagedNumber(written: string): string | null {
  const match = /^[0-9]{6}((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})[0-9]{3}[0-9X]/.exec(normaliseIdNumber(written));
  const day = match ? `${match[1]}-${match[2]}-${match[3]}` : '';
  return isCalendarDate(day) ? day : null;
}
