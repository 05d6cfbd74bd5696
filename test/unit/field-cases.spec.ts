import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { meetingFault, type PackRow, type PackStep } from '#domain';
import { casesOf, isComplete, nextAction, procedureOf } from '../../apps/web/src/field/features/cases/field-case.js';
import { emptyDossier, missingPapers, sameMeetingWork, workOf, type Handing } from '../../apps/web/src/field/features/cases/dossier.js';
import { abstainedOf, countsOf, emptyMeeting, isPassed, meetingFaults, type MeetingForm } from '../../apps/web/src/field/features/cases/meeting.js';
import { jumpOf } from '../../apps/web/src/field/features/cases/missing.js';
import { startableOf, usualYear } from '../../apps/web/src/field/features/cases/start.js';
import { noRows } from '../../apps/web/src/field/store/entry-of.js';
import type { PackHousehold, PendingEdit, Procedure } from '../../apps/web/src/field/store/types.js';

const exitPack: unknown = JSON.parse(readFileSync('seeds/reference/packs/household-exit.json', 'utf8'));
const village = '150221200201';
const today = '2026-11-23';
const clerk = { userId: 'u-clerk', role: 'village_clerk', division: village } as const;
const member = { userId: 'u-member', role: 'team_member', division: village } as const;
const exit = { id: 'p1', pack: exitPack, noticeDays: { NOTICE: 7 } } as unknown as Procedure;
const step = (code: string): PackStep => exit.pack.steps.find((one) => one.code === code) as PackStep;
const held: MeetingForm = { ...emptyMeeting(today), place: '村委会', convener: '书记', entitled: 30, present: 26, inFavour: 25 };
const free = { attendance: null, approval: null, source: null };

describe('the record of a review meeting on the phone', () => {
  it('counts as abstaining whoever is neither for nor against, and nothing is missing', () => {
    expect([abstainedOf(held, 26), meetingFaults(free, held, today)]).toEqual([1, []]);
  });

  it('does not take votes that do not add up, more present than entitled, an empty field or a meeting of tomorrow', () => {
    const faults = (more: Partial<MeetingForm>) => meetingFaults(free, { ...held, ...more }, today).map(({ field, kind }) => `${field} ${kind}`);
    expect(faults({ abstained: 2 })).toEqual(['inFavour votes']);
    expect(faults({ against: 5 })).toEqual(['inFavour votes']);
    expect(faults({ present: 31 })).toContain('present present');
    expect(faults({ place: '', inFavour: null })).toEqual(['place required', 'inFavour required']);
    expect(faults({ heldOn: '2026-11-24' })).toEqual(['heldOn future']);
  });

  it('is held back below the quorum of the procedure, and says of which document', () => {
    const need = { attendance: { numerator: 9, denominator: 10 }, approval: null, source: '某发〔2026〕1号' };
    expect(meetingFaults(need, held, today)).toEqual([{ field: 'present', kind: 'quorum', share: need.attendance, source: need.source }]);
    expect(meetingFaults(need, { ...held, present: 27, inFavour: 26 }, today)).toEqual([]);
  });

  it('what the phone lets through the server takes', () => {
    const count = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null });
    const share = fc.option(fc.constant({ numerator: 2, denominator: 3 }), { nil: null });
    fc.assert(fc.property(count, count, count, count, count, share, share, (entitled, present, inFavour, against, abstained, attendance, approval) => {
      const need = { attendance, approval, source: '文件' };
      const form = { ...held, entitled, present, inFavour, against, abstained };
      if (meetingFaults(need, form, today).length === 0) expect(meetingFault(need, countsOf(need, form))).toBeNull();
    }), { numRuns: 2_000 });
  });

  it('passes with more for than against, and with the share that the procedure asks for', () => {
    const votes = { inFavour: 16, against: 10, abstained: null };
    expect([isPassed(free, votes, 26), isPassed({ ...free, approval: { numerator: 2, denominator: 3 } }, votes, 26), isPassed(free, { ...votes, inFavour: 10 }, 26)]).toEqual([true, false, false]);
  });
});

const household = (more: Partial<PackHousehold> = {}, rows: Partial<Record<'cases' | 'notices', PackRow[]>> = {}): PackHousehold => ({ id: 'a'.repeat(36), village, rows: { ...noRows(), ...rows }, edits: [], ...more });
const row = (more: object = {}): PackRow => ({ id: 'c'.repeat(36), householdId: 'a'.repeat(36), pack: 'household_exit', packId: 'p1', year: 2020, status: 'OPEN', step: 'REVIEW_MEETING', startedById: 'u-clerk', openObjections: 0, version: 1, duties: [{ userId: 'u-clerk', step: 'REVIEW_MEETING' }], ...more });
const edit = (more: Partial<PendingEdit>): PendingEdit => ({ opId: '1', kind: 'case.act', entityId: `150221-${'c'.repeat(36)}`, title: '', occurredAt: '', payload: {}, state: 'waiting', reason: null, ...more });
const setting = { me: clerk, procedures: [exit], today };
const first = (given: PackHousehold) => {
  const [kase] = casesOf(given, setting);
  if (!kase) throw new Error('no case');
  return kase;
};

describe('a case as the phone knows it', () => {
  it('offers the meeting to the clerk and nothing to others; the next step to the member and not to the clerk', () => {
    const meeting = first(household({}, { cases: [row()] }));
    expect([nextAction(meeting, clerk), nextAction(meeting, member)]).toEqual(['record_review', null]);
    const verification = first(household({}, { cases: [row({ step: 'VERIFICATION' })] }));
    expect([nextAction(verification, clerk), nextAction(verification, member)]).toEqual([null, 'agree']);
  });

  it('offers nothing while work on it is on its way, and offers it again when the server sent the work back', () => {
    const waiting = first(household({ edits: [edit({})] }, { cases: [row()] }));
    const refused = first(household({ edits: [edit({ state: 'returned' })] }, { cases: [row()] }));
    expect([nextAction(waiting, clerk), nextAction(refused, clerk)]).toEqual([null, 'record_review']);
  });

  it('shows a case that was started here before the server has heard of it, once', () => {
    const start = edit({ kind: 'case.start', payload: { pack: 'household_exit' } });
    const alone = casesOf(household({ edits: [start, edit({ opId: '2' })] }), setting);
    expect(alone).toMatchObject([{ row: null, phase: 'meeting', work: [{ kind: 'case.start' }, { kind: 'case.act' }] }]);
    expect(casesOf(household({ edits: [start] }, { cases: [row()] }), setting)).toHaveLength(1);
  });

  it('shows work that came too late at the case that somebody else had started, and holds nothing up by it', () => {
    const kept = { state: 'sent' as const, reason: { code: 'case.joined', zh: '已并入', en: 'joined' }, entityId: `150221-${'d'.repeat(36)}` };
    const late = household({ edits: [edit({ ...kept, kind: 'case.start', payload: { pack: 'household_exit' } }), edit({ ...kept, opId: '2', payload: { of: { pack: 'household_exit' } } })] }, { cases: [row()] });
    expect(casesOf(late, setting)).toHaveLength(1);
    expect([first(late).work.length, nextAction(first(late), clerk)]).toEqual([2, 'record_review']);
  });

  it('says why it came back until somebody sends it on', () => {
    const sentBack = { step: 'VERIFICATION', action: 'return', by: '队员', role: 'team_member', toStep: 'REVIEW_MEETING', opinion: '缺签到表', fields: ['step:REVIEW_MEETING'], at: '' };
    const other = { ...sentBack, action: 'object', toStep: undefined };
    expect(first(household({}, { cases: [row({ events: [sentBack, other] })] })).returned).toMatchObject({ opinion: '缺签到表' });
    expect(first(household({}, { cases: [row({ step: 'VERIFICATION', events: [sentBack, { ...sentBack, action: 'record_review', toStep: 'VERIFICATION' }] })] })).returned).toBeNull();
  });

  it('a notice is complete on the day after its last, and never while an objection is open', () => {
    expect([isComplete({ state: 'RUNNING', closesOn: '2026-11-23' }, today), isComplete({ state: 'RUNNING', closesOn: '2026-11-22' }, today), isComplete({ state: 'PAUSED' }, today)]).toEqual([false, true, false]);
  });

  it('takes the version of a procedure that is in force', () => {
    const older = { ...exit, id: 'p0', pack: { ...exit.pack, validTo: '2020-01-01' } };
    const newer = { ...exit, id: 'p2', pack: { ...exit.pack, version: 2, validFrom: '2027-01-01' } };
    expect(procedureOf([older, exit, newer], 'household_exit', today)?.id).toBe('p1');
  });
});

describe('starting a case on the phone', () => {
  it('is offered for the status of the household and to whoever may do the first step', () => {
    const offered = (status: string, me: typeof clerk | typeof member) => startableOf([exit], { status, village, today, me }).map(({ pack }) => pack.code);
    expect([offered('REGISTERED', clerk), offered('REGISTERED', member), offered('CANDIDATE', clerk)]).toEqual([['household_exit'], [], []]);
  });

  it('goes by the latest year with a record and a poverty line', () => {
    const years = [{ year: 2019 }, { year: 2020 }, { year: 2021 }];
    expect([usualYear(years, { 2020: { poverty_line: 400_000 }, 2021: { poverty_line: null } }, 2026), usualYear(years, {}, 2026), usualYear([], {}, 2026)]).toEqual([{ year: 2020, sure: true }, { year: 2021, sure: false }, { year: 2026, sure: false }]);
  });

  it('leads to where a condition is filled in', () => {
    expect(['food_ok', 'net_income_per_capita_fen', 'status'].map(jumpOf)).toEqual(['visit', 'income', 'household']);
  });
});

describe('handing a step in', () => {
  const words = { title: '评议', startTitle: '发起', minutes: (votes: { inFavour: number | null }) => `同意${String(votes.inFavour)}`, sameMeeting: '与某户同次会议', posted: '张贴' };
  const handing = (more: Partial<Handing> = {}): Handing => ({ dossier: { ...emptyDossier(today), reason: ' 收入稳定 ', meeting: held }, photos: {}, step: step('REVIEW_MEETING'), action: 'record_review', words, ...more });
  const key = { caseId: `150221-${'c'.repeat(36)}`, householdId: 'a'.repeat(36) };

  it('starts the case and records the meeting with its minutes, sheet and photographs', () => {
    const [start, act] = workOf(key, handing({ photos: { meeting_photo: ['f'.repeat(36)] } }), { begin: { pack: 'household_exit', year: 2020 } }, 'draft');
    expect(start).toMatchObject({ kind: 'case.start', payload: { pack: 'household_exit', subjectId: `150221-${'a'.repeat(36)}`, year: 2020, reason: '收入稳定' } });
    expect(act).toMatchObject({
      kind: 'case.act', photos: ['f'.repeat(36)], draftKey: 'draft',
      payload: {
        step: 'REVIEW_MEETING', action: 'record_review', of: { pack: 'household_exit' }, review: { heldOn: today, entitled: 30, present: 26, inFavour: 25, against: 0, abstained: 1, passed: true, summary: '同意25' },
        evidence: [{ kind: 'meeting_minutes', text: '同意25' }, { kind: 'meeting_photo', attachmentId: `150221-${'f'.repeat(36)}` }],
      },
    });
  });

  it('gives another household of the same meeting its own case and votes', () => {
    const [, act] = sameMeetingWork(key, handing({ photos: { meeting_photo: ['f'.repeat(36)] } }), { pack: 'household_exit', year: 2020 }, { inFavour: 20, against: 4, abstained: null });
    expect(act).toMatchObject({ payload: { review: { present: 26, inFavour: 20, against: 4, abstained: 2 }, evidence: [{ kind: 'meeting_minutes', text: '同意20' }, { kind: 'meeting_photo', reference: '与某户同次会议' }] } });
    expect([act?.photos, act?.draftKey]).toEqual([undefined, undefined]);
  });

  it('names the papers that are missing; a photograph, a place of the file or a paper that is there already will do', () => {
    const need = { step: step('VERIFICATION'), dossier: emptyDossier(today), photos: {}, present: [] as string[] };
    expect(missingPapers(need)).toEqual(['verification_form', 'household_signature']);
    expect(missingPapers({ ...need, photos: { verification_form: ['x'] }, present: ['household_signature'] })).toEqual([]);
    expect(missingPapers({ ...need, dossier: { ...need.dossier, papers: { verification_form: '档案盒3', household_signature: ' ' } } })).toEqual(['household_signature']);
    expect(missingPapers({ ...need, step: step('REVIEW_MEETING') })).toEqual([]);
  });
});
