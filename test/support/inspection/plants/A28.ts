import { addMember } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Not insured; near: insured again by the corrected record, somebody who has left, last year's record. */
export const plantA28: CheckPlant = {
  code: 'A28',
  fault(region, n) {
    const household = region.household({ status: (['REGISTERED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED'] as const)[n] ?? 'REGISTERED' });
    Object.assign(household.members[n]?.years[2025] ?? {}, { has_critical_illness_insurance: false });
    return [keyOf('A28', household.members[n]?.id ?? '')];
  },
  nearMiss(region, n) {
    const household = region.household();
    const [, person] = household.members;
    if (n === 0 && person?.years[2025]) {
      const { years } = person;
      region.add('member_year', { ...years[2025], id: region.id(), has_critical_illness_insurance: false, superseded_at: '2025-12-02T00:00:00Z' });
      Object.assign(years[2025] ?? {}, { version: 2 });
    }
    if (n === 1) addMember(region, household, { relation: '03', gender: '1', birthDate: '1990-02-03', member: { member_status: 'REMOVED', member_change_reason: 'MOVE_OUT', left_on: '2025-05-01' }, year: { has_critical_illness_insurance: false } });
    if (n === 2) Object.assign(person?.years[2024] ?? {}, { has_critical_illness_insurance: false });
  },
};
