import type { HouseholdStatus } from '../codes/household-status.js';

/** Rows as they are written, with the keys of the field catalogue; only what facts depend on. Null: not recorded. */
export interface WrittenHousehold {
  readonly status: HouseholdStatus;
  readonly poorHouseholdType: string | null;
  readonly mainCause: string | null;
  readonly otherCauses: readonly string[] | null;
  /** 'YYYY-MM'. */
  readonly firstIdentifiedMonth: string | null;
  readonly exitYear: number | null;
  readonly isRelocated: boolean | null;
}

/** One line of registration; the dates say what the household was at the end of any year. */
export interface WrittenEpisode {
  readonly sequence: number;
  readonly entryKind: 'IDENTIFIED' | 'RE_ENTRY' | 'IMPORTED';
  readonly enteredOn: string;
  readonly status: Exclude<HouseholdStatus, 'CANDIDATE' | 'RETURNED'>;
  readonly exitedOn: string | null;
  readonly notEntitledOn: string | null;
  readonly closedOn: string | null;
}

/** The current version of a household's year. Amounts in fen, persons as whole numbers. */
export interface WrittenHouseholdYear {
  readonly memberCount: number;
  readonly wageIncome: number | null;
  readonly businessIncome: number | null;
  readonly propertyIncome: number | null;
  readonly transferIncome: number | null;
  readonly businessCost: number | null;
  readonly foodOk: boolean | null;
  readonly clothingOk: boolean | null;
  readonly compulsoryEducationOk: boolean | null;
  readonly basicMedicalOk: boolean | null;
  readonly housingSafe: boolean | null;
  readonly housingGrade: string | null;
  readonly isDilapidated: boolean | null;
  readonly housingRenovationYear: number | null;
  readonly safeWater: boolean | null;
}

export interface WrittenMember {
  readonly gender: string | null;
  readonly birthDate: string | null;
  readonly relationToHead: string;
  readonly memberStatus: string;
  readonly joinedOn: string | null;
  readonly leftOn: string | null;
  readonly hasDisabilityCertNo: boolean;
  readonly disabilityCertYear: number | null;
}

/** The current version of a person's year. */
export interface WrittenMemberYear {
  readonly education: string | null;
  readonly schoolStatus: string | null;
  readonly dropoutReason: string | null;
  readonly health: readonly string[] | null;
  readonly labourSkill: string | null;
  readonly workArea: string | null;
  readonly workMonths: number | null;
  readonly publicWelfarePost: string | null;
  readonly publicWelfareMonths: number | null;
  readonly hasMedicalInsurance: boolean | null;
  readonly hasEmployeeMedicalInsurance: boolean | null;
  readonly hasCriticalIllnessInsurance: boolean | null;
  readonly hasPensionInsurance: boolean | null;
  readonly hasEmployeePension: boolean | null;
  readonly hasMinimumAllowance: boolean | null;
  readonly isExtremePovertySupport: boolean | null;
  readonly hadMedicalAssistance: boolean | null;
}

/** Results of the comparison with other departments' registers. */
export interface WrittenComparison {
  readonly hasPublicPayrollMember: boolean | null;
  readonly hasVillageCadre: boolean | null;
  readonly ownsCar: boolean | null;
  readonly ownsCommercialProperty: boolean | null;
  readonly ownsRegisteredFirm: boolean | null;
}

/** Everything written about one household that bears on one year. */
export interface WrittenHouseholdInYear {
  readonly year: number;
  readonly household: WrittenHousehold;
  readonly episodes: readonly WrittenEpisode[];
  readonly householdYear: WrittenHouseholdYear | null;
  /** All persons ever written for the household, each with its record of this year. */
  readonly members: readonly { readonly member: WrittenMember; readonly memberYear: WrittenMemberYear | null }[];
  readonly comparison: WrittenComparison | null;
}
