import { checkDigitOf, maskIdNumber } from '#domain';
import type { CleanRegion } from '../clean-region.js';
import type { CleanHousehold, Place } from './household.js';
import type { Row } from './tables.js';

/** A person with the records of both years. */
export interface CleanMember {
  readonly id: string;
  readonly row: Row;
  readonly years: Readonly<Record<number, Row>>;
}

export interface PersonOptions {
  readonly relation: string;
  readonly gender: '1' | '2';
  readonly birthDate: string;
  readonly name?: string;
  /** Columns of member and of both years that differ. */
  readonly member?: Row;
  readonly year?: Row;
}

const order = (n: number, gender: '1' | '2'): string => String((n % 499) * 2 + (gender === '1' ? 1 : 0)).padStart(3, '0');

/** A well-formed identity number of nobody. */
export function idNumber(n: number, birthDate: string, gender: '1' | '2'): string {
  const seventeen = `159900${birthDate.replaceAll('-', '')}${order(n, gender)}`;
  return seventeen + checkDigitOf(seventeen);
}

/** Adds a person to a household, with records of both years that contradict nothing. */
export function addMember(region: CleanRegion, household: CleanHousehold, options: PersonOptions): CleanMember {
  const { relation, gender, birthDate } = options;
  const n = region.next();
  const id = region.id();
  const base = { ...household.place, household_id: household.id };
  const number = idNumber(n, birthDate, gender);
  const row = region.add('member', {
    ...base, id, name: options.name ?? `成员${n}`, name_initials: `cy${n}`, member_code: `${household.place.county_code}${String(n).padStart(10, '0')}`, ordinal: household.members.length + 1,
    gender, birth_date: birthDate, id_type: 'RESIDENT_ID', id_no_enc: `v1:${n}`, id_no_masked: maskIdNumber(number), id_no_bidx: `bidx-${n}`, relation_to_head: relation, ethnic_group: 'HA',
    member_identified_month: '2018-04', member_status: 'ACTIVE', ...options.member,
  });
  if (row['member_status'] === 'ACTIVE' && row['id_no_bidx'] !== null) {
    region.add('identity_register', { ...base, id_hash: row['id_no_bidx'], member_id: id });
  }
  const years = Object.fromEntries(region.years.map((year) => [year, region.add('member_year', { ...base, id: region.id(), member_id: id, year, ...yearOf(year, options), recorded_at: `${year}-11-30T00:00:00Z`, ...options.year })]));
  const made = { id, row, years };
  household.members.push(made);
  return made;
}

/** What is right for the age: school, work, insurance. */
function yearOf(year: number, { birthDate, relation }: PersonOptions): Row {
  const age = year - Number(birthDate.slice(0, 4));
  const pupil = age >= 6 && age < 12;
  const middle = age >= 12 && age < 16;
  const works = relation === '01' && age >= 18 && age < 60;
  return {
    political_status: 'MASSES', marital_status: age < 20 ? 'SINGLE' : 'MARRIED', education: age < 6 ? '6' : pupil ? '2' : '3',
    school_status: age < 3 ? '01' : age < 6 ? '02' : pupil ? '03' : middle ? ['04', '05', '06', '06'][age - 12] : '01',
    speaks_mandarin: true, health: ['1'], labour_skill: age >= 16 && age < 60 ? '1' : '4', work_area: works ? '02' : null, work_months: works ? 8 : 0,
    has_medical_insurance: true, has_employee_medical_insurance: false, has_critical_illness_insurance: true, has_commercial_medical_insurance: false,
    has_pension_insurance: age >= 16, has_employee_pension: false, has_accident_insurance_subsidy: false, has_minimum_allowance: false, is_extreme_poverty_support: false,
    is_active_military: false, works_abroad: false, had_medical_assistance: false, had_other_health_help: false,
  };
}

export type { Place };
