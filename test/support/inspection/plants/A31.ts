import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

/** Subsidised and not recorded, another year, twice, or renovated and relocated; near: recorded alike, a renovation of next year, relocated only. */
export const plantA31: CheckPlant = {
  code: 'A31',
  fault(region, n) {
    const household = region.household();
    const year = household.years[2025] ?? {};
    if (n > 0) year['housing_renovation_year'] = 2020;
    onList(region, 'renovation', household, { detail: { year: n === 1 ? 2019 : 2020, subsidyFen: 2_000_000 } });
    if (n === 2) onList(region, 'renovation', household, { member: household.members[1], detail: { year: 2016, subsidyFen: 1_400_000 } });
    const both = region.household();
    Object.assign(both.row, { is_relocated: true });
    Object.assign(both.years[2025] ?? {}, { housing_renovation_year: 2017 });
    return [household, both].map(({ id }) => keyOf('A31', id));
  },
  nearMiss(region, n) {
    const household = region.household();
    if (n === 0) Object.assign(household.years[2025] ?? {}, { housing_renovation_year: 2020 });
    if (n === 2) household.row['is_relocated'] = true;
    if (n < 2) onList(region, 'renovation', household, { detail: { year: n === 0 ? 2020 : 2026, subsidyFen: 2_000_000 } });
  },
};
