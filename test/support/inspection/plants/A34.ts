import { cleanIncome, setIncome } from '../clean-region.js';
import type { CleanHousehold, CleanRegion } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { monitored } from '../region/lists.js';

/** A line of 8,000 yuan in the county of the spare villages, and one that the county's own takes the place of. */
const setLines = `insert into parameter (id, name, year, division_code, value, effective_from, source, recorded_by)
select app.uuid_v7(), 'monitoring_line', 2025, p.division, p.fen, '2025-01-01', '测试', app.actor() from (values ('150223', 800000), ('1502', 100)) p(division, fen)
where not exists (select 1 from parameter x where x.name = 'monitoring_line' and x.year = 2025)`;

function poor(region: CleanRegion, status: 'EXITED_ENTITLED' | 'EXITED_NOT_ENTITLED' | 'REGISTERED', netFen = 3_199_999): CleanHousehold {
  const household = region.household({ village: region.village(), status });
  const without = Object.entries(cleanIncome).reduce((sum, [key, fen]) => (key === 'wageMigrantWork' ? sum : key.startsWith('businessCost') ? sum - fen : sum + fen), 0);
  setIncome(household, 2025, { ...cleanIncome, wageMigrantWork: netFen - without });
  return household;
}

/** Exited, a fen below the line, not monitored or no longer; near: on the line, of a category, on the list of the monitored, not exited. */
export const plantA34: CheckPlant = {
  code: 'A34',
  fault(region, n) {
    region.afterwards.push({ sql: setLines, values: [] });
    const household = poor(region, n === 1 ? 'EXITED_NOT_ENTITLED' : 'EXITED_ENTITLED');
    if (n === 2) monitored(region, household, { identifiedMonth: '2024-03', cancelledMonth: '2024-12', cancelMode: 'HELPED' });
    return [keyOf('A34', household.id)];
  },
  nearMiss(region, n) {
    const household = poor(region, n === 2 ? 'REGISTERED' : 'EXITED_ENTITLED', n === 0 ? 3_200_000 : 3_199_999);
    if (n === 1) household.row['monitoring_category'] = 'UNSTABLE_EXITED';
    if (n === 2) monitored(region, poor(region, 'EXITED_ENTITLED'));
  },
};
