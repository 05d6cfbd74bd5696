import type { FactValues } from '../facts/fact-definition.js';
import { yearEnd } from '../time/calendar-date.js';
import { floorDiv } from '../values/money.js';
import { ableToWork, ill, safeGrades, schoolAge, unsafeGrades, workingAge } from './fact-terms.js';
import { ageOnSchoolCutoff, belongsInYear, droppedOut, memberFactsOf } from './member-facts-of.js';
import { standingOf } from './standing-of.js';
import { all, countKnown, not, some, type Truth } from './three-valued.js';
import type { WrittenHouseholdInYear, WrittenHouseholdYear, WrittenMember, WrittenMemberYear } from './written-rows.js';

/**
 * The facts of one household and year, from the rows as written: the specification that the bulk SQL of recalculation is
 * tested against, and what a phone computes offline. Amounts in fen, per head by floor division.
 */
export function householdFactsOf(written: WrittenHouseholdInYear): FactValues {
  const { household, householdYear, comparison, year } = written;
  const standing = standingOf(household, written.episodes, year);
  return {
    year,
    status: standing.status,
    exit_year: standing.exitYear,
    poor_household_type: household.poorHouseholdType,
    main_cause: household.mainCause,
    other_causes: household.otherCauses,
    ...identifiedFacts(household.firstIdentifiedMonth, year),
    ...peopleFacts(written),
    ...incomeFacts(householdYear),
    food_ok: householdYear?.foodOk ?? null,
    clothing_ok: householdYear?.clothingOk ?? null,
    housing_safe: housingSafe(written),
    housing_grade: householdYear?.housingGrade ?? null,
    safe_water: householdYear?.safeWater ?? null,
    has_public_payroll_member: comparison?.hasPublicPayrollMember ?? null,
    has_village_cadre: comparison?.hasVillageCadre ?? null,
    owns_car: comparison?.ownsCar ?? null,
    owns_commercial_property: comparison?.ownsCommercialProperty ?? null,
    owns_registered_firm: comparison?.ownsRegisteredFirm ?? null,
    is_relocated: household.isRelocated,
  };
}

/** Months are counted to December of the year; before the identification both are unknown. */
function identifiedFacts(month: string | null, year: number): FactValues {
  if (month === null || `${month}-01` > yearEnd(year)) return { first_identified_month: null, months_since_identified: null };
  return {
    first_identified_month: `${month}-01`,
    months_since_identified: (year - Number(month.slice(0, 4))) * 12 + 12 - Number(month.slice(5, 7)),
  };
}

interface Person {
  readonly member: WrittenMember;
  readonly memberYear: WrittenMemberYear | null;
  readonly facts: FactValues;
}

function peopleFacts({ year, householdYear, members }: WrittenHouseholdInYear): FactValues {
  const people = members.filter(({ member }) => belongsInYear(member, year)).map((person): Person => ({ ...person, facts: memberFactsOf(person.member, person.memberYear, year) }));
  const of = (ask: (person: Person) => Truth): Truth[] => people.map(ask);
  const dropouts = of(({ member, memberYear }) => droppedOut(member, memberYear, year));
  const medical = of(({ facts }) => truth(facts['has_medical_insurance']));
  const assured = of(({ facts }) => all([truth(facts['has_medical_insurance']), truth(facts['has_critical_illness_insurance'])]));
  const counts = {
    labour_count: countKnown(of(({ facts }) => ability(facts))),
    disabled_count: countKnown(of(({ facts }) => truth(facts['is_disabled']))),
    chronic_or_serious_illness_count: countKnown(of(({ memberYear }) => (memberYear?.health ? memberYear.health.some((code) => ill.includes(code)) : null))),
    school_child_count: countKnown(of(({ member }) => ofSchoolAge(member.birthDate, year))),
    has_minimum_allowance: some(of(({ facts }) => truth(facts['has_minimum_allowance']))),
    is_extreme_poverty_support: some(of(({ facts }) => truth(facts['is_extreme_poverty_support']))),
    dropout_count: countKnown(dropouts),
    uninsured_count: countKnown(medical.map(not)),
    compulsory_education_ok: all([not(some(dropouts)), householdYear?.compulsoryEducationOk !== false]),
    basic_medical_ok: all([all(assured), householdYear?.basicMedicalOk !== false]),
  };
  if (people.length > 0) return { ...counts, member_count: householdYear?.memberCount ?? people.length };
  return { ...withoutPeople(counts, householdYear), member_count: householdYear?.memberCount ?? null };
}

/** Nobody is recorded: everything about people is unknown, save a recorded "no". */
function withoutPeople(counts: FactValues, householdYear: WrittenHouseholdYear | null): FactValues {
  const unknown = Object.fromEntries(Object.keys(counts).map((name) => [name, null]));
  return {
    ...unknown,
    compulsory_education_ok: householdYear?.compulsoryEducationOk === false ? false : null,
    basic_medical_ok: householdYear?.basicMedicalOk === false ? false : null,
  };
}

function truth(value: FactValues[string]): Truth {
  return typeof value === 'boolean' ? value : null;
}

function ability(facts: FactValues): Truth {
  const { labour, age } = facts;
  if (typeof labour === 'string') return ableToWork.includes(labour);
  return typeof age === 'number' && age < workingAge ? false : null;
}

function ofSchoolAge(birthDate: string | null, year: number): Truth {
  const age = ageOnSchoolCutoff(birthDate, year);
  return age === null ? null : age >= schoolAge.from && age <= schoolAge.to;
}

/** 纯收入 = 工资性 + 生产经营性 + 财产性 + 转移性 − 生产经营性支出; unknown when no kind of income is reported. */
function incomeFacts(householdYear: WrittenHouseholdYear | null): FactValues {
  const earned = householdYear ? [householdYear.wageIncome, householdYear.businessIncome, householdYear.propertyIncome, householdYear.transferIncome] : [];
  const reported = earned.some((sum) => sum !== null);
  const net = householdYear && reported ? earned.reduce<number>((sum, part) => sum + (part ?? 0), 0) - (householdYear.businessCost ?? 0) : null;
  return {
    wage_fen: householdYear?.wageIncome ?? null,
    business_fen: householdYear?.businessIncome ?? null,
    property_fen: householdYear?.propertyIncome ?? null,
    transfer_fen: householdYear?.transferIncome ?? null,
    cost_fen: householdYear?.businessCost ?? null,
    net_income_fen: net,
    net_income_per_capita_fen: net === null || !householdYear || householdYear.memberCount <= 0 ? null : floorDiv(net, householdYear.memberCount),
  };
}

/** Grade A or B, renovated or relocated (domain.md §3.1); a recorded "not safe" outweighs all of them. */
function housingSafe({ household, householdYear, year }: WrittenHouseholdInYear): Truth {
  if (householdYear?.housingSafe === false) return false;
  if (safeGrades.includes(householdYear?.housingGrade ?? '')) return true;
  if ((householdYear?.housingRenovationYear ?? Infinity) <= year || household.isRelocated === true) return true;
  if (unsafeGrades.includes(householdYear?.housingGrade ?? '') || householdYear?.isDilapidated === true) return false;
  return householdYear?.housingSafe ?? null;
}
