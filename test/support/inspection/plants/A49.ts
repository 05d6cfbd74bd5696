import type { CleanRegion, Row } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

const parts = { events: 'case_event', evidence: 'case_evidence', notices: 'notice', meetings: 'review_meeting' } as const;

function exited(region: CleanRegion): ReturnType<CleanRegion['household']> {
  return region.household({ status: 'EXITED_ENTITLED' });
}

/** An exit without some of its rows. */
function without(region: CleanRegion, part: keyof typeof parts, which: (row: Row) => boolean): string {
  const household = exited(region);
  for (const row of (household.exit?.[part] ?? []).filter(which)) region.remove(parts[part], row);
  return keyOf('A49', `exit:${String(household.episode['id'])}`);
}

/** No signature, no notice, no announcement, no verification; near: announcement to come, an exit of before the system, an optional photograph missing. */
export const plantA49: CheckPlant = {
  code: 'A49',
  fault(region, n) {
    if (n === 0) return [without(region, 'evidence', ({ kind }) => kind === 'household_signature'), without(region, 'events', ({ step }) => step === 'VERIFICATION')];
    if (n === 1) return [without(region, 'notices', () => true), without(region, 'meetings', () => true)];
    return [without(region, 'events', ({ action }) => action === 'announce')];
  },
  nearMiss(region, n) {
    const { exit, episode } = exited(region);
    if (n === 0) {
      for (const row of (exit?.events ?? []).filter(({ action }) => action === 'announce')) region.remove('case_event', row);
      Object.assign(exit?.file ?? {}, { status: 'DECIDED', current_step: 'ANNOUNCEMENT', current_kind: 'announcement', closed_at: null });
    } else if (n === 1) {
      episode['exit_case_id'] = null;
    } else {
      for (const row of (exit?.evidence ?? []).filter(({ kind }) => kind === 'announcement_text')) region.remove('case_evidence', row);
    }
  },
};
