import { addTeam, type CleanRegion, type Row } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

type Team = ReturnType<typeof addTeam>;

/** A second team of a village, which the village itself does not know of. */
function team(region: CleanRegion): Team {
  const made = addTeam(region, region.villages[3] ?? '');
  for (const row of region.rows('team_village').filter(({ team_id }) => team_id === made.team['id'])) region.remove('team_village', row);
  return made;
}
const upTo = (last: number, first = 1): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);
function stayed(rows: readonly Row[], days: (month: number) => number[]): void {
  for (const row of rows) {
    row['days'] = days(Number(row['month']));
    row['day_count'] = (row['days'] as number[]).length;
  }
}
function only(region: CleanRegion, made: Team, months: number): void {
  for (const row of made.days.filter((one) => Number(one['month']) > months)) region.remove('team_days', row);
}

/** Two members; 192 days in the year (200 with what was corrected away); 45 days in three months. Near: a successor, exactly 200, 51 days in three months. */
export const plantA59: CheckPlant = {
  code: 'A59',
  fault(region, n) {
    const made = team(region);
    const id = String(made.team['id']);
    if (n === 0) {
      Object.assign(made.members[2] ?? {}, { left_on: '2025-09-30', leave_reason: '调离' });
      return [keyOf('A59', `size:${id}`)];
    }
    stayed(made.days, () => upTo(n === 1 ? 16 : 15));
    if (n === 1) for (const row of made.days.slice(0, 12)) region.add('team_days', { ...row, id: region.id(), days: upTo(20), day_count: 20, version: 2, superseded_at: '2025-12-30T01:00:00Z' });
    else only(region, made, 3);
    return [keyOf('A59', `days:${id}`)];
  },
  nearMiss(region, n) {
    const made = team(region);
    const [first, second, third] = made.members;
    if (n === 0) {
      Object.assign(third ?? {}, { left_on: '2025-09-30', leave_reason: '调离' });
      region.add('team_member', { ...third, id: region.id(), user_id: region.id(), name: '接任队员', joined_on: '2025-10-01', left_on: null, leave_reason: null });
    } else if (n === 1) {
      // One member in the first days of a month, the others after them: 17 days in eight months, 16 in four.
      stayed(made.days.filter((row) => row['member_id'] === first?.['id']), () => upTo(10));
      stayed(made.days.filter((row) => row['member_id'] === second?.['id']), (month) => upTo(month <= 8 ? 17 : 16, 8));
      stayed(made.days.filter((row) => row['member_id'] === third?.['id']), () => upTo(12, 9));
    } else {
      stayed(made.days, () => upTo(17));
      only(region, made, 3);
    }
  },
};
