import { cleanPeople } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

const student = (year: Record<string, unknown>) => ({ people: [...cleanPeople, { relation: '03', gender: '1' as const, birthDate: '2005-02-03', year }] });

/** At college and a month of work; near: no month, months blank, not at school. */
export const plantA26: CheckPlant = {
  code: 'A26',
  fault(region, n) {
    const household = region.household(student({ school_status: ['16', '12', '13'][n], work_months: 1, work_area: '02', labour_skill: '1' }));
    return [keyOf('A26', household.members[4]?.id ?? '')];
  },
  nearMiss(region, n) {
    region.household(student([{ school_status: '16', work_months: 0 }, { school_status: '16', work_months: null }, { school_status: '01', work_months: 6, work_area: '02' }][n] ?? {}));
  },
};
