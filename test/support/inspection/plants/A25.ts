import { keyOf, type CheckPlant } from '../plant.js';

/** Not at school for illness and healthy; near: ill, another reason, ill and healthy at once, last year's record. */
export const plantA25: CheckPlant = {
  code: 'A25',
  fault(region, n) {
    const household = region.household();
    Object.assign(household.members[2]?.years[2025] ?? {}, { school_status: '01', dropout_reason: ['因病', '因残', '身体原因'][n] });
    return [keyOf('A25', household.members[2]?.id ?? '')];
  },
  nearMiss(region, n) {
    const household = region.household();
    Object.assign(household.members[2]?.years[2025] ?? {}, { school_status: '01', dropout_reason: n === 1 ? '厌学' : '因病', health: [['2'], ['1'], ['1', '3']][n] });
    const earlier = region.household();
    Object.assign(earlier.members[2]?.years[2024] ?? {}, { school_status: '01', dropout_reason: '因病' });
  },
};
