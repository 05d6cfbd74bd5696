import type { CleanRegion } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

const missing = (region: CleanRegion, spoil: (household: ReturnType<CleanRegion['household']>) => void): string => {
  const household = region.household();
  spoil(household);
  return keyOf('A46', `entry:${String(household.episode['id'])}`);
};

/** A step, a notice, a meeting, a paper or the decision is not there; near: not announced yet, done twice, registered before the system. */
export const plantA46: CheckPlant = {
  code: 'A46',
  fault(region, n) {
    const at = (kind: string, step: string, column = 'step') => (household: ReturnType<CleanRegion['household']>) => {
      const rows = { event: household.identification.events, evidence: household.identification.evidence, notice: household.identification.notices, meeting: household.identification.meetings }[kind] ?? [];
      for (const row of rows.filter((one) => one[column] === step)) region.remove({ event: 'case_event', evidence: 'case_evidence', notice: 'notice', meeting: 'review_meeting' }[kind] ?? '', row);
    };
    if (n === 0) return [missing(region, at('event', 'APPLICATION')), missing(region, at('notice', 'NOTICE_2'))];
    if (n === 1) {
      return [
        missing(region, ({ identification }) => void identification.meetings.forEach((row) => { row['is_void'] = true; })),
        missing(region, ({ identification }) => void Object.assign(identification.notices[0] ?? {}, { state: 'VOID', closes_on: null })),
        missing(region, ({ identification }) => region.remove('case_decision', identification.decision)),
      ];
    }
    return [missing(region, at('evidence', 'application_form', 'kind')), missing(region, at('event', 'ANNOUNCEMENT'))];
  },
  nearMiss(region, n) {
    const { identification, episode } = region.household();
    if (n === 0) {
      // Decided, and the announcement is still to come.
      for (const row of identification.events.filter(({ step }) => step === 'ANNOUNCEMENT')) region.remove('case_event', row);
      for (const row of identification.evidence.filter(({ step }) => step === 'ANNOUNCEMENT')) region.remove('case_evidence', row);
      Object.assign(identification.file, { status: 'DECIDED', current_step: 'ANNOUNCEMENT', current_kind: 'announcement', closed_at: null });
    } else if (n === 1) {
      const [meeting] = identification.meetings;
      const [notice] = identification.notices;
      region.add('review_meeting', { ...meeting, id: region.id(), is_void: true });
      region.add('notice', { ...notice, id: region.id(), state: 'VOID', closes_on: null });
    } else {
      // Came with the data of before, without a case of this system.
      Object.assign(episode, { entry_kind: 'IMPORTED', entry_case_id: null });
    }
  },
};
