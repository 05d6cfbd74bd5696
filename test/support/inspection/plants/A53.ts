import { addAssignment, addPayment, type CleanRegion, type Row } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** A household without entitlement since 30 June 2025, with a second measure. */
function ended(region: CleanRegion, more: Row): { household: ReturnType<CleanRegion['household']>; assignment: Row } {
  const household = region.household({ status: 'EXITED_NOT_ENTITLED' });
  household.episode['not_entitled_on'] = '2025-06-30';
  return { household, assignment: addAssignment(region, household, 'IND-05', { approved_amount_fen: 200_000, starts_on: '2025-06-01', delivered_on: '2025-06-30', decided_on: '2025-06-01', ...more }) };
}

/** Paid or delivered after the entitlement ended; near: on that day, and after the return to poverty. */
export const plantA53: CheckPlant = {
  code: 'A53',
  fault(region, n) {
    const { household, assignment } = ended(region, n === 0 ? {} : { delivered_on: '2025-07-01' });
    if (n === 1) return [keyOf('A53', `assignment:${String(assignment['id'])}`)];
    const payment = addPayment(region, household, assignment, { paid_on: n === 0 ? '2025-07-01' : '2025-12-01' });
    return [keyOf('A53', `payment:${String(payment['id'])}`)];
  },
  nearMiss(region, n) {
    const { household, assignment } = ended(region, {});
    if (n < 2) return void addPayment(region, household, assignment, { paid_on: '2025-06-30' });
    Object.assign(household.row, { status: 'RETURNED', return_year: 2025, return_reason: '因病', exit_year: null });
    Object.assign(household.episode, { closed_on: '2025-08-01', close_reason: 'RE_ENTRY' });
    region.add('episode', {
      ...household.place, id: region.id(), household_id: household.id, sequence: 2, entry_kind: 'RE_ENTRY', entry_reason: '因病', entered_on: '2025-08-01', status: 'REGISTERED', previous_episode_id: household.episode['id'],
    });
    addPayment(region, household, assignment, { paid_on: '2025-09-01' });
  },
};
