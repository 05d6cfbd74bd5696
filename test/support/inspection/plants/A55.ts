import type { CleanRegion } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** As many households of one county with one helper of a rank; chiefs of a section may have two. */
function together(region: CleanRegion, households: number, rank: string, limit?: number): string {
  const village = region.villages[0] ?? '';
  const [first, ...others] = Array.from({ length: households }, (_, i) => region.household({ village: region.villages[i % 2] ?? village }));
  if (!first) throw new Error('no household');
  first.helper['rank'] = rank;
  first.pairing['helper_rank'] = rank;
  for (const other of others) {
    Object.assign(other.pairing, { helper_id: first.helper['id'], helper_name: first.helper['name'], helper_rank: rank });
    for (const visit of other.visits) visit['visitor_id'] = first.helper['user_id'];
  }
  if (limit !== undefined) {
    region.afterwards.push({
      sql: `insert into parameter (id, name, subject, division_code, value, effective_from, source) values ($1, 'max_households_per_helper', $2, $3, $4, '2018-01-01', '测试')`,
      values: [region.id(), rank, village.slice(0, 4), limit],
    });
  }
  return String(first.helper['id']);
}

/** One household more than the limit of the rank, which counts before the limit for all; near: exactly the limit, a rank without one, an ended pairing. */
export const plantA55: CheckPlant = {
  code: 'A55',
  fault(region, n) {
    return [keyOf('A55', `helper:${together(region, 3, ['SECTION_CHIEF', 'SECTION_DEPUTY', 'DIVISION_CHIEF'][n] ?? 'SECTION_CHIEF', 2)}`)];
  },
  nearMiss(region, n) {
    if (n === 0) return void together(region, 2, 'BUREAU_CHIEF', 2);
    if (n === 1) return void together(region, 4, 'CLERK');
    const helper = together(region, 2, 'BUREAU_DEPUTY', 2);
    // A third household that was handed over to somebody else.
    const third = region.household({ village: region.villages[0] ?? '' });
    region.add('pairing', { ...third.pairing, id: region.id(), helper_id: helper, helper_rank: 'BUREAU_DEPUTY', started_on: '2024-01-01', ended_on: '2025-06-30', end_reason: '调整' });
  },
};
