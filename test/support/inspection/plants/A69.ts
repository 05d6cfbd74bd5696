import { keyOf, type CheckPlant } from '../plant.js';
import { monitored } from '../region/lists.js';

const cancelled = [['2024-05', 'HELPED'], ['2024-08', 'NATURAL'], ['2024-08', 'HELPED']] as const;

/** Cancelled after two or five months; near: after exactly six, or not at all. */
export const plantA69: CheckPlant = {
  code: 'A69',
  fault(region, n) {
    const household = region.household({ status: 'EXITED_ENTITLED' });
    const [cancelledMonth, cancelMode] = cancelled[n % 3] ?? cancelled[0];
    monitored(region, household, { cancelledMonth, cancelMode });
    return [keyOf('A69', `${household.id}:2024-03`)];
  },
  nearMiss(region, n) {
    monitored(region, region.household({ status: 'EXITED_ENTITLED' }), n % 2 === 0 ? { cancelledMonth: '2024-09', cancelMode: 'HELPED' } : {});
  },
};
