import type { CleanHousehold, CleanRegion } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

/** Two households out of one household book, one identified (2018-04-05) in the year after the split; near: a day too long ago, another village, split afterwards. */
export const plantA09: CheckPlant = {
  code: 'A09',
  fault(region, n) {
    const village = region.villages[n];
    const [one, other] = [region.household({ village }), region.household({ village })];
    if (n === 1) recordedSplit(region, one, other);
    else book(region, one, other, n === 0 ? '2017-04-05' : '2018-04-20');
    return [keyOf('A09', [one.id, other.id].sort().join('~'))];
  },
  nearMiss(region, n) {
    const one = region.household({ village: region.villages[0] });
    const other = region.household({ village: region.villages[n === 1 ? 1 : 0] });
    book(region, one, other, ['2017-04-04', '2018-01-10', '2018-05-01'][n] ?? '');
  },
};

function book(region: CleanRegion, one: CleanHousehold, other: CleanHousehold, splitOn: string): void {
  const number = `book-${region.next()}`;
  onList(region, 'household_register', one, { detail: { splitOn, fromHousehold: '12****89', fromHouseholdKey: number, relation: '之子' } });
  onList(region, 'household_register', other, { detail: { splitOn: null, fromHousehold: '12****89', fromHouseholdKey: number, relation: '户主' } });
}

function recordedSplit(region: CleanRegion, one: CleanHousehold, other: CleanHousehold): void {
  region.add('household_link', {
    ...one.place, id: region.id(), household_id: one.id, other_county_code: other.place.county_code, other_household_id: other.id, kind: 'SPLIT_FROM', occurred_on: '2017-09-01',
  });
}
