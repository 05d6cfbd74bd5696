import type { CleanRegion } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** A village that is to exit in 2025, with its population. */
function exiting(region: CleanRegion, village: string, population?: number): string {
  region.add('case_file', {
    county_code: village.slice(0, 6), village_code: village, id: region.id(), pack_id: region.packId('village_exit'), pack_code: 'village_exit', subject_kind: 'village', division_code: village, year: region.year,
    status: 'OPEN', current_step: 'TOWNSHIP_REVIEW', current_kind: 'review', entered_at: '2025-11-20T02:00:00Z', started_by: region.id(), started_by_name: '经办人', started_role: 'village_clerk', started_unit: village,
    started_at: '2025-11-20T02:00:00Z',
  });
  if (population !== undefined) {
    for (const row of region.rows('village_year').filter((one) => one['village_code'] === village && one['year'] === region.year)) row['rural_resident_population'] = population;
  }
  return village;
}

/** A household that exited in 2025. */
function exitedNow(region: CleanRegion, village: string): void {
  const household = region.household({ village, status: 'EXITED_ENTITLED' });
  household.row['exit_year'] = region.year;
  household.episode['exited_on'] = `${region.year}-11-10`;
}

const three = [
  { relation: '01', gender: '1', birthDate: '1970-05-06' }, { relation: '02', gender: '2', birthDate: '1972-07-08' }, { relation: '12', gender: '2', birthDate: '1950-01-02' },
] as const;

/** 2.8 % and a little more; all exits of a township in the one village that is to exit. Near: 3.0 %, 2.7 %, and an exit elsewhere in the township. */
export const plantA51: CheckPlant = {
  code: 'A51',
  fault(region, n) {
    if (n < 2) {
      // Four of 140 persons are 2.857 %, seven of 250 are 2.8 %.
      const village = exiting(region, region.village(), n === 0 ? 140 : 250);
      region.household({ village });
      if (n === 1) region.household({ village, people: three });
      return [keyOf('A51', `village:${village}`)];
    }
    const [village, neighbour] = neighbours(region);
    exiting(region, village);
    exitedNow(region, village);
    region.household({ village: neighbour });
    return [keyOf('A51', `township:${village.slice(0, 9)}`)];
  },
  nearMiss(region, n) {
    if (n === 2) {
      const [village = '', neighbour = ''] = region.villages.slice(-2);
      exitedNow(region, exiting(region, village));
      exitedNow(region, neighbour);
      return;
    }
    // The only village of its township that has households.
    if (n === 1) exitedNow(region, exiting(region, region.villages[2] ?? ''));
    const village = exiting(region, region.village(), n === 0 ? 100 : 146);
    region.household({ village, ...(n === 0 ? { people: three } : {}) });
  },
};

/** Two empty villages of one township. */
function neighbours(region: CleanRegion): [string, string] {
  const taken = new Map<string, string>();
  for (;;) {
    const village = region.village();
    const other = taken.get(village.slice(0, 9));
    if (other) return [other, village];
    taken.set(village.slice(0, 9), village);
  }
}
