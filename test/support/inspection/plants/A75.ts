import { keyOf, type CheckPlant } from '../plant.js';
import { listCovers, monitored } from '../region/lists.js';

/** No day of consent, or none of comparison; near: a list that does not say, and a comparison that was made here. */
export const plantA75: CheckPlant = {
  code: 'A75',
  fault(region, n) {
    const household = region.household({ village: region.village() });
    monitored(region, household, n % 2 === 0 ? { consentOn: null } : { comparedOn: null });
    return [keyOf('A75', `${household.id}:2024-03`)];
  },
  nearMiss(region, n) {
    const household = region.household({ village: region.village() });
    if (n % 2 === 1) listCovers(region, 'vehicle', household.place.village_code);
    monitored(region, household, n % 2 === 0 ? { consentOn: undefined, comparedOn: undefined } : { comparedOn: null });
  },
};
