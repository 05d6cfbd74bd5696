import { validateFields, type FieldEntity, type FieldFault } from '#domain';
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
});
