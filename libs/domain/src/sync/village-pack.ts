import { householdFactsOf } from '../eligibility/household-facts-of.js';
import { belongsInYear, memberFactsOf, withHousehold } from '../eligibility/member-facts-of.js';
import { subjectsOfRule, type StandingCode } from '../eligibility/rule-subjects.js';
import type { WrittenComparison, WrittenEpisode, WrittenHousehold, WrittenHouseholdInYear, WrittenHouseholdYear, WrittenMember, WrittenMemberYear } from '../eligibility/written-rows.js';
import { FACT_CATALOGUE } from '../facts/catalogue.js';
import type { FactLevel, FactValues, ParameterValues } from '../facts/fact-definition.js';
import { evaluate, type RuleSubject } from '../rules/evaluate.js';
import { explain } from '../rules/explain.js';
import type { RuleExplanation } from '../rules/explanation.js';
import type { Verdict } from '../rules/truth.js';

/** A row of the pack: keys of the field catalogue, and nothing for what was not recorded. */
export type PackRow = Readonly<Record<string, unknown>>;

/** A rule version with the years that it judges. */
export interface PackRule {
  readonly id: string;
  readonly code: string;
  readonly level: FactLevel | 'member';
  readonly expression: unknown;
  readonly years: readonly number[];
}

/** The part of a village's pack that judging needs. */
export interface VillagePack {
  readonly rows: {
    readonly households: readonly PackRow[];
    readonly episodes: readonly PackRow[];
    readonly members: readonly PackRow[];
    readonly years: readonly PackRow[];
    readonly memberYears: readonly PackRow[];
    readonly comparisons: readonly PackRow[];
  };
  readonly reference: { readonly rules: readonly PackRule[]; readonly parameters: Readonly<Record<string, ParameterValues>> };
}

const householdKeys = ['poorHouseholdType', 'mainCause', 'otherCauses', 'firstIdentifiedMonth', 'exitYear', 'isRelocated'] as const;
const episodeKeys = ['exitedOn', 'notEntitledOn', 'closedOn'] as const;
const yearKeys = [
  'wageIncome', 'businessIncome', 'propertyIncome', 'transferIncome', 'businessCost', 'foodOk', 'clothingOk', 'compulsoryEducationOk', 'basicMedicalOk', 'housingSafe', 'housingGrade',
  'isDilapidated', 'housingRenovationYear', 'safeWater',
] as const;
const memberKeys = ['gender', 'birthDate', 'joinedOn', 'leftOn', 'disabilityCertYear'] as const;
const memberYearKeys = [
  'education', 'schoolStatus', 'dropoutReason', 'health', 'labourSkill', 'workArea', 'workMonths', 'publicWelfarePost', 'publicWelfareMonths', 'hasMedicalInsurance',
  'hasEmployeeMedicalInsurance', 'hasCriticalIllnessInsurance', 'hasPensionInsurance', 'hasEmployeePension', 'hasMinimumAllowance', 'isExtremePovertySupport', 'hadMedicalAssistance',
] as const;
const comparisonKeys = ['hasPublicPayrollMember', 'hasVillageCadre', 'ownsCar', 'ownsCommercialProperty', 'ownsRegisteredFirm'] as const;

/** The row with null where nothing was recorded. */
const withNulls = (row: PackRow, keys: readonly string[]): Record<string, unknown> => ({ ...row, ...Object.fromEntries(keys.map((key) => [key, row[key] ?? null])) });

/** What is written about one household and year, as `householdFactsOf` takes it; null when the pack does not hold the household. */
export function writtenInPack({ rows }: VillagePack, householdId: string, year: number): WrittenHouseholdInYear | null {
  const household = rows.households.find((row) => row['id'] === householdId);
  if (!household) return null;
  const own = (list: readonly PackRow[]) => list.filter((row) => row['householdId'] === householdId);
  const recorded = own(rows.years).find((row) => row['year'] === year);
  const comparison = own(rows.comparisons).find((row) => row['year'] === year);
  const memberYears = own(rows.memberYears).filter((row) => row['year'] === year);
  return {
    year,
    household: withNulls(household, householdKeys) as unknown as WrittenHousehold,
    episodes: own(rows.episodes).map((row) => withNulls(row, episodeKeys) as unknown as WrittenEpisode),
    householdYear: recorded ? (withNulls(recorded, yearKeys) as unknown as WrittenHouseholdYear) : null,
    members: own(rows.members).map((member) => {
      const record = memberYears.find((row) => row['memberId'] === member['id']);
      return {
        member: { hasDisabilityCertNo: false, ...withNulls(member, memberKeys) } as unknown as WrittenMember,
        memberYear: record ? (withNulls(record, memberYearKeys) as unknown as WrittenMemberYear) : null,
      };
    }),
    comparison: comparison ? (withNulls(comparison, comparisonKeys) as unknown as WrittenComparison) : null,
  };
}

/** Facts of a household in a year and of its persons, as a rule is asked about them. */
export function subjectInPack(pack: VillagePack, householdId: string, year: number): RuleSubject | null {
  const written = writtenInPack(pack, householdId, year);
  if (!written) return null;
  const facts: FactValues = householdFactsOf(written);
  const members = written.members.filter(({ member }) => belongsInYear(member, year)).map(({ member, memberYear }) => withHousehold(memberFactsOf(member, memberYear, year), facts));
  return { facts, related: { members } };
}

/** Verdicts of a household in a year by rule code, computed on the phone as the server would; only rules that ask about such a household. */
export function verdictsInPack(pack: VillagePack, householdId: string, year: number): Record<string, Verdict> {
  const subject = subjectInPack(pack, householdId, year);
  if (!subject) return {};
  const standing = (subject.facts['status'] ?? 'NONE') as StandingCode;
  const asked = pack.reference.rules.filter((rule) => rule.level === 'household' && rule.years.includes(year) && subjectsOfRule(rule.code).includes(standing));
  const parameters = pack.reference.parameters[String(year)] ?? {};
  return Object.fromEntries(asked.map((rule) => [rule.code, evaluate(rule.expression, { catalogue: FACT_CATALOGUE, level: 'household', subject, parameters })]));
}

/** Why: per condition what is and what is required. Null when the pack holds neither household nor rule. */
export function explainInPack(pack: VillagePack, householdId: string, question: { readonly year: number; readonly rule: string }): RuleExplanation | null {
  const subject = subjectInPack(pack, householdId, question.year);
  const rule = pack.reference.rules.find((candidate) => candidate.code === question.rule && candidate.years.includes(question.year));
  if (!subject || !rule) return null;
  return explain(rule.expression, { catalogue: FACT_CATALOGUE, level: 'household', subject, parameters: pack.reference.parameters[String(question.year)] ?? {} });
}
