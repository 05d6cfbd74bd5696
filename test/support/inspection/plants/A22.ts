import { addAssignment, addPayment } from '../clean-region.js';
import type { CleanHousehold, CleanRegion } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { listCovers, onList } from '../region/lists.js';

/** The grandmother, disabled, with a certificate of the level. */
function certified(household: CleanHousehold, level: number, health: string[] = ['4']) {
  const member = household.members[3];
  Object.assign(member?.row ?? {}, { disability_cert_no_masked: `159900**********2X4${level}`, disability_cert_no_enc: 'v1:x', disability_cert_year: 2019 });
  Object.assign(member?.years[2025] ?? {}, { health });
  return member;
}

function subsidised(region: CleanRegion, household: CleanHousehold): void {
  const assignment = addAssignment(region, household, 'SSN-05', { member_id: household.members[3]?.id, planned_amount_fen: 120_000, approved_amount_fen: 120_000 });
  addPayment(region, household, assignment, { amount_fen: 120_000 });
}

/** No certificate, not on the compared list, on the list without a number, health says healthy, severe without subsidy; near: all of it fits, level 3, subsidised here, no list. */
export const plantA22: CheckPlant = {
  code: 'A22',
  fault(region, n) {
    const [one, other] = [region.household({ village: region.village() }), region.household()];
    if (n === 0) {
      Object.assign(one.members[3]?.years[2025] ?? {}, { health: ['4', '2'] });
      certified(other, 3, ['1']);
    }
    if (n === 1) {
      certified(one, 3);
      listCovers(region, 'disability', one.place.village_code);
      onList(region, 'disability', other, { member: certified(other, 2), detail: { certificateLevel: '2', category: '4', careSubsidy: false } });
    }
    if (n === 2) {
      Object.assign(one.members[3]?.years[2025] ?? {}, { health: ['4'] });
      onList(region, 'disability', one, { member: one.members[3], detail: { certificateLevel: '3', category: '4', careSubsidy: null } });
      onList(region, 'disability', other, { member: other.members[3], detail: { certificateLevel: '4', category: '4', careSubsidy: null } });
    }
    return [one, other].map(({ members }) => keyOf('A22', members[3]?.id ?? ''));
  },
  nearMiss(region, n) {
    const household = region.household({ village: region.village() });
    const member = certified(household, n === 1 ? 3 : 1);
    if (n > 0) onList(region, 'disability', household, { member, detail: { certificateLevel: n === 1 ? '3' : '1', category: '4', careSubsidy: false } });
    if (n === 2) subsidised(region, household);
  },
};
