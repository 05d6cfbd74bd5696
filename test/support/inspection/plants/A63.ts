import { addAssignment, addMember, addPayment, cleanPeople, type CleanRegion, type Row } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

const paymentKey = (payment: Row): string => keyOf('A63', `payment:${String(payment['id'])}`);

/** A measure of a person that was approved for two payments. */
function measure(region: CleanRegion, household: ReturnType<CleanRegion['household']>, code: string, memberId: string | null): Row {
  return addAssignment(region, household, code, { approved_amount_fen: 400_000, member_id: memberId });
}

/** A year and one of its months, the same person in two households, overlapping programmes, an invoice twice; near: two months, two persons, a reversal. */
export const plantA63: CheckPlant = {
  code: 'A63',
  fault(region, n) {
    const household = region.household();
    if (n === 0) {
      const assignment = measure(region, household, 'IND-05', null);
      addPayment(region, household, assignment, { term: '2025' });
      const month = addPayment(region, household, assignment, { term: '2025-03', paid_on: '2025-06-20', settled_on: '2025-06-22' });
      const [first, second] = [region.project(), region.project()];
      const number = region.next();
      for (const expense of first.expenses) expense['invoice_no'] = `No. ${number}-A`;
      for (const expense of second.expenses) expense['invoice_no'] = `no${number}a`;
      return [paymentKey(month), keyOf('A63', `expense:${String(second.expenses[0]?.['id'])}`)];
    }
    if (n === 1) {
      const person = household.members[2]?.id ?? null;
      addPayment(region, household, measure(region, household, 'EDU-06', person), { term: 'once' });
      return [paymentKey(addPayment(region, household, measure(region, household, 'EDU-07', person), { term: '2025', paid_on: '2025-06-20' }))];
    }
    // Moved to another household during the year, and paid in both.
    const moved = addMember(region, household, { relation: '03', gender: '1', birthDate: '1999-03-04', member: { member_status: 'REMOVED', left_on: '2025-06-01', member_change_reason: 'SPLIT_OUT' } });
    addPayment(region, household, measure(region, household, 'EMP-04', moved.id), {});
    const other = region.household({
      village: household.place.village_code, people: [...cleanPeople, { relation: '99', gender: '1', birthDate: '1999-03-04', member: { id_no_bidx: moved.row['id_no_bidx'], id_no_masked: moved.row['id_no_masked'], joined_on: '2025-06-01' } }],
    });
    return [paymentKey(addPayment(region, other, measure(region, other, 'EMP-04', other.members[4]?.id ?? null), { paid_on: '2025-08-20' }))];
  },
  nearMiss(region, n) {
    const household = region.household();
    if (n === 0) {
      const assignment = measure(region, household, 'IND-05', null);
      for (const term of ['2025-03', '2025-04']) addPayment(region, household, assignment, { term });
    } else if (n === 1) {
      for (const member of household.members.slice(0, 2)) addPayment(region, household, measure(region, household, 'EMP-02', member.id), {});
      addPayment(region, household, measure(region, household, 'EMP-04', household.members[0]?.id ?? null), {});
    } else {
      const assignment = measure(region, household, 'IND-05', null);
      const wrong = addPayment(region, household, assignment, { term: 'once' });
      const reversal = region.add('payment', { ...wrong, id: region.id(), amount_fen: -Number(wrong['amount_fen']), settlement: null, settled_on: null, reason: '期间有误', reverses_id: wrong['id'], paid_on: '2025-06-01' });
      wrong['reversed_by_id'] = reversal['id'];
      addPayment(region, household, assignment, { term: '2025', paid_on: '2025-06-20' });
    }
  },
};
