import { addAssignment, cleanPeople, type CleanRegion } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** A household without the help that every other one gets. */
function withoutHelp(region: CleanRegion, options: Parameters<CleanRegion['household']>[0] = {}): ReturnType<CleanRegion['household']> {
  const household = region.household(options);
  region.remove('payment', household.help.payment);
  region.remove('assignment', household.help.assignment);
  return household;
}

/** Able to work and helped with nothing, or with something else; near: a post in the year, no entitlement, a loan. */
export const plantA60: CheckPlant = {
  code: 'A60',
  fault(region, n) {
    const household = withoutHelp(region, { status: n === 1 ? 'EXITED_ENTITLED' : 'REGISTERED' });
    if (n === 2) addAssignment(region, household, 'IND-01', { status: 'APPROVED', delivered_on: null, delivered_by: null, evidence: [] });
    return [keyOf('A60', household.id)];
  },
  nearMiss(region, n) {
    if (n === 0) {
      const household = withoutHelp(region, { people: cleanPeople });
      addAssignment(region, household, 'EMP-04', { member_id: household.members[0]?.id });
    } else if (n === 1) withoutHelp(region, { status: 'EXITED_NOT_ENTITLED' });
    else addAssignment(region, withoutHelp(region), 'FIN-01', {});
  },
};
