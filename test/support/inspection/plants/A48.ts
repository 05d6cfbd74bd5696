import type { CleanRegion, Row } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** An objection to the first notice of an identification that was decided on 5 April and announced on 6 April 2018. */
function objection(region: CleanRegion, more: Row, filedOn = '2018-03-19'): Row {
  const { identification, place, id } = region.household();
  return region.add('objection', {
    ...place, id: region.id(), case_id: identification.file['id'], household_id: id, notice_id: identification.notices[0]?.['id'], statement: '该户有车', filed_by: region.id(), filed_by_name: '经办人',
    filed_at: `${filedOn}T02:00:00Z`, filed_on: filedOn, ...more,
  });
}
const settled = (on: string, finding = '经核查不属实'): Row => ({
  state: 'SETTLED', result: 'NOT_UPHELD', finding, settled_by: '00000000-0000-7000-8000-000000000001', settled_by_name: '苏木干部', settled_at: `${on}T02:00:00Z`, settled_on: on,
});

/** Still open, lapsed, settled too late, or without words; near: settled on the day of the announcement. */
export const plantA48: CheckPlant = {
  code: 'A48',
  fault(region, n) {
    const faults = [[{ state: 'OPEN' }, { state: 'LAPSED' }], [settled('2018-04-07')], [settled('2018-03-20', ' ')]][n % 3] ?? [];
    return faults.map((more) => keyOf('A48', `objection:${String(objection(region, more)['id'])}`));
  },
  nearMiss(region, n) {
    objection(region, settled('2018-04-06'));
    if (n === 0) return;
    // A case that was refused ends with what was open; nothing is announced.
    const row = objection(region, { state: 'LAPSED' });
    const file = region.rows('case_file').find(({ id }) => id === row['case_id']);
    const decision = region.rows('case_decision').find(({ case_id }) => case_id === row['case_id']);
    const episode = region.rows('episode').find(({ entry_case_id }) => entry_case_id === row['case_id']);
    Object.assign(file ?? {}, { status: 'REFUSED' });
    Object.assign(decision ?? {}, { outcome: 'REFUSED' });
    Object.assign(episode ?? {}, { entry_kind: 'IMPORTED', entry_case_id: null });
  },
};
