import { villageServices, type VillageService } from '../facts/village-services.js';
import type { Difference } from './spot-check.js';

export const villageCheckStates = ['YES', 'NO', 'UNCLEAR'] as const;
export type VillageCheckState = (typeof villageCheckStates)[number];

/** What is seen in a village, before anything on record is shown. */
export interface VillageCheckAnswers {
  readonly village: Readonly<Record<VillageService, VillageCheckState>>;
  /** Collective income of the year as the village says, fen; null where there was no answer. */
  readonly collectiveIncomeFen: number | null;
  readonly note: string | null;
}

/** The same on record at the moment of saving. Null: not recorded. */
export interface RecordedVillage {
  readonly year: number;
  readonly village: Readonly<Record<VillageService, boolean | null>>;
  readonly collectiveIncomeFen: number | null;
}

/** Item by item (`village.clinic` …, `village.collective_income`) where what was seen and the record part; what is unclear differs from nothing. */
export function villageDifferencesOf(answers: VillageCheckAnswers, recorded: RecordedVillage): Difference[] {
  const items = villageServices.flatMap((item): Difference[] => {
    const [seen, on] = [answers.village[item], recorded.village[item]];
    const said = on === null ? null : on ? 'YES' : 'NO';
    return seen === 'UNCLEAR' || seen === said ? [] : [{ field: `village.${item}`, seen, recorded: said, gapFen: null }];
  });
  const [seen, on] = [answers.collectiveIncomeFen, recorded.collectiveIncomeFen];
  if (seen === null || seen === on) return items;
  return [...items, { field: 'village.collective_income', seen, recorded: on, gapFen: on === null ? null : seen - on }];
}
