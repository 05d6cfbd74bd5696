import { directRoute, type LoggedMove } from './direct-return.js';
import type { Pack, PackStep, StepKind } from './pack.js';

const step = (code: string, kind: StepKind): PackStep =>
  ({ code, name: { zh: code, en: code }, kind, hands: [], evidence: [], facts: null, returnTo: [], notice: null, review: null, deadline: null, decides: false });
const pack = { code: 'p', steps: [step('MEETING', 'review_meeting'), step('SURVEY', 'survey'), step('NOTICE', 'notice'), step('REVIEW', 'review'), step('DECISION', 'decision')] } as unknown as Pack;
const move = (at: string, action: string, toStep: string | null, more: Partial<LoggedMove> = {}): LoggedMove =>
  ({ step: at, action, toStep, fields: null, actorId: `${at}-person`, actorName: at, sentBack: false, ...more });
const passed = [move('MEETING', 'record_review', 'SURVEY'), move('SURVEY', 'agree', 'NOTICE'), move('NOTICE', 'publish_notice', null), move('NOTICE', 'close_notice', 'REVIEW'), move('REVIEW', 'agree', 'DECISION')];
const returned = (to: string, fields: string[] = ['perCapitaIncome']) => move('DECISION', 'return', to, { fields });

describe('the way straight back to whoever returned a case', () => {
  it('leads over the steps between the return and its answer', () => {
    const route = directRoute(pack, 'SURVEY', [...passed, returned('SURVEY')]);
    expect(route).toMatchObject({ to: { code: 'DECISION' }, returnedBy: 'DECISION-person', refused: null });
    expect(route?.over.map(({ code }) => code)).toEqual(['NOTICE', 'REVIEW']);
  });

  it('is there only while the return is the last move', () => {
    expect(directRoute(pack, 'SURVEY', passed.slice(0, 1))).toBeNull();
    expect(directRoute(pack, 'NOTICE', [...passed, returned('SURVEY'), move('SURVEY', 'agree', 'NOTICE')])).toBeNull();
    expect(directRoute(pack, 'SURVEY', [...passed, returned('REVIEW'), move('REVIEW', 'settle_objection', null, { sentBack: true })])).toBeNull();
    expect(directRoute(pack, 'SURVEY', [...passed, returned('SURVEY'), move('SURVEY', 'transfer', null)])).not.toBeNull();
  });

  it('is closed after a meeting or a notice that is held again, for what follows from it', () => {
    expect(directRoute(pack, 'MEETING', [...passed, returned('MEETING')])?.refused?.en).toMatch(/MEETING/);
    expect(directRoute(pack, 'NOTICE', [...passed, returned('NOTICE')])?.refused?.en).toMatch(/NOTICE/);
  });

  it('is closed when a step between was never done, or is what the return complains about', () => {
    const never = [...passed.filter(({ step: at }) => at !== 'REVIEW'), returned('SURVEY')];
    expect(directRoute(pack, 'SURVEY', never)?.refused?.en).toMatch(/REVIEW/);
    expect(directRoute(pack, 'SURVEY', [...passed, returned('SURVEY', ['step:NOTICE'])])?.refused?.en).toMatch(/NOTICE/);
    expect(directRoute(pack, 'SURVEY', [...passed, returned('SURVEY', ['step:SURVEY'])])?.refused).toBeNull();
  });
});
