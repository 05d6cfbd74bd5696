import type { CleanHousehold } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

function hold(household: CleanHousehold, person: number, post: string): string {
  const member = household.members[person];
  if (!member) throw new Error('no such person');
  Object.assign(member.years[2025] ?? {}, { public_welfare_post: post, public_welfare_months: 6 });
  return member.id;
}

/** A household without entitlement, two persons in one post, too old; near: monitored, two different posts, of the greatest age allowed. */
export const plantA67: CheckPlant = {
  code: 'A67',
  parameters: { min_age: 18, max_age: 60 },
  fault(region, n) {
    if (n % 3 === 0) return [keyOf('A67', hold(region.household({ status: 'EXITED_NOT_ENTITLED' }), 0, '保洁员'))];
    const household = region.household();
    if (n % 3 === 1) return [keyOf('A67', hold(household, 0, '生态护林员')), keyOf('A67', hold(household, 1, '护林员'))];
    return [keyOf('A67', hold(household, 3, '道路养护员'))];
  },
  nearMiss(region, n) {
    if (n % 3 === 0) {
      const household = region.household({ status: 'EXITED_NOT_ENTITLED' });
      household.row['monitoring_category'] = 'UNSTABLE_EXITED';
      hold(household, 0, '保洁员');
    } else if (n % 3 === 1) {
      const household = region.household({ status: 'EXITED_ENTITLED' });
      hold(household, 0, '护林员');
      hold(household, 1, '保洁员');
    } else {
      const household = region.household({ people: [
        { relation: '01', gender: '1', birthDate: '1985-05-06' }, { relation: '02', gender: '2', birthDate: '1986-07-08' }, { relation: '04', gender: '2', birthDate: '2015-03-04' }, { relation: '12', gender: '2', birthDate: '1965-01-02' },
      ] });
      hold(household, 1, '水管员');
      hold(household, 3, '保洁员');
    }
  },
};
