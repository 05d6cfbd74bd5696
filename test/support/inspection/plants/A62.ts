import { addAssignment, addPayment, cleanPeople, type CleanRegion } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** A household whose second child is at a vocational school; `years` says in which of the two years. */
function student(region: CleanRegion, years: readonly number[]): ReturnType<CleanRegion['household']> {
  const people = [...cleanPeople.filter(({ relation }) => relation !== '04'), { relation: '03', gender: '1' as const, birthDate: '2007-02-03', year: { education: '3', labour_skill: '4' } }];
  const household = region.household({ people });
  const child = household.members[3];
  for (const year of region.years) Object.assign(child?.years[year] ?? {}, { school_status: years.includes(year) ? '12' : '01' });
  return household;
}

/** Allowance without anybody in it, a Yulu grant for a pupil, and for the mother of a student. Near: at school until last year, and allowance nobody knows of. */
export const plantA62: CheckPlant = {
  code: 'A62',
  fault(region, n) {
    const household = region.household();
    if (n === 0) {
      const assignment = addAssignment(region, household, 'SSN-01', { approved_amount_fen: 200_000 });
      return [keyOf('A62', `payment:${String(addPayment(region, household, assignment, {})['id'])}`)];
    }
    // A pupil; then the mother of somebody who is at a vocational school.
    const child = n === 1 ? household : student(region, region.years);
    const person = n === 1 ? household.members[2] : child.members[1];
    const assignment = addAssignment(region, child, 'EMP-01', { approved_amount_fen: 200_000, member_id: person?.id });
    if (n === 2) return [keyOf('A62', `assignment:${String(assignment['id'])}`)];
    return [keyOf('A62', `payment:${String(addPayment(region, child, assignment, {})['id'])}`)];
  },
  nearMiss(region, n) {
    if (n < 2) {
      const household = student(region, n === 0 ? region.years : [2024]);
      const assignment = addAssignment(region, household, 'EMP-01', { approved_amount_fen: 200_000, member_id: household.members[3]?.id });
      addPayment(region, household, assignment, {});
      return;
    }
    const household = student(region, []);
    Object.assign(household.members[3]?.years[2025] ?? {}, { school_status: '12' });
    addAssignment(region, household, 'EMP-01', { member_id: null });
    addPayment(region, household, addAssignment(region, household, 'SSN-01', { approved_amount_fen: 200_000 }), { paid_on: '2024-05-20', term: '2024' });
  },
};
