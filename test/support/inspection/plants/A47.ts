import type { CleanRegion, Row } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

type Household = ReturnType<CleanRegion['household']>;

const key = ({ file }: Household['identification'], tail: string): string => keyOf('A47', `${String(file['id'])}:${tail}`);

/** An objection to the first notice of the identification, on display from 9 to 20 March, settled before the announcement. */
function objected(region: CleanRegion, household: Household, filedOn: string, settledOn: string): Row {
  const [notice] = household.identification.notices;
  return region.add('objection', {
    ...household.place, id: region.id(), case_id: household.identification.file['id'], household_id: household.id, notice_id: notice?.['id'], statement: '该户有车', filed_by: region.id(), filed_by_name: '经办人',
    filed_at: `${filedOn}T02:00:00Z`, filed_on: filedOn, state: 'SETTLED', result: 'NOT_UPHELD', finding: '经核查不属实', settled_by: region.id(), settled_by_name: '苏木干部', settled_at: `${settledOn}T02:00:00Z`, settled_on: settledOn,
  });
}

/** One whole day too few by each way of counting; a review after the notice, a decision before its end, a step before its time. Near: just enough. */
export const plantA47: CheckPlant = {
  code: 'A47',
  fault(region, n) {
    const { identification: first } = region.household();
    const [one, two] = first.notices;
    if (n === 0) {
      Object.assign(one ?? {}, { closed_on: '2018-03-16', closes_on: '2018-03-16' });
      const disputed = region.household();
      objected(region, disputed, '2018-03-12', '2018-03-15');
      const working = region.household({ status: 'EXITED_ENTITLED' }).exit;
      Object.assign(working?.notices[0] ?? {}, { unit: 'working', min_days: 8 });
      return [
        key(first, `short:${String(one?.['id'])}`), key(disputed.identification, `short:${String(disputed.identification.notices[0]?.['id'])}`),
        keyOf('A47', `${String(working?.file['id'])}:short:${String(working?.notices[0]?.['id'])}`),
      ];
    }
    if (n === 1) {
      Object.assign(first.meetings[0] ?? {}, { held_on: '2018-03-10' });
      const hasty = region.household().identification;
      hasty.decision['decided_on'] = '2018-04-01';
      return [key(first, `review:${String(one?.['id'])}`), key(hasty, `early:${String(hasty.notices[1]?.['id'])}`)];
    }
    const event = first.events.find(({ step }) => step === 'TOWNSHIP_REVIEW');
    if (event) event['at'] = '2018-03-15T02:00:00Z';
    Object.assign(two ?? {}, { state: 'RUNNING', closed_on: null });
    return [key(first, 'order:5'), key(first, `early:${String(two?.['id'])}`), keyOf('A46', `entry:${entryOf(region, first.file)}`)];
  },
  nearMiss(region, n) {
    const household = region.household({ status: 'EXITED_ENTITLED' });
    const [one] = household.identification.notices;
    if (n === 0) {
      Object.assign(one ?? {}, { closed_on: '2018-03-17', closes_on: '2018-03-17' });
      Object.assign(household.exit?.notices[0] ?? {}, { unit: 'working', min_days: 7 });
    } else if (n === 1) {
      objected(region, household, '2018-03-12', '2018-03-13');
      objected(region, household, '2018-03-13', '2018-03-14');
      Object.assign(household.identification.notices[1] ?? {}, { start_day_counts: true, closed_on: '2018-03-29', closes_on: '2018-03-29' });
    } else {
      Object.assign(household.identification.meetings[0] ?? {}, { held_on: '2018-03-09' });
      household.identification.decision['decided_on'] = '2018-04-02';
      // Done in one sitting.
      const reviewed = household.identification.events.find(({ step }) => step === 'TOWNSHIP_REVIEW');
      if (reviewed) reviewed['at'] = '2018-03-20T02:00:00Z';
    }
  },
};

/** The episode that a case opened. */
function entryOf(region: CleanRegion, file: Row): string {
  return String(region.rows('episode').find((row) => row['entry_case_id'] === file['id'])?.['id']);
}
