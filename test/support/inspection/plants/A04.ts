import { addMember } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Somebody belonged to another household until August; near: they joined it on the day on which they left the first. */
export const plantA04: CheckPlant = {
  code: 'A04',
  fault(region) {
    const [first, second] = [region.household(), region.household()];
    const there = second.members[1];
    const here = addMember(region, first, { relation: '99', gender: '2', birthDate: '1982-07-08', member: { id_no_bidx: there?.row['id_no_bidx'], member_status: 'REMOVED', joined_on: '2018-04-05', left_on: '2025-08-01', member_change_reason: 'MOVE_OUT' } });
    return [here.id, there?.id ?? ''].map((id) => keyOf('A04', id));
  },
  nearMiss(region) {
    const [first, second] = [region.household(), region.household()];
    const there = second.members[1];
    if (there) there.row['joined_on'] = '2025-05-01';
    addMember(region, first, { relation: '99', gender: '2', birthDate: '1982-07-08', member: { id_no_bidx: there?.row['id_no_bidx'], member_status: 'REMOVED', left_on: '2025-05-01', member_change_reason: 'MOVE_OUT' } });
  },
};
