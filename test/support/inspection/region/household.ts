import type { CleanRegion } from '../clean-region.js';
import { exitCase, identificationCase, type CleanCase } from './cases.js';
import { addPairing, addVisits } from './field-work.js';
import { addHelp, type CleanHelp } from './help.js';
import { cleanIncome, incomeColumns, livingColumns } from './income.js';
import { addMember, type CleanMember, type PersonOptions } from './people.js';
import type { Row } from './tables.js';

export interface Place extends Row {
  readonly county_code: string;
  readonly village_code: string;
}

/** A household with everything that belongs to it; its rows may be changed until the region is written. */
export interface CleanHousehold {
  readonly id: string;
  readonly place: Place;
  readonly row: Row;
  readonly episode: Row;
  readonly members: CleanMember[];
  readonly years: Record<number, Row>;
  readonly identification: CleanCase;
  /** Of an exited household. */
  readonly exit: CleanCase | null;
  readonly helper: Row;
  readonly pairing: Row;
  readonly visits: Row[];
  readonly help: CleanHelp;
}

export interface HouseholdOptions {
  readonly status?: 'REGISTERED' | 'EXITED_ENTITLED' | 'EXITED_NOT_ENTITLED';
  /** 12 digits, one of `region.villages`; the next in turn without it. */
  readonly village?: string;
  readonly people?: readonly PersonOptions[];
  /** Items of both years in fen by catalogue name, instead of the usual ones. */
  readonly income?: Readonly<Record<string, number | null>>;
}

/** Father at work, mother, a daughter at primary school, a grandmother. */
export const cleanPeople: readonly PersonOptions[] = [
  { relation: '01', gender: '1', birthDate: '1980-05-06' },
  { relation: '02', gender: '2', birthDate: '1982-07-08' },
  { relation: '04', gender: '2', birthDate: '2015-03-04' },
  { relation: '12', gender: '2', birthDate: '1955-01-02' },
];

/** One more household in which nothing is wrong. */
export function makeHousehold(region: CleanRegion, options: HouseholdOptions): CleanHousehold {
  const n = region.next();
  const village = options.village ?? region.villages[n % region.villages.length] ?? '';
  const place: Place = { county_code: village.slice(0, 6), village_code: village };
  const id = region.id();
  const status = options.status ?? 'REGISTERED';
  const people = options.people ?? cleanPeople;
  const exited = status !== 'REGISTERED';
  const row = region.add('household', {
    ...place, id, status, head_name: `户主${n}`, member_count: people.length, household_code: `${place.county_code}${String(n).padStart(8, '0')}`, natural_village: `第${n}组`,
    phone_enc: `v1:${n}`, phone_masked: `139****${String(n % 10_000).padStart(4, '0')}`, phone_last4: String(n % 10_000).padStart(4, '0'), bank_name: '演示农村信用社', bank_account_no_enc: `v1:${n}`,
    bank_account_no_masked: `**** ${String(n % 10_000).padStart(4, '0')}`, identification_standard: '1', poor_household_type: '01', measure_category: 'INDUSTRY',
    first_identified_month: '2018-04', main_cause: '09', is_relocated: false, exit_year: exited ? 2023 : null,
  });
  const episode = region.add('episode', {
    ...place, id: region.id(), household_id: id, sequence: 1, entry_kind: 'IDENTIFIED', entered_on: '2018-04-05', status, exited_on: exited ? '2023-10-25' : null,
    not_entitled_on: status === 'EXITED_NOT_ENTITLED' ? '2025-10-31' : null, closed_on: null,
  });
  const years = Object.fromEntries(region.years.map((year) => [year, region.add('household_year', {
    ...place, id: region.id(), household_id: id, year, member_count: people.length, member_count_year_start: people.length, member_count_year_end: people.length,
    income_period_start: `${year - 1}-10-01`, income_period_end: `${year}-09-30`, ...livingColumns(), ...incomeColumns(options.income ?? cleanIncome, people.length), recorded_at: `${year}-11-30T00:00:00Z`,
  })]));
  const part = { id, place, row, episode, years, members: [] as CleanMember[] };
  const identification = identificationCase(region, part);
  episode['entry_case_id'] = identification.file['id'];
  const exit = exited ? exitCase(region, part) : null;
  if (exit) episode['exit_case_id'] = exit.file['id'];
  const { helper, pairing } = addPairing(region, part);
  const household: CleanHousehold = { ...part, identification, exit, helper, pairing, visits: addVisits(region, part, helper), help: addHelp(region, part) };
  for (const person of people) addMember(region, household, person);
  return household;
}

/** What the other rooms need to know of a household that is being made. */
export type HouseholdPart = Pick<CleanHousehold, 'id' | 'place' | 'row'>;

/** Rewrites the income of a year so that it adds up again. */
export function setIncome(household: CleanHousehold, year: number, items: Readonly<Record<string, number | null>>): void {
  const row = household.years[year];
  if (!row) throw new Error(`no year ${year}`);
  for (const name of Object.keys(row)) if (/^(wage|business|property|transfer|claims|out_of_pocket|gross|net|per_capita)_.*fen$/.test(name)) row[name] = null;
  Object.assign(row, incomeColumns(items, Number(row['member_count'])));
}
