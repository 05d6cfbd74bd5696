import { addMember } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** No head, or two of them; near: a head who has left beside the present one. */
export const plantA05: CheckPlant = {
  code: 'A05',
  fault(region, n) {
    const household = region.household();
    const [head, spouse] = household.members;
    if (n % 2 === 0 && head) head.row['relation_to_head'] = '99';
    else if (spouse) spouse.row['relation_to_head'] = '01';
    return [keyOf('A05', household.id)];
  },
  nearMiss(region) {
    addMember(region, region.household(), { relation: '01', gender: '1', birthDate: '1950-01-01', member: { member_status: 'REMOVED', left_on: '2020-05-01', member_change_reason: 'DEATH' } });
  },
};
