import type { CleanRegion } from '../clean-region.js';
import type { HouseholdPart } from './household.js';
import type { Row } from './tables.js';

/** A completed case with its parts, by kind of step. */
export interface CleanCase {
  readonly file: Row;
  readonly events: Row[];
  readonly evidence: Row[];
  readonly meetings: Row[];
  readonly notices: Row[];
  readonly decision: Row;
}

interface StepPlan {
  readonly step: string;
  readonly action: string;
  readonly on: string;
  readonly evidence?: readonly string[];
  readonly notice?: { readonly place: 'village' | 'township'; readonly closedOn: string };
  readonly meeting?: true;
}

const identificationSteps: readonly StepPlan[] = [
  { step: 'APPLICATION', action: 'submit', on: '2018-03-01', evidence: ['application_form'] },
  { step: 'SURVEY', action: 'submit', on: '2018-03-05', evidence: ['survey_form'] },
  { step: 'REVIEW_MEETING', action: 'record_review', on: '2018-03-08', evidence: ['meeting_minutes'], meeting: true },
  { step: 'NOTICE_1', action: 'publish_notice', on: '2018-03-09', notice: { place: 'village', closedOn: '2018-03-20' } },
  { step: 'TOWNSHIP_REVIEW', action: 'agree', on: '2018-03-21' },
  { step: 'NOTICE_2', action: 'publish_notice', on: '2018-03-22', notice: { place: 'township', closedOn: '2018-04-02' } },
  { step: 'DATA_MATCH', action: 'submit', on: '2018-04-03', evidence: ['comparison_result'] },
  { step: 'COUNTY_DECISION', action: 'agree', on: '2018-04-05' },
  { step: 'ANNOUNCEMENT', action: 'announce', on: '2018-04-06', evidence: ['announcement_text'] },
];
const exitSteps: readonly StepPlan[] = [
  { step: 'REVIEW_MEETING', action: 'record_review', on: '2023-10-08', evidence: ['meeting_minutes'], meeting: true },
  { step: 'VERIFICATION', action: 'submit', on: '2023-10-10', evidence: ['verification_form', 'household_signature'] },
  { step: 'NOTICE', action: 'publish_notice', on: '2023-10-11', notice: { place: 'village', closedOn: '2023-10-22' } },
  { step: 'TOWNSHIP_REVIEW', action: 'agree', on: '2023-10-23' },
  { step: 'COUNTY_DECISION', action: 'agree', on: '2023-10-25' },
  { step: 'ANNOUNCEMENT', action: 'announce', on: '2023-10-26', evidence: ['announcement_text'] },
];

/** Application, survey, review, two notices of 11 days, comparison, decision and announcement in 2018. */
export function identificationCase(region: CleanRegion, household: HouseholdPart): CleanCase {
  return makeCase(region, household, { pack: 'identification', year: 2018, steps: identificationSteps });
}

/** Review, consent with signature, notice of 11 days, decision and announcement in 2023. */
export function exitCase(region: CleanRegion, household: HouseholdPart): CleanCase {
  return makeCase(region, household, { pack: 'household_exit', year: 2023, steps: exitSteps });
}

const at = (day: string, hour = '02'): string => `${day}T${hour}:00:00Z`;

function makeCase(region: CleanRegion, household: HouseholdPart, { pack, year, steps }: { pack: string; year: number; steps: readonly StepPlan[] }): CleanCase {
  const id = region.id();
  const { place } = household;
  const base = () => ({ ...place, id: region.id(), case_id: id, household_id: household.id });
  const first = steps[0]?.on ?? '';
  const last = steps.at(-1)?.on ?? '';
  const deciding = steps.find(({ step }) => step === 'COUNTY_DECISION')?.on ?? last;
  // Somebody else takes every step.
  const people = steps.map(() => region.id());
  const file = region.add('case_file', {
    ...place, id, pack_id: region.packId(pack), pack_code: pack, subject_kind: 'household', household_id: household.id, division_code: place.village_code, year, status: 'COMPLETED', current_step: null,
    current_kind: null, entered_at: at(last), started_by: people[0], started_by_name: '经办人', started_role: 'village_clerk', started_unit: place.village_code, started_at: at(first),
    decided_at: at(deciding), closed_at: at(last), verdict: 'met',
  });
  const events = [...steps.map((plan, i) => ({ ...plan, actor: people[i] })), ...steps.flatMap((plan, i) => (plan.notice ? [{ ...plan, action: 'close_notice', on: plan.notice.closedOn, actor: people[i] }] : []))]
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ step, action, on, actor }, i) => region.add('case_event', {
      ...base(), seq: i + 1, step, action, actor_id: actor, actor_name: '经办人', actor_role: 'village_clerk', unit: place.village_code, opinion: '同意', at: at(on),
    }));
  const evidence = steps.flatMap(({ step, on, evidence: kinds = [] }, i) => kinds.map((kind) => region.add('case_evidence', {
    ...base(), step, kind, title: kind, reference: `档案${year}-${step}`, added_by: people[i], added_by_name: '经办人', added_at: at(on),
  })));
  const meetings = steps.filter(({ meeting }) => meeting).map(({ step, on }, i) => region.add('review_meeting', {
    ...base(), step, held_on: on, place: '村委会', convener: '主持人', entitled: 40, present: 35, in_favour: 34, against: 0, abstained: 1, passed: true, summary: '同意', recorded_by: people[i], recorded_at: at(on),
  }));
  const notices = steps.flatMap(({ step, on, notice }, i) => (notice ? [region.add('notice', {
    ...base(), step, place: notice.place, poster_name: String(household.row['head_name']), poster_village: place.village_code, poster_head_count: 4, opened_on: on, opened_at: at(on), min_days: 7, unit: 'calendar',
    start_day_counts: false, closes_on: notice.closedOn, closed_on: notice.closedOn, state: 'CLOSED', published_by: people[i],
  })] : []));
  const decision = region.add('case_decision', {
    ...base(), outcome: 'APPROVED', step: 'COUNTY_DECISION', decided_by: people.at(-2), decided_by_name: '审定人', role: 'county_approver', unit: place.county_code, opinion: '同意', decided_on: deciding, decided_at: at(deciding),
  });
  return { file, events, evidence, meetings, notices, decision };
}
