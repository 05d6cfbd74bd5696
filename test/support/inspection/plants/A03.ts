import { addMember } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Two persons of one household, or of two, with one number; near: somebody who left years ago. */
export const plantA03: CheckPlant = {
  code: 'A03',
  fault(region, n) {
    const a = region.household();
    const b = n % 3 === 0 ? a : region.household();
    const [one, other] = [a.members[1], b.members[3]];
    if (!one || !other) return [];
    other.row['id_no_bidx'] = one.row['id_no_bidx'];
    const keys = [one, other].map(({ id }) => keyOf('A03', id));
    return n % 3 === 0 ? keys : [...keys, ...[one, other].map(({ id }) => keyOf('A04', id))];
  },
  nearMiss(region) {
    const bidx = region.household().members[1]?.row['id_no_bidx'];
    addMember(region, region.household(), { relation: '99', gender: '2', birthDate: '1982-07-08', member: { id_no_bidx: bidx, member_status: 'REMOVED', left_on: '2020-05-01', member_change_reason: 'MOVE_OUT' } });
  },
};
