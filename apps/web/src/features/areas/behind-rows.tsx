import type { AreaLevel } from './area-level.js';
import { AssessmentsBehind } from './assessments-behind.js';
import { HouseholdsBehind } from './households-behind.js';
import { RecordBehind } from './record-behind.js';
import { VillagesBehind } from './villages-behind.js';

const ofHouseholds: ReadonlySet<string> = new Set(['registered_households', 'registered_persons', 'poor_households', 'poor_persons', 'exited_households']);
const ofAssessments: ReadonlySet<string> = new Set(['missed_found', 'missed_sampled', 'wrong_exit_found', 'wrong_exit_sampled', 'approval_yes', 'approval_sampled']);
const ofVillages: ReadonlySet<string> = new Set([...ofHouseholds, 'villages_total', 'villages_decided', 'poor_villages_total', 'poor_villages_exited']);

interface Props {
  level: AreaLevel;
  code: string;
  year: number;
  fact: string;
}

/** Households of a village, villages or assessments of a county, or the written record that the figure stands in. */
export function BehindRows({ level, code, year, fact }: Props) {
  if (level === 'village' && ofHouseholds.has(fact)) return <HouseholdsBehind code={code} year={year} fact={fact} />;
  if (level === 'county' && ofAssessments.has(fact)) return <AssessmentsBehind code={code} year={year} />;
  if (level === 'county' && ofVillages.has(fact)) return <VillagesBehind code={code} year={year} fact={fact} />;
  return <RecordBehind level={level} code={code} year={year} />;
}
