import { keyOf, type CheckPlant } from '../plant.js';

/** Identified and exited in one year; near: one month before that year, and an exit of the year after. */
export const plantA50: CheckPlant = {
  code: 'A50',
  fault(region, n) {
    const household = region.household({ status: n === 1 ? 'EXITED_NOT_ENTITLED' : 'EXITED_ENTITLED' });
    Object.assign(household.row, { first_identified_month: n === 2 ? '2023-12' : '2023-01', exit_year: 2023 });
    return [keyOf('A50', household.id)];
  },
  nearMiss(region, n) {
    const household = region.household({ status: n === 2 ? 'REGISTERED' : 'EXITED_ENTITLED' });
    Object.assign(household.row, n === 2 ? { first_identified_month: '2018-04', exit_year: 2018 } : { first_identified_month: n === 0 ? '2022-12' : '2018-04', exit_year: 2023 });
  },
};
