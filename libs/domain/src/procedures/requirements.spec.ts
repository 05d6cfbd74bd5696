import { noticeClock } from '../time/notice-clock.js';
import type { NoticeRule } from '../time/notice-clock.js';
import { meetingFault, missingEvidence, missingInput, objectionTarget, pausedDays, pausesOf, returnTarget } from './requirements.js';
import { samplePack } from './sample-pack.fixture.js';

const seven: NoticeRule = { minDays: 7, unit: 'calendar', startDayCounts: false };
const step = (code: string) => samplePack.steps.find((candidate) => candidate.code === code) ?? fail(code);
function fail(code: string): never {
  throw new Error(code);
}

describe('what an action must bring', () => {
  it('is a reason for return, refusal, objection and settlement', () => {
    for (const action of ['return', 'refuse', 'object', 'settle_objection'] as const) {
      expect(missingInput(action, { fields: ['income'] })?.code).toBe('reason-required');
      expect(missingInput(action, { opinion: '  ', fields: ['income'] })?.code).toBe('reason-required');
      expect(missingInput(action, { opinion: '收入有误', fields: ['income'] })).toBeNull();
    }
    expect(missingInput('agree', {})).toBeNull();
  });

  it('is the fields to correct for a return', () => {
    expect(missingInput('return', { opinion: '收入有误' })?.code).toBe('case.fields-required');
    expect(missingInput('return', { opinion: '收入有误', fields: [' '] })?.code).toBe('case.fields-required');
  });

  it('is every required kind of evidence, named when it is missing', () => {
    expect(missingEvidence(step('APPLICATION'), [])).toMatchObject({ code: 'case.evidence-missing', params: { missing: '申请书', kinds: ['application_form'] } });
    expect(missingEvidence(step('APPLICATION'), ['application_form'])).toBeNull();
  });
});

describe('where a return goes', () => {
  it('is the first step of the list, or another that the pack allows', () => {
    expect(returnTarget(samplePack, 'REVIEW')?.code).toBe('SURVEY');
    expect(returnTarget(samplePack, 'REVIEW', 'APPLICATION')?.code).toBe('APPLICATION');
    expect(returnTarget(samplePack, 'REVIEW', 'NOTICE')).toBeNull();
    expect(returnTarget(samplePack, 'APPLICATION')).toBeNull();
  });
  it('is where the last notice returns to when an objection is upheld', () => {
    expect(objectionTarget(samplePack, 'DECISION')?.code).toBe('SURVEY');
    expect(objectionTarget(samplePack, 'SURVEY')).toBeNull();
  });
});

describe('a review meeting', () => {
  const counts = { entitled: 30, present: 20, inFavour: 15, against: 3, abstained: 2, passed: true };
  const open = { attendance: null, approval: null, source: null };
  it.each([
    [{ present: 31 }], [{ present: 0 }], [{ inFavour: 16 }], [{ inFavour: -1 }], [{ inFavour: 1.5 }], [{ inFavour: 3, against: 3 }],
  ])('with figures %j that do not fit together is refused', (change) => {
    expect(meetingFault(open, { ...counts, ...change })?.code).toBe('case.review-counts');
  });
  it('without shares in the pack follows its own majority', () => {
    expect(meetingFault(open, counts)).toBeNull();
    expect(meetingFault(open, { ...counts, inFavour: 3, against: 15, passed: false })).toBeNull();
  });
  it('meets the shares that the pack sets, exactly', () => {
    const need = { attendance: { numerator: 2, denominator: 3 }, approval: { numerator: 3, denominator: 4 }, source: '文件' };
    expect(meetingFault(need, counts)).toBeNull();
    expect(meetingFault(need, { ...counts, present: 19, inFavour: 15, against: 1 })?.params).toEqual({ fault: '到会人数未达规定比例' });
    expect(meetingFault(need, { ...counts, inFavour: 14 })?.params).toEqual({ fault: '赞成人数未达规定比例' });
  });
});

describe('the clock of a notice under objection', () => {
  const clock = (opened: string, today: string, objections: { filedOn: string; settledOn: string | null }[], rule = seven) =>
    noticeClock(opened, today, { rule, pauses: pausesOf(objections) });

  it('loses the day on which an objection was filed and settled', () => {
    expect(clock('2026-06-01', '2026-06-09', []).complete).toBe(true);
    expect(clock('2026-06-01', '2026-06-09', [{ filedOn: '2026-06-03', settledOn: '2026-06-03' }])).toMatchObject({ complete: false, lastDay: '2026-06-09' });
  });
  it('stands while the objection is open, for however long', () => {
    expect(clock('2026-06-01', '2026-09-01', [{ filedOn: '2026-06-08', settledOn: null }])).toMatchObject({ complete: false, daysElapsed: 6, lastDay: null });
  });
  it('runs over 29 February and over the end of the year', () => {
    expect(clock('2028-02-24', '2028-03-02', []).complete).toBe(false);
    expect(clock('2028-02-24', '2028-03-03', []).complete).toBe(true);
    expect(clock('2027-02-24', '2027-03-04', []).complete).toBe(true);
    expect(clock('2026-12-28', '2027-01-04', [])).toMatchObject({ complete: false, nextStepFrom: '2027-01-05' });
    expect(clock('2026-12-28', '2027-01-07', [{ filedOn: '2026-12-31', settledOn: '2027-01-02' }])).toMatchObject({ nextStepFrom: '2027-01-08' });
  });
  it('counts seven working days without weekends', () => {
    // Monday 23 November 2026 posted; Tuesday 24 to Wednesday 2 December are seven working days.
    expect(clock('2026-11-23', '2026-12-02', [], { ...seven, unit: 'working' }).complete).toBe(false);
    expect(clock('2026-11-23', '2026-12-03', [], { ...seven, unit: 'working' }).complete).toBe(true);
  });
  it('counts days under two objections once', () => {
    const pauses = pausesOf([{ filedOn: '2026-06-02', settledOn: '2026-06-04' }, { filedOn: '2026-06-03', settledOn: '2026-06-05' }]);
    expect(pausedDays(pauses, '2026-06-20')).toBe(4);
    expect(pausedDays(pausesOf([{ filedOn: '2026-06-02', settledOn: null }]), '2026-06-05')).toBe(3);
  });
});
