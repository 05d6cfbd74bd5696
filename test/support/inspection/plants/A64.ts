import { addAssignment, addMember, addPayment } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Paid before the registration, after the household was closed, to a person who had left. Near: on those very days, and taken back. */
export const plantA64: CheckPlant = {
  code: 'A64',
  fault(region, n) {
    const household = region.household();
    if (n === 0) {
      household.episode['entered_on'] = '2025-05-21';
    } else if (n === 1) {
      Object.assign(household.row, { status: 'DEREGISTERED', ended_on: '2025-05-19', end_reason: 'DEATH' });
      Object.assign(household.episode, { status: 'DEREGISTERED', closed_on: '2025-05-19', close_reason: 'DEATH' });
    } else {
      const gone = addMember(region, household, { relation: '03', gender: '1', birthDate: '1999-03-04', member: { member_status: 'REMOVED', left_on: '2025-05-19', member_change_reason: 'MOVE_OUT' } });
      return [keyOf('A64', String(addPayment(region, household, addAssignment(region, household, 'EMP-04', { approved_amount_fen: 200_000, member_id: gone.id }), {})['id']))];
    }
    return [keyOf('A64', String(household.help.payment['id']))];
  },
  nearMiss(region, n) {
    const household = region.household();
    if (n === 0) household.episode['entered_on'] = '2025-05-20';
    else if (n === 1) {
      Object.assign(household.row, { status: 'DEREGISTERED', ended_on: '2025-05-20', end_reason: 'DEATH' });
      Object.assign(household.episode, { status: 'DEREGISTERED', closed_on: '2025-05-20', close_reason: 'DEATH' });
    } else {
      const gone = addMember(region, household, { relation: '03', gender: '1', birthDate: '1999-03-04', member: { member_status: 'REMOVED', left_on: '2025-05-20', member_change_reason: 'MOVE_OUT' } });
      const assignment = addAssignment(region, household, 'EMP-04', { approved_amount_fen: 400_000, member_id: gone.id });
      addPayment(region, household, assignment, {});
      const late = addPayment(region, household, assignment, { term: '2025-06', paid_on: '2025-06-20', settled_on: '2025-06-22' });
      const reversal = region.add('payment', { ...late, id: region.id(), amount_fen: -Number(late['amount_fen']), settlement: null, settled_on: null, reason: '已迁出', reverses_id: late['id'], paid_on: '2025-06-25' });
      late['reversed_by_id'] = reversal['id'];
    }
  },
};
