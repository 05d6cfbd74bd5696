import type { CleanProject } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

function notice({ notices }: CleanProject, phase: string) {
  const found = notices.find((row) => row['phase'] === phase);
  if (!found) throw new Error(`no notice ${phase}`);
  return found;
}

/** Never entered, nine days before entry, fewer days than the notice itself was to run, no notice after completion; near: exactly ten days, counted either way, and business days. */
export const plantA76: CheckPlant = {
  code: 'A76',
  fault(region, n) {
    const made = region.project();
    if (n % 3 === 0) made.project['entered_on'] = null;
    if (n % 3 === 1) {
      Object.assign(notice(made, 'ENTRY'), { closed_on: `${region.year}-02-15`, min_days: 7 });
      const other = region.project();
      notice(other, 'ENTRY')['min_days'] = 15;
      return [keyOf('A76', made.id), keyOf('A76', other.id)];
    }
    if (n % 3 === 2) region.remove('project_notice', notice(made, 'COMPLETION'));
    return [keyOf('A76', made.id)];
  },
  nearMiss(region, n) {
    const entry = notice(region.project(), 'ENTRY');
    if (n % 3 === 0) entry['closed_on'] = `${region.year}-02-16`;
    if (n % 3 === 1) Object.assign(entry, { closed_on: `${region.year}-02-15`, start_day_counts: true });
    // From Thursday, 6 February, to Sunday, 16 February: seven business days.
    if (n % 3 === 2) Object.assign(entry, { day_unit: 'working', min_days: 7 });
  },
};
