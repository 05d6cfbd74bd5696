import { distanceM, isOutsideRegion, readHousePosition, validateFields, type FieldEntity, type FieldFault } from '#domain';
import { HouseholdMaker } from './household.js';
import { Random } from './random.js';

describe('a generated household', () => {
  const random = new Random(5);
  const maker = new HouseholdMaker({ random, years: [2019, 2020], stockOnly: false, villagesOf: (county) => [`${county}100201`] });
  const made = Array.from({ length: 300 }, (_, i) => maker.make({ countyCode: i % 2 ? '150125' : '152222', category: i % 3 ? 'INDUSTRY' : 'SOCIAL_SECURITY', size: 1 + (i % 5) }));
  const faultsOf = (entity: FieldEntity, values: Record<string, unknown>): FieldFault[] =>
    validateFields(entity, values, { partial: true }).faults.filter(({ fault }) => fault !== 'derived');

  it('holds only what a desk could have recorded', () => {
    for (const household of made) {
      expect(faultsOf('household', household.values)).toEqual([]);
      for (const person of household.people) expect(faultsOf('member', person.values)).toEqual([]);
      for (const year of household.years) {
        expect(faultsOf('householdYear', year.values)).toEqual([]);
        for (const values of year.people) expect(faultsOf('memberYear', values)).toEqual([]);
      }
    }
  });

  it('lies in its county, near the others of its village, where somebody has noted it: two of three', () => {
    const placed = made.flatMap(({ countyCode, values }) => {
      const position = readHousePosition(values['housePosition']);
      return position ? [{ countyCode, position }] : [];
    });
    expect(placed.length / made.length).toBeCloseTo(2 / 3, 1);
    expect(placed.filter(({ position }) => isOutsideRegion(position))).toEqual([]);
    for (const countyCode of ['150125', '152222']) {
      const [first, ...others] = placed.filter((house) => house.countyCode === countyCode).map(({ position }) => position);
      expect(Math.max(...others.map((position) => distanceM(first!, position)))).toBeLessThan(5_000);
    }
    expect(made.filter(({ values }) => String(values['housePosition']).includes('on=2019-10-')).length).toBe(placed.length);
  });
});
