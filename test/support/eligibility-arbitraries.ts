import fc from 'fast-check';
import type { WrittenComparison, WrittenEpisode, WrittenHousehold, WrittenHouseholdYear, WrittenMember, WrittenMemberYear } from '#domain';

/** Years small enough that leap days, cut-offs and missing years meet often. */
export const factYears = [2019, 2020, 2021];

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 4 });
const truth = maybe(fc.boolean());
const mostlyTrue = fc.constantFrom(true, true, true, true, false, null);
const day = fc.constantFrom('2018-12-31', '2019-01-01', '2019-12-31', '2020-01-01', '2020-02-29', '2020-06-30', '2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01');
const birthDate = fc.oneof(
  fc.constantFrom('2004-02-29', '2008-02-29', '2012-02-29', '2014-08-31', '2014-09-01', '2013-08-31', '2013-09-01', '2004-08-31', '2004-09-01', '2005-08-31', '2005-09-01', '2020-02-29', '2020-12-31', '2021-01-01'),
  fc.record({ year: fc.integer({ min: 1940, max: 2021 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
    .map(({ year, month, day: d }) => `${year}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
);
const fen = maybe(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2_000_000_000 })));

export const household: fc.Arbitrary<WrittenHousehold> = fc.record({
  status: fc.constantFrom('CANDIDATE', 'REGISTERED', 'PRE_EXIT', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED', 'RETURNED', 'CLEARED_OUT', 'DEREGISTERED'),
  poorHouseholdType: maybe(fc.constantFrom('01', '04')),
  mainCause: maybe(fc.constantFrom('01', '02')),
  otherCauses: maybe(fc.subarray(['03', '08'])),
  firstIdentifiedMonth: maybe(fc.constantFrom('2014-01', '2019-12', '2020-01', '2020-12', '2021-12', '2022-01')),
  exitYear: maybe(fc.constantFrom(2018, 2020)),
  isRelocated: truth,
});

export const episodes: fc.Arbitrary<WrittenEpisode[]> = fc
  .array(
    fc.record({
      sequence: fc.constant(0),
      entryKind: fc.constantFrom('IDENTIFIED', 'RE_ENTRY', 'IMPORTED'),
      enteredOn: day,
      status: fc.constantFrom('REGISTERED', 'PRE_EXIT', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED', 'CLEARED_OUT', 'DEREGISTERED'),
      exitedOn: maybe(day),
      notEntitledOn: maybe(day),
      closedOn: maybe(day),
    }),
    { maxLength: 3 },
  )
  // At most one episode is open, and it is the last.
  .map((list) => list.map((episode, i) => ({ ...episode, sequence: i + 1, closedOn: i < list.length - 1 ? (episode.closedOn ?? '2020-06-30') : episode.closedOn })));

export const householdYear: fc.Arbitrary<WrittenHouseholdYear> = fc.record({
  memberCount: fc.integer({ min: 0, max: 4 }),
  wageIncome: fen, businessIncome: fen, propertyIncome: fen, transferIncome: fen, businessCost: fen,
  foodOk: truth, clothingOk: truth, compulsoryEducationOk: mostlyTrue, basicMedicalOk: mostlyTrue, housingSafe: truth,
  housingGrade: maybe(fc.constantFrom('A', 'B', 'C', 'D')),
  isDilapidated: truth,
  housingRenovationYear: maybe(fc.constantFrom(2018, 2020, 2021)),
  safeWater: truth,
});

const member: fc.Arbitrary<WrittenMember> = fc.record({
  gender: maybe(fc.constantFrom('1', '2')),
  birthDate: fc.option(birthDate, { nil: null, freq: 15 }),
  relationToHead: fc.constantFrom('01', '03'),
  memberStatus: fc.constantFrom('ACTIVE', 'ACTIVE', 'REMOVED'),
  joinedOn: fc.option(day, { nil: null, freq: 2 }),
  leftOn: fc.option(day, { nil: null, freq: 2 }),
  hasDisabilityCertNo: fc.constantFrom(false, false, true),
  disabilityCertYear: fc.constantFrom(null, null, 2019, 2020, 2021),
});

const memberYear: fc.Arbitrary<WrittenMemberYear> = fc.record({
  education: maybe(fc.constantFrom('1', '2', '3', '5', 'COLLEGE', '6')),
  schoolStatus: maybe(fc.constantFrom('01', '01', '02', '03', '04', '06', '10', '13', '14', '16')),
  dropoutReason: maybe(fc.constantFrom('因身体原因', '厌学', '残疾', '长期患病', '')),
  health: maybe(fc.subarray(['1', '2', '3', '4'])),
  labourSkill: maybe(fc.constantFrom('1', '2', '3', '4', 'WEAK')),
  workArea: maybe(fc.constantFrom('01', '04')),
  workMonths: maybe(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }))),
  publicWelfarePost: maybe(fc.constantFrom('', '护林员', '否', '没有')),
  publicWelfareMonths: maybe(fc.constantFrom(0, 3)),
  hasMedicalInsurance: mostlyTrue, hasEmployeeMedicalInsurance: truth, hasCriticalIllnessInsurance: mostlyTrue,
  hasPensionInsurance: truth, hasEmployeePension: truth, hasMinimumAllowance: truth, isExtremePovertySupport: truth, hadMedicalAssistance: truth,
});

const perYear = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<number, T | null>> =>
  fc.tuple(...factYears.map(() => fc.option(value, { nil: null, freq: 6 }))).map((values) => Object.fromEntries(factYears.map((year, i) => [year, values[i] ?? null])));

const comparison: fc.Arbitrary<WrittenComparison> = fc.record({ hasPublicPayrollMember: truth, hasVillageCadre: truth, ownsCar: truth, ownsCommercialProperty: truth, ownsRegisteredFirm: truth });

/** One household with everything written about it over the years of {@link factYears}. */
export const householdCase = fc.record({
  household,
  episodes,
  householdYears: perYear(householdYear),
  members: fc.array(fc.record({ member, memberYears: perYear(memberYear) }), { maxLength: 4 }),
  comparisons: perYear(comparison),
});
export type HouseholdCase = typeof householdCase extends fc.Arbitrary<infer T> ? T : never;
