import { addMember } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Somebody belonged to the household and was not counted; near: somebody who left on the last day of the year. */
export const plantA07: CheckPlant = {
  code: 'A07',
  fault(region) {
    const household = region.household();
    addMember(region, household, { relation: '03', gender: '1', birthDate: '2016-03-04' });
    return [keyOf('A07', household.id)];
  },
  nearMiss(region) {
    addMember(region, region.household(), { relation: '03', gender: '1', birthDate: '2016-03-04', member: { member_status: 'REMOVED', left_on: `${region.year}-12-31`, member_change_reason: 'MOVE_OUT' } });
  },
};
