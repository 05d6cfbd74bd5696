import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

/** A machine, or a herd above 100 sheep units (a head of cattle is five; set for the test); near: exactly 100, animals without a factor, no longer entitled. */
export const plantA16: CheckPlant = {
  code: 'A16',
  parameters: { sheep_unit_limit: 100, cattle_units: 5 },
  fault(region, n) {
    const household = region.household();
    if (n === 0) onList(region, 'machinery', household, { detail: { machine: '联合收割机', valueFen: 12_000_000, sheepUnits: null } });
    if (n === 1) Object.assign(household.years[2025] ?? {}, { livestock_sheep: 86, livestock_cattle: 3 });
    if (n === 2) onList(region, 'machinery', household, { detail: { machine: null, valueFen: null, sheepUnits: 101 } });
    return [keyOf('A16', household.id)];
  },
  nearMiss(region, n) {
    const household = region.household({ status: n === 2 ? 'EXITED_NOT_ENTITLED' : 'REGISTERED' });
    if (n === 0) Object.assign(household.years[2025] ?? {}, { livestock_sheep: 85, livestock_cattle: 3 });
    if (n === 1) Object.assign(household.years[2025] ?? {}, { livestock_sheep: 85, livestock_other: 500 });
    if (n === 2) onList(region, 'machinery', household, { detail: { machine: '联合收割机', valueFen: 12_000_000, sheepUnits: 500 } });
    onList(region, 'machinery', region.household(), { detail: { machine: null, valueFen: null, sheepUnits: 100 } });
  },
};
