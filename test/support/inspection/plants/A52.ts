import { keyOf, type CheckPlant } from '../plant.js';
import type { CleanRegion } from '../clean-region.js';

/** A household that was cleared out on a day of 2025; its help was paid on 20 May. */
function clearedOut(region: CleanRegion, on: string): ReturnType<CleanRegion['household']> {
  const household = region.household();
  Object.assign(household.row, { status: 'CLEARED_OUT', ended_on: on, end_reason: 'WRONGLY_REGISTERED' });
  Object.assign(household.episode, { status: 'CLEARED_OUT', closed_on: on, close_reason: 'WRONGLY_REGISTERED' });
  return household;
}

/** Paid after being cleared out; near: paid on that very day, and paid later but taken back. */
export const plantA52: CheckPlant = {
  code: 'A52',
  fault(region, n) {
    const { help } = clearedOut(region, ['2025-05-19', '2025-01-31', '2025-03-31'][n] ?? '2025-03-31');
    return [keyOf('A52', String(help.payment['id']))];
  },
  nearMiss(region, n) {
    if (n === 0) return void clearedOut(region, '2025-05-20');
    const { help, place, id } = clearedOut(region, '2025-03-31');
    const reversal = region.add('payment', {
      ...help.payment, ...place, household_id: id, id: region.id(), amount_fen: -Number(help.payment['amount_fen']), settlement: null, settled_on: null, reason: '发错', reverses_id: help.payment['id'], paid_on: '2025-06-01',
    });
    help.payment['reversed_by_id'] = reversal['id'];
  },
};
