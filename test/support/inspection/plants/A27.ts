import { addMember } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Not insured; near: insured as an employee, somebody who has left, last year's record. */
export const plantA27: CheckPlant = {
  code: 'A27',
  fault(region, n) {
    const household = region.household({ status: (['REGISTERED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED'] as const)[n] ?? 'REGISTERED' });
    Object.assign(household.members[n]?.years[2025] ?? {}, { has_medical_insurance: false });
    return [keyOf('A27', household.members[n]?.id ?? '')];
  },
  nearMiss(region, n) {
    const household = region.household();
    const [, person] = household.members;
    if (n === 0) Object.assign(person?.years[2025] ?? {}, { has_medical_insurance: false, has_employee_medical_insurance: true });
    if (n === 1) addMember(region, household, { relation: '03', gender: '1', birthDate: '1990-02-03', member: { member_status: 'REMOVED', member_change_reason: 'MOVE_OUT', left_on: '2025-05-01' }, year: { has_medical_insurance: false } });
    if (n === 2) Object.assign(person?.years[2024] ?? {}, { has_medical_insurance: false });
  },
};
