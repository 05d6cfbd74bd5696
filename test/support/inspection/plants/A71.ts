import { keyOf, type CheckPlant } from '../plant.js';
import { monitored } from '../region/lists.js';

/** Monitored for illness with nothing spent, by the list or by the record; near: something spent, nothing said, another risk. */
export const plantA71: CheckPlant = {
  code: 'A71',
  fault(region, n) {
    const household = region.household({ status: 'EXITED_ENTITLED' });
    if (n % 2 === 1) Object.assign(household.years[2024] ?? {}, { out_of_pocket_fen: 0 });
    monitored(region, household, n % 2 === 0 ? { risk2: '因病', outOfPocketFen: 0 } : { risk1: '因病、因学', outOfPocketFen: undefined });
    return [keyOf('A71', `${household.id}:2024-03`)];
  },
  nearMiss(region, n) {
    const details = [{ risk1: '因病', outOfPocketFen: 1 }, { risk1: '因病', outOfPocketFen: null }, { risk1: '因学', outOfPocketFen: 0 }] as const;
    monitored(region, region.household({ status: 'EXITED_ENTITLED' }), details[n % 3]);
  },
};
