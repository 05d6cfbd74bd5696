import { addMember } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

/** On the payroll of public finance; near: a public-welfare post, a ranger, no longer entitled, somebody who has left. */
export const plantA13: CheckPlant = {
  code: 'A13',
  fault(region, n) {
    const household = region.household({ status: n === 1 ? 'EXITED_ENTITLED' : 'REGISTERED' });
    onList(region, 'public_payroll', household, { detail: { unit: '旗第一中学', post: ['教师', null, '科员'][n] } });
    return [keyOf('A13', household.members[0]?.id ?? '')];
  },
  nearMiss(region, n) {
    const household = region.household({ status: n === 2 ? 'EXITED_NOT_ENTITLED' : 'REGISTERED' });
    onList(region, 'public_payroll', household, { detail: { unit: '旗林草局', post: ['公益性岗位', '生态护林员', '教师'][n] } });
    const left = region.household();
    const member = addMember(region, left, { relation: '03', gender: '1', birthDate: '1990-02-03', member: { member_status: 'REMOVED', member_change_reason: 'MOVE_OUT', left_on: '2020-05-01' } });
    onList(region, 'public_payroll', left, { member, detail: { unit: '旗第一中学', post: '教师' } });
  },
};
