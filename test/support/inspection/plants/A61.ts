import { addAssignment } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Schooling, water or housing as the cause and nothing against it; near: a measure for each. */
export const plantA61: CheckPlant = {
  code: 'A61',
  fault(region, n) {
    const household = region.household();
    if (n === 1) household.row['other_causes'] = ['06'];
    else household.row['main_cause'] = n === 0 ? '03' : 'HOUSING';
    if (n === 2) Object.assign(household.years[region.year] ?? {}, { housing_safe: null, housing_grade: null });
    return [keyOf('A61', `${household.id}:cause:${['03', '06', 'HOUSING'][n] ?? 'HOUSING'}`)];
  },
  nearMiss(region, n) {
    const household = region.household();
    if (n === 0) {
      household.row['main_cause'] = '03';
      addAssignment(region, household, 'EDU-02', { member_id: household.members[2]?.id });
      const other = region.household();
      other.row['other_causes'] = ['06'];
      addAssignment(region, other, 'WAT-01', {});
    } else if (n === 1) {
      household.row['main_cause'] = 'HOUSING';
    } else {
      household.row['main_cause'] = 'HOUSING';
      Object.assign(household.years[region.year] ?? {}, { housing_safe: false, housing_grade: 'C' });
      addAssignment(region, household, 'HOU-02', {});
    }
  },
};
