import { exitedStatuses, poorStatuses, type HouseholdStatus } from '../codes/household-status.js';

/** Registered: poor or exited, not a candidate, not cleared out, not deregistered. */
export const registeredStatuses: readonly HouseholdStatus[] = [...poorStatuses, ...exitedStatuses];

/**
 * Compulsory school age in full years on 31 August (义务教育法; domain.md §3.1: 无义务教育阶段 6–15 岁失学辍学).
 * The last day of school entry is a month's end, so age there is a matter of years and months alone.
 */
export const schoolAge = { from: 6, to: 15, cutoffMonth: 8 } as const;

/** Below this age a person without a recorded ability to work counts as not working (劳动法 art. 15). */
export const workingAge = 16;

export const notAtSchool = '01';
/** First years of junior, senior, vocational and higher vocational school. */
export const firstYearsOfStage: readonly string[] = ['04', '07', '10', '13'];
/** School states that do not tell the year: pre-school, primary school, college. */
export const stagesWithoutYears: readonly string[] = ['02', '03', '16'];
/** Education levels that show compulsory schooling was finished. */
export const finishedEducation: readonly string[] = ['3', '4', '5', 'COLLEGE', 'BACHELOR'];
/** Words in the reason for not attending that say: unfit for school (因身体原因不具备学习条件). */
export const unfitForSchoolWords: readonly string[] = ['身体', '残', '病'];

/** What forms say in the column of the public welfare post (公益性岗位) when there is none. */
export const noPostWords: readonly string[] = ['无', '否', '没有'];

/** Codes of `labourSkill` that count as able to work. */
export const ableToWork: readonly string[] = ['1', '2', 'WEAK'];
export const disabled = '4';
/** Chronic or serious illness. */
export const ill: readonly string[] = ['2', '3'];

export const safeGrades: readonly string[] = ['A', 'B'];
export const unsafeGrades: readonly string[] = ['C', 'D'];

/** Kinds of poor villages in the national list (domain.md §1.4: 02 is no poor village). */
export const poorVillageTypes: readonly string[] = ['01', '03', '04', '05'];

/** Rule of the village whose verdict settles a village that is not on the list of poor villages. */
export const villageExitRule = 'village.exit';
