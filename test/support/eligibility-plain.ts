import { uuidV7, type HouseholdStatus } from '#domain';
import type { HouseholdCase } from './eligibility-arbitraries.js';
import type { WrittenCase } from './eligibility-rows.js';

export interface PlainHousehold {
  readonly status?: HouseholdStatus;
  /** Net income of the household in 2020, fen. */
  readonly income?: number | null;
  readonly persons?: number;
  readonly insured?: boolean | null;
}

/** A household in good order that meets every condition of an exit in 2020 unless told otherwise. */
export function plainCase(villageCode: string, { status = 'REGISTERED', income = 1_500_000, persons = 2, insured = true }: PlainHousehold = {}): WrittenCase {
  const year = {
    memberCount: persons, wageIncome: income, businessIncome: null, propertyIncome: null, transferIncome: null, businessCost: null, foodOk: true, clothingOk: true,
    compulsoryEducationOk: null, basicMedicalOk: null, housingSafe: true, housingGrade: 'A', isDilapidated: false, housingRenovationYear: null, safeWater: true,
  };
  const member = {
    gender: '1', birthDate: '1980-05-06', relationToHead: '01', memberStatus: 'ACTIVE', joinedOn: null, leftOn: null, hasDisabilityCertNo: false, disabilityCertYear: null,
  };
  const memberYear = {
    education: '3', schoolStatus: '01', dropoutReason: null, health: ['1'], labourSkill: '1', workArea: null, workMonths: 10, publicWelfarePost: null, publicWelfareMonths: 0,
    hasMedicalInsurance: insured, hasEmployeeMedicalInsurance: insured === null ? null : false, hasCriticalIllnessInsurance: insured, hasPensionInsurance: true, hasEmployeePension: false,
    hasMinimumAllowance: false, isExtremePovertySupport: false, hadMedicalAssistance: false,
  };
  const written: HouseholdCase = {
    household: { status, poorHouseholdType: '01', mainCause: '01', otherCauses: null, firstIdentifiedMonth: '2016-05', exitYear: null, isRelocated: false },
    episodes: [],
    householdYears: { 2020: year },
    members: Array.from({ length: persons }, () => ({ member, memberYears: { 2020: memberYear } })),
    comparisons: {},
  };
  return { id: uuidV7(), villageCode, written };
}
