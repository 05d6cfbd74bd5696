import { addVisit, type CleanRegion, type Row } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Never paired, or the helper left; near: the pairing ends today, was handed over, or nobody is owed one. */
export const plantA54: CheckPlant = {
  code: 'A54',
  fault(region, n) {
    const household = region.household({ status: n === 2 ? 'EXITED_ENTITLED' : 'REGISTERED' });
    if (n === 1) {
      region.remove('pairing', household.pairing);
      region.remove('helper', household.helper);
      for (const visit of household.visits) visit['visitor_id'] = region.id();
    } else Object.assign(household.pairing, { ended_on: '2025-12-30', end_reason: '调离' });
    return [keyOf('A54', household.id)];
  },
  nearMiss(region, n) {
    const household = region.household(n === 2 ? { status: 'EXITED_NOT_ENTITLED' } : {});
    Object.assign(household.pairing, { ended_on: n === 0 ? region.today : '2025-12-29', end_reason: '调离' });
    if (n === 1) succeed(region, household);
  },
};

/** Somebody else takes the household over. */
function succeed(region: CleanRegion, household: ReturnType<CleanRegion['household']>): Row {
  const other = region.household({ village: household.place.village_code });
  addVisit(region, household, other.helper, '2025-12-30');
  return region.add('pairing', { ...household.pairing, id: region.id(), helper_id: other.helper['id'], helper_name: other.helper['name'], started_on: '2025-12-29', ended_on: null, end_reason: null });
}
