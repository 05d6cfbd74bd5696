import { type CleanHousehold, type CleanRegion } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** The line of registration ends in June and a second one begins. */
function returned(region: CleanRegion, household: CleanHousehold): void {
  household.episode['closed_on'] = '2025-06-01';
  household.row['status'] = 'RETURNED';
  region.add('episode', {
    ...household.place, id: region.id(), household_id: household.id, sequence: 2, entry_kind: 'RE_ENTRY', entry_reason: '因灾返贫', entered_on: '2025-06-01', status: 'REGISTERED', exited_on: null, not_entitled_on: null, closed_on: null,
    previous_episode_id: household.episode['id'],
  });
}

/** A return into the register without an exit before it; near: one after an exit. */
export const plantA83: CheckPlant = {
  code: 'A83',
  fault(region) {
    const village = region.village();
    returned(region, region.household({ village }));
    return [keyOf('A83', village)];
  },
  nearMiss(region) {
    returned(region, region.household({ village: region.village(), status: 'EXITED_ENTITLED' }));
  },
};
