import { cleanPeople } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

const child = (birthDate: string) => ({ people: [...cleanPeople.slice(0, 2), { relation: '04', gender: '2' as const, birthDate, year: { school_status: '01', education: '2' } }, ...cleanPeople.slice(3)] });

/** At school age (6 and 15 on 31 August included) and not at school without a reason; near: with a reason, a year too old, finished junior school. */
export const plantA23: CheckPlant = {
  code: 'A23',
  fault(region, n) {
    const household = region.household(child(['2019-08-31', '2010-08-31', '2009-09-01'][n] ?? ''));
    return [keyOf('A23', household.members[2]?.id ?? '')];
  },
  nearMiss(region, n) {
    const household = region.household(child(['2010-08-31', '2009-08-31', '2019-09-01'][n] ?? ''));
    if (n === 0) Object.assign(household.members[2]?.years[2025] ?? {}, { education: '3' });
    const reasoned = region.household(child('2014-05-05'));
    Object.assign(reasoned.members[2]?.years[2025] ?? {}, { dropout_reason: '在外省就读，学籍未转' });
  },
};
