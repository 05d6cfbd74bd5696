import type { CleanRegion, Row } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

/** The clean payment of a household as a line of a bank's batch. */
function sent(region: CleanRegion, household: ReturnType<CleanRegion['household']>, payee: string, state = 'PAID'): Row {
  const { payment } = household.help;
  const base = { county_code: household.place.county_code, village_code: household.place.county_code.padEnd(12, '0') };
  const batch = region.add('payment_batch', {
    ...base, id: region.id(), division_code: base.county_code, title: '产业补贴', state: 'SETTLED', format: 'csv', purpose: '代发', rows: 1, total_fen: payment['amount_fen'], paid: state === 'PAID' ? 1 : 0, failed: state === 'FAILED' ? 1 : 0,
    actor: {}, created_by: region.id(),
  });
  region.add('payment_batch_row', {
    ...household.place, id: region.id(), batch_id: batch['id'], line: 1, reference: `R${region.next()}`, payment_id: payment['id'], household_id: household.id, payee_name: payee, account_no_enc: 'v1:x', account_no_masked: '**** 0001',
    amount_fen: payment['amount_fen'], state,
  });
  return payment;
}

/** A stranger's name, that of somebody who has left, an account that belongs to another household; near: a member with spaces in the name, a transfer that failed, the own account. */
export const plantA65: CheckPlant = {
  code: 'A65',
  fault(region, n) {
    const household = region.household({ village: region.villages[0] ?? '' });
    if (n === 2) {
      const other = region.household({ village: region.villages[1] ?? '' });
      onList(region, 'account_holder', other, { member: other.members[1], detail: { householdCode: household.row['household_code'], account: '6229****0001' } });
      return [keyOf('A65', `holder:${household.id}:${String(other.members[1]?.id)}`)];
    }
    if (n === 1) Object.assign(household.members[3]?.row ?? {}, { name: `已迁出${region.next()}`, member_status: 'REMOVED', left_on: '2025-05-19', member_change_reason: 'MOVE_OUT', joined_on: null });
    if (n === 1) for (const year of Object.values(household.years).slice(-1)) Object.assign(year, { member_count: 3, per_capita_income_fen: Math.floor(Number(year['net_income_fen']) / 3) });
    return [keyOf('A65', `payment:${String(sent(region, household, n === 0 ? '某经纪人' : String(household.members[3]?.row['name']))['id'])}`)];
  },
  nearMiss(region, n) {
    const household = region.household({ village: region.villages[0] ?? '' });
    if (n === 0) sent(region, household, `成员 ${String(household.members[1]?.row['name']).slice(2)}`);
    else if (n === 1) sent(region, household, '某经纪人', 'FAILED');
    else onList(region, 'account_holder', household, { detail: { householdCode: household.row['household_code'], account: '6229****0002' } });
  },
};
