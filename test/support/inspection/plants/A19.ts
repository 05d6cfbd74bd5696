import { addMember } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

const allowance = { since: '2019-01-01', category: 'RURAL' };

/** Somebody on the list and the ordinary type; near: the right type, a match nobody judged, somebody who has left. */
export const plantA19: CheckPlant = {
  code: 'A19',
  fault(region, n) {
    const household = region.household({ status: n === 1 ? 'EXITED_NOT_ENTITLED' : 'REGISTERED' });
    onList(region, 'dibao', household, { member: household.members[n], detail: allowance });
    if (n === 2) onList(region, 'dibao', household, { detail: allowance });
    return [keyOf('A19', household.id)];
  },
  nearMiss(region, n) {
    const household = region.household();
    if (n === 0) household.row['poor_household_type'] = '04';
    const member = n === 2 ? addMember(region, household, { relation: '03', gender: '1', birthDate: '1990-02-03', member: { member_status: 'REMOVED', member_change_reason: 'MOVE_OUT', left_on: '2020-05-01' } }) : undefined;
    onList(region, 'dibao', household, { detail: allowance, ...(member ? { member } : {}), ...(n === 1 ? { strength: 'NAME_BIRTH' } : {}) });
  },
};
