import type { CaseState } from './phase.js';
import type { Pack, PackStep } from './pack.js';

const name = { zh: '环节', en: 'step' };
const step = (code: string, kind: PackStep['kind'], rest: Partial<PackStep>): PackStep => ({
  code, name, kind, hands: [], evidence: [], facts: null, returnTo: [], notice: null, review: null, deadline: null, decides: false, ...rest,
});

/** A small lawful pack with every kind of phase, for the specs of this folder. */
export const samplePack: Pack = {
  code: 'sample', version: 1, name, subject: 'household', source: '测试文件', validFrom: '2026-01-01', validTo: null,
  start: { statuses: ['CANDIDATE'], reasonRequired: false, markPreExit: false },
  rules: [{ rule: 'household.exit', refuseWhen: ['not_met', 'unproven'] }],
  steps: [
    step('APPLICATION', 'application', {
      hands: [{ role: 'village_clerk', level: 'village' }],
      evidence: [{ kind: 'application_form', name: { zh: '申请书', en: 'application' }, required: true, source: null }],
    }),
    step('SURVEY', 'survey', { hands: [{ role: 'team_member', level: 'village' }], facts: 'pin', returnTo: ['APPLICATION'] }),
    step('MEETING', 'review_meeting', {
      hands: [{ role: 'village_clerk', level: 'village' }], returnTo: ['SURVEY'], review: { attendance: null, approval: null, source: null },
    }),
    step('NOTICE', 'notice', {
      hands: [{ role: 'village_clerk', level: 'village' }, { role: 'team_member', level: 'village' }], returnTo: ['SURVEY', 'MEETING'],
      notice: {
        place: 'village', daysParameter: { name: 'notice_days', subject: 'sample' }, unit: 'calendar', startDayCounts: false,
        settledBy: [{ role: 'township_officer', level: 'township' }],
      },
    }),
    step('REVIEW', 'review', { hands: [{ role: 'township_officer', level: 'township' }], facts: 'check', returnTo: ['SURVEY', 'APPLICATION'] }),
    step('DECISION', 'decision', { hands: [{ role: 'county_approver', level: 'county' }], facts: 'check', returnTo: ['SURVEY'], decides: true }),
    step('ANNOUNCEMENT', 'announcement', { hands: [{ role: 'county_officer', level: 'county' }] }),
  ],
};

export function stateAt(code: string | null, rest: Partial<CaseState> = {}): CaseState {
  return {
    pack: samplePack, status: 'OPEN', step: code, division: '150221100201', startedBy: 'a', assignedTo: null, duties: [], openObjections: 0,
    notice: null, everNoticed: false, ...rest,
  };
}
