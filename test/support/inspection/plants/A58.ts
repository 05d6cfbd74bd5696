import { addVisit } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Visits of before the pairing, by the helper of others, by the team of another village; near: on its first day, by the village's own team, by the township. */
export const plantA58: CheckPlant = {
  code: 'A58',
  fault(region, n) {
    const household = region.household({ village: region.villages[0] ?? '' });
    if (n === 0) {
      household.pairing['started_on'] = '2025-04-01';
      return household.visits.filter((visit) => String(visit['visited_on']) < '2025-04-01').map((visit) => keyOf('A58', String(visit['id'])));
    }
    const stranger = n === 1 ? region.household({ village: region.villages[0] ?? '' }).helper : region.teams.get(region.villages[2] ?? '')?.members[1];
    if (!stranger) throw new Error('nobody to visit');
    return [keyOf('A58', String(addVisit(region, household, stranger, '2025-05-05')['id']))];
  },
  nearMiss(region, n) {
    const household = region.household({ village: region.villages[0] ?? '' });
    const [first] = household.visits;
    if (n === 0) {
      for (const visit of household.visits.slice(1)) if (String(visit['visited_on']) < String(first?.['visited_on'])) region.remove('visit', visit);
      household.pairing['started_on'] = first?.['visited_on'];
    } else if (n === 1) {
      const own = region.teams.get(household.place.village_code)?.members[2];
      if (own) addVisit(region, household, own, '2025-05-06');
    } else {
      const elsewhere = region.household({ village: region.villages[1] ?? '' }).helper;
      addVisit(region, household, elsewhere, '2025-05-07')['visitor_role'] = 'township_officer';
      // Somebody who is on no list of helpers or teams.
      addVisit(region, household, { user_id: region.id(), name: '无名册人员' }, '2025-05-08');
    }
  },
};
