import { problemCatalogue } from '../problems/problem.js';
import { caseActions } from './actions.js';
import { allowedActions, expectedHands, judge } from './judge.js';
import type { Hand } from './judge.js';
import { casePhases, phaseOf } from './phase.js';
import { samplePack, stateAt } from './sample-pack.fixture.js';
import { transitions } from './transitions.js';

const clerk = (userId: string): Hand => ({ userId, role: 'village_clerk', division: '150221100201' });
const member = (userId: string): Hand => ({ userId, role: 'team_member', division: '150221100201' });
const township = (userId: string): Hand => ({ userId, role: 'township_officer', division: '150221100' });
const approver = (userId: string): Hand => ({ userId, role: 'county_approver', division: '150221' });
const refusal = (judgement: ReturnType<typeof judge>) => judgement.refusal?.code ?? null;

describe('the table of transitions', () => {
  it('answers every action in every phase, and each refusal is in the catalogue', () => {
    let cells = 0;
    for (const phase of casePhases) {
      expect(Object.keys(transitions[phase]).sort()).toEqual([...caseActions].sort());
      for (const action of caseActions) {
        const cell = transitions[phase][action];
        expect('move' in cell ? cell.move : problemCatalogue[cell.refused]).toBeTruthy();
        cells += 1;
      }
    }
    expect(cells).toBe(casePhases.length * caseActions.length);
  });

  it('lets no phase but deciding and proclaiming decide', () => {
    const deciding = casePhases.filter((phase) => Object.values(transitions[phase]).some((cell) => 'move' in cell && cell.move === 'decide'));
    expect(deciding).toEqual(['deciding', 'proclaiming']);
  });

  it('moves nothing forward while an objection is open, and nothing at all once closed', () => {
    const moves = (phase: (typeof casePhases)[number]) => caseActions.filter((action) => 'move' in transitions[phase][action]);
    expect(moves('contested')).toEqual(['transfer', 'object', 'settle_objection']);
    for (const phase of ['completed', 'refused', 'withdrawn'] as const) expect(moves(phase)).toEqual([]);
  });
});

describe('the phase of a case', () => {
  it.each([
    ['APPLICATION', {}, 'drafting'],
    ['SURVEY', {}, 'reviewing'],
    ['MEETING', {}, 'meeting'],
    ['NOTICE', {}, 'notice_due'],
    ['NOTICE', { notice: { complete: false } }, 'notice_running'],
    ['NOTICE', { notice: { complete: true } }, 'notice_complete'],
    ['NOTICE', { notice: { complete: true }, openObjections: 1 }, 'contested'],
    ['DECISION', {}, 'deciding'],
    ['DECISION', { openObjections: 2 }, 'contested'],
    ['ANNOUNCEMENT', { status: 'DECIDED' as const }, 'announcing'],
    [null, { status: 'REFUSED' as const }, 'refused'],
  ])('at %s with %j is %s', (step, rest, phase) => {
    expect(phaseOf(stateAt(step, rest))).toBe(phase);
  });

  it('of a pack that is announced by approval is proclaiming', () => {
    const pack = { ...samplePack, steps: samplePack.steps.slice(0, 6).map((step) => (step.decides ? { ...step, kind: 'announcement' as const } : step)) };
    expect(phaseOf(stateAt('DECISION', { pack }))).toBe('proclaiming');
  });
});

describe('who may act', () => {
  it('is the role of the step at exactly its level', () => {
    expect(refusal(judge(stateAt('DECISION'), 'agree', approver('z')))).toBeNull();
    expect(refusal(judge(stateAt('DECISION'), 'agree', township('z')))).toBe('case.wrong-role');
    expect(refusal(judge(stateAt('DECISION'), 'agree', { ...approver('z'), division: '150222' }))).toBe('case.wrong-level');
    expect(refusal(judge(stateAt('DECISION'), 'agree', { ...approver('z'), division: '15' }))).toBe('case.wrong-level');
  });

  it('is nobody twice, not even under another role', () => {
    const state = stateAt('REVIEW', { duties: [{ userId: 'b', step: 'SURVEY' }] });
    expect(refusal(judge(state, 'agree', township('b')))).toBe('case.four-eyes');
    expect(refusal(judge(state, 'return', township('b')))).toBe('case.four-eyes');
    expect(refusal(judge(state, 'agree', township('c')))).toBeNull();
  });

  it('may fill the same step again after a return', () => {
    expect(refusal(judge(stateAt('SURVEY', { duties: [{ userId: 'b', step: 'SURVEY' }] }), 'agree', member('b')))).toBeNull();
  });

  it('is the person to whom the step was handed over', () => {
    const state = stateAt('REVIEW', { assignedTo: 'c' });
    expect(refusal(judge(state, 'agree', township('b')))).toBe('case.assigned-to-other');
    expect(refusal(judge(state, 'agree', township('c')))).toBeNull();
    expect(refusal(judge(state, 'transfer', township('b')))).toBeNull();
  });

  it('settles an objection only without having filled a step, and fills no step afterwards', () => {
    const contested = stateAt('NOTICE', { notice: { complete: false }, everNoticed: true, openObjections: 1, duties: [{ userId: 'b', step: 'REVIEW' }] });
    expect(refusal(judge(contested, 'settle_objection', township('b')))).toBe('case.four-eyes');
    expect(refusal(judge(contested, 'settle_objection', township('c')))).toBeNull();
    expect(refusal(judge(contested, 'settle_objection', clerk('c')))).toBe('case.wrong-role');
    const settled = stateAt('REVIEW', { duties: [{ userId: 'c', step: 'OBJECTION_SETTLEMENT' }] });
    expect(refusal(judge(settled, 'agree', township('c')))).toBe('case.four-eyes');
  });

  it('withdraws only as the starter, and not after a later step was filled by another', () => {
    expect(refusal(judge(stateAt('SURVEY'), 'withdraw', clerk('b')))).toBe('case.not-the-starter');
    expect(refusal(judge(stateAt('SURVEY', { duties: [{ userId: 'a', step: 'APPLICATION' }] }), 'withdraw', clerk('a')))).toBeNull();
    const surveyed = [{ userId: 'a', step: 'APPLICATION' }, { userId: 'b', step: 'SURVEY' }];
    expect(refusal(judge(stateAt('MEETING', { duties: surveyed }), 'withdraw', clerk('a')))).toBe('case.withdraw-too-late');
    expect(refusal(judge(stateAt('APPLICATION', { duties: surveyed }), 'withdraw', clerk('a')))).toBeNull();
  });

  it('objects only to what was published', () => {
    expect(refusal(judge(stateAt('SURVEY'), 'object', clerk('x')))).toBe('objection.no-notice');
    expect(refusal(judge(stateAt('REVIEW', { everNoticed: true }), 'object', clerk('x')))).toBeNull();
  });

  it('hears the same in the list of allowed actions', () => {
    for (const step of samplePack.steps.slice(0, 6)) {
      const state = stateAt(step.code);
      for (const { action, refusal: said } of allowedActions(state, approver('z'))) expect(said?.code ?? null).toBe(refusal(judge(state, action, approver('z'))));
    }
  });
});

describe('whom a case waits for', () => {
  it('is the hands of its step at their divisions', () => {
    expect(expectedHands(stateAt('DECISION'))).toEqual([{ role: 'county_approver', division: '150221' }]);
    expect(expectedHands(stateAt('NOTICE'))).toHaveLength(2);
  });
  it('is whoever settles while an objection is open, and nobody once closed', () => {
    expect(expectedHands(stateAt('DECISION', { openObjections: 1 }))).toEqual([{ role: 'township_officer', division: '150221100' }]);
    expect(expectedHands(stateAt(null, { status: 'COMPLETED' }))).toEqual([]);
  });
});
