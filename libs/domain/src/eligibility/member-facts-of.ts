import type { FactValues } from '../facts/fact-definition.js';
import { yearEnd, yearOf } from '../time/calendar-date.js';
import { FACTS_FROM_HOUSEHOLD } from '../facts/member-facts.js';
import { disabled, finishedEducation, firstYearsOfStage, notAtSchool, schoolAge, stagesWithoutYears, unfitForSchoolWords, noPostWords } from './fact-terms.js';
import { some, type Truth } from './three-valued.js';
import type { WrittenMember, WrittenMemberYear } from './written-rows.js';

/**
 * Whether a person belongs to the household at the end of a year: joined by then, born by then and not gone. Somebody who
 * left on 31 December is gone. "Left" without a date counts in no year.
 */
export function belongsInYear(member: WrittenMember, year: number): boolean {
  const lastDay = yearEnd(year);
  if (member.joinedOn !== null && member.joinedOn > lastDay) return false;
  if (member.birthDate !== null && member.birthDate > lastDay) return false;
  return member.leftOn === null ? member.memberStatus !== 'REMOVED' : member.leftOn > lastDay;
}

/** Facts of one person in one year, by the names of the fact catalogue. */
export function memberFactsOf(member: WrittenMember, written: WrittenMemberYear | null, year: number): FactValues {
  return {
    age: member.birthDate === null ? null : year - yearOf(member.birthDate),
    age_on_school_cutoff: ageOnSchoolCutoff(member.birthDate, year),
    gender: member.gender,
    relation: member.relationToHead,
    education: written?.education ?? null,
    school_status: written?.schoolStatus ?? null,
    dropout_reason: written?.dropoutReason ?? null,
    health: written?.health ?? null,
    labour: written?.labourSkill ?? null,
    work_area: written?.workArea ?? null,
    work_months: written?.workMonths ?? null,
    has_medical_insurance: written && some([written.hasMedicalInsurance, written.hasEmployeeMedicalInsurance]),
    has_critical_illness_insurance: written?.hasCriticalIllnessInsurance ?? null,
    has_pension_insurance: written && some([written.hasPensionInsurance, written.hasEmployeePension]),
    has_minimum_allowance: written?.hasMinimumAllowance ?? null,
    is_extreme_poverty_support: written?.isExtremePovertySupport ?? null,
    public_welfare_post: written && holdsPost(written),
    is_disabled: isDisabled(member, written, year),
    is_new_student: isNewStudent(written?.schoolStatus ?? null),
    had_medical_assistance: written?.hadMedicalAssistance ?? null,
  };
}

/**
 * Whether the person dropped out of compulsory school in the year: of school age, not at school, not known to have finished
 * it and not unfit for it. Null: the birth date or, at school age, the school status is missing.
 */
export function droppedOut(member: WrittenMember, written: WrittenMemberYear | null, year: number): Truth {
  const age = ageOnSchoolCutoff(member.birthDate, year);
  if (age === null) return null;
  if (age < schoolAge.from || age > schoolAge.to) return false;
  const status = written?.schoolStatus ?? null;
  if (status === null) return null;
  if (status !== notAtSchool || finishedEducation.includes(written?.education ?? '')) return false;
  return !unfitForSchoolWords.some((word) => written?.dropoutReason?.includes(word) ?? false);
}

/** Full years on 31 August; 0 for a child born after it. Somebody born on 29 February has had the birthday by then in any year. */
export function ageOnSchoolCutoff(birthDate: string | null, year: number): number | null {
  if (birthDate === null) return null;
  const month = Number(birthDate.slice(5, 7));
  return Math.max(year - yearOf(birthDate) - (month > schoolAge.cutoffMonth ? 1 : 0), 0);
}

/** By certificate, or by the recorded state of health; null when there is no certificate and health is not recorded. */
function isDisabled(member: WrittenMember, written: WrittenMemberYear | null, year: number): Truth {
  const certified = (member.hasDisabilityCertNo || member.disabilityCertYear !== null) && (member.disabilityCertYear ?? year) <= year;
  return some([certified, written?.health ? written.health.includes(disabled) : null]);
}

/** Only stages that are recorded year by year can say it. */
function isNewStudent(schoolStatus: string | null): Truth {
  if (schoolStatus === null || stagesWithoutYears.includes(schoolStatus)) return null;
  return firstYearsOfStage.includes(schoolStatus);
}

/** Facts of a person with those of the household that a rule about persons may ask for. */
export function withHousehold(member: FactValues, household: FactValues): FactValues {
  return { ...member, ...Object.fromEntries(Object.entries(FACTS_FROM_HOUSEHOLD).map(([name, source]) => [name, household[source] ?? null])) };
}

function holdsPost({ publicWelfarePost, publicWelfareMonths }: WrittenMemberYear): Truth {
  if (noPostWords.includes(publicWelfarePost ?? '')) return false;
  if ((publicWelfarePost ?? '') !== '') return true;
  return publicWelfareMonths === null ? null : publicWelfareMonths > 0;
}
