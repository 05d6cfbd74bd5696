import type { CleanRegion } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** A household about to exit, whose status asks for twelve visits a year; it had twelve. */
function visited(region: CleanRegion): ReturnType<CleanRegion['household']> {
  const household = region.household();
  household.row['status'] = 'PRE_EXIT';
  household.episode['status'] = 'PRE_EXIT';
  region.afterwards.push({
    sql: `insert into parameter (id, name, subject, value, effective_from, source) values ($1, 'visits_per_year', 'PRE_EXIT', 12, '2018-01-01', '测试')`, values: [region.id()],
  });
  return household;
}

/** Eleven visits, or twelve of which one found nobody, or eleven and a correction; near: twelve, one of them corrected, one by telephone. */
export const plantA56: CheckPlant = {
  code: 'A56',
  fault(region, n) {
    const household = visited(region);
    const [first, second] = household.visits;
    if (!first || !second) throw new Error('no visits');
    if (n === 0) region.remove('visit', first);
    else if (n === 1) Object.assign(first, { way: 'NOT_HOME', not_home_reason: '外出', assurances: [] });
    else {
      region.remove('visit', first);
      region.add('visit', { ...second, id: region.id(), corrects_id: second['id'], correction_no: 1, correction_reason: '时间有误', content_hash: `visit${region.next()}` });
    }
    return [keyOf('A56', household.id)];
  },
  nearMiss(region, n) {
    const household = visited(region);
    const [first] = household.visits;
    if (n === 1 && first) first['way'] = 'PHONE';
    if (n === 2 && first) region.add('visit', { ...first, id: region.id(), corrects_id: first['id'], correction_no: 1, correction_reason: '时间有误', content_hash: `visit${region.next()}` });
  },
};
