import { keyOf, type CheckPlant } from '../plant.js';

/** The stored total of a village is one too many, and its county adds up to another; near: totals of the year before. */
export const plantA84: CheckPlant = {
  code: 'A84',
  fault(region) {
    const village = region.village();
    region.household({ village });
    region.afterFacts.push({ sql: 'update village_fact set registered_households = registered_households + 1 where county_code = $1 and village_code = $2 and year = $3', values: [village.slice(0, 6), village, region.year] });
    return [keyOf('A84', village), keyOf('A84', village.slice(0, 6).padEnd(12, '0'))];
  },
  nearMiss(region) {
    const village = region.village();
    region.household({ village });
    region.afterFacts.push({ sql: 'update village_fact set registered_households = registered_households + 1 where county_code = $1 and village_code = $2 and year = $3', values: [village.slice(0, 6), village, region.year - 1] });
  },
};
