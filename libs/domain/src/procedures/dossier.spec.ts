import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson } from '../values/canonical-json.js';
import { DOSSIER_FORMAT, sealDossier } from './dossier.js';
import type { DossierContent, DossierEvent } from './dossier.js';
import { samplePack } from './sample-pack.fixture.js';
import { verifyDossier } from './verify-dossier.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const event = (seq: number, step: string, action: DossierEvent['action'], actor: string, at: string): DossierEvent => ({
  seq, step, action, actor, name: `经办人${actor}`, role: 'village_clerk', unit: '150221100201', opinion: '同意', factsHash: null, at,
});

const content: DossierContent = {
  format: DOSSIER_FORMAT, sequence: 1, previous: null, sealedAt: '2026-06-20T02:00:00.000Z',
  case: {
    id: '150221-01900000-0000-7000-8000-000000000001', year: 2026, reason: null, startedAt: '2026-06-01T01:00:00.000Z',
    subject: { kind: 'household', id: '150221-01900000-0000-7000-8000-000000000002', division: '150221100201', name: '测试户' },
  },
  pack: { ...samplePack, id: '01900000-0000-7000-8000-000000000003' },
  facts: { pinnedAt: '2026-06-02T01:00:00.000Z', pinnedAtStep: 'SURVEY', values: { net_income_per_capita_fen: 512_345, food_ok: true, housing_grade: null }, hash: 'h' },
  rules: [{ rule: 'household.exit', versionId: 'v1', verdict: 'met', explanation: [{ fact: 'food_ok', actual: true }] }],
  evidence: [{ id: 'e1', step: 'APPLICATION', kind: 'application_form', title: '申请书', fileHash: sha256('扫描件'), reference: null, text: null, addedBy: 'a', addedAt: '2026-06-01T01:00:00.000Z' }],
  meetings: [{ step: 'MEETING', heldOn: '2026-06-03', place: '村委会', entitled: 30, present: 25, inFavour: 24, against: 1, abstained: 0, passed: true, void: false }],
  notices: [{
    id: 'n1', step: 'NOTICE', place: 'village', openedOn: '2026-06-04', closedOn: '2026-06-15', minDays: 7, unit: 'calendar', startDayCounts: false,
    pausedDays: 2, holidays: [], workdays: [], state: 'CLOSED',
  }],
  objections: [{ notice: 'n1', statement: '收入偏低', filedOn: '2026-06-06', settledOn: '2026-06-07', settledBy: 'g', result: 'NOT_UPHELD', finding: '复核无误' }],
  events: [
    event(1, 'APPLICATION', 'start', 'a', '2026-06-01T01:00:00.000Z'), event(2, 'APPLICATION', 'submit', 'a', '2026-06-01T01:00:00.000Z'),
    event(3, 'SURVEY', 'agree', 'b', '2026-06-02T01:00:00.000Z'), event(4, 'MEETING', 'record_review', 'c', '2026-06-03T01:00:00.000Z'),
    event(5, 'NOTICE', 'publish_notice', 'd', '2026-06-04T01:00:00.000Z'), event(6, 'NOTICE', 'settle_objection', 'g', '2026-06-07T01:00:00.000Z'),
    event(7, 'NOTICE', 'close_notice', 'd', '2026-06-15T01:00:00.000Z'), event(8, 'REVIEW', 'agree', 'e', '2026-06-16T01:00:00.000Z'),
    { ...event(9, 'DECISION', 'agree', 'f', '2026-06-20T02:00:00.000Z'), role: 'county_approver', factsHash: 'h' },
  ],
  decision: { outcome: 'APPROVED', by: 'f', name: '经办人f', role: 'county_approver', unit: '150221', opinion: '同意', factsHash: 'h', at: '2026-06-20T02:00:00.000Z' },
};
const sealed = sealDossier(content, sha256);
const codes = (text: string): string[] => verifyDossier(text, sha256).faults.map(({ code }) => code);

describe('a sealed dossier', () => {
  it('verifies, also with the newline that an editor adds, and gives the seal to compare', () => {
    expect(verifyDossier(sealed.text, sha256)).toEqual({ valid: true, sha256: sealed.sha256, faults: [] });
    expect(verifyDossier(`${sealed.text}\n`, sha256).valid).toBe(true);
    expect(sealDossier(JSON.parse(JSON.stringify(content)) as DossierContent, sha256).sha256).toBe(sealed.sha256);
  });

  it('is refused after any change of one character', () => {
    let changes = 0;
    fc.assert(fc.property(fc.nat(sealed.text.length - 1), fc.constantFrom('0', '9', 'x', ' ', '"', '村', ''), (at, character) => {
      fc.pre(sealed.text[at] !== character);
      changes += 1;
      expect(verifyDossier(sealed.text.slice(0, at) + character + sealed.text.slice(at + 1), sha256).valid).toBe(false);
    }), { numRuns: 2_000 });
    console.info(`dossier: ${changes} single changes, all found`);
  });

  it('says which part was altered', () => {
    const report = verifyDossier(sealed.text.replace('512345', '312345'), sha256);
    expect(report.faults.map(({ message }) => message.zh).join()).toContain('“核实时的情况”');
    expect(report.faults.map(({ code }) => code)).toEqual(['altered', 'seal']);
  });

  it('may hold files on the checklist, and cannot lose them again', () => {
    const listed = sealDossier({ ...content, checklist: [{ item: 'clinic', fileName: null, fileHash: sha256('照片'), addedBy: 'a', addedAt: '2026-06-01T01:00:00.000Z' }] }, sha256);
    expect(verifyDossier(listed.text, sha256)).toEqual({ valid: true, sha256: listed.sha256, faults: [] });
    const whole = JSON.parse(listed.text) as { content: Record<string, unknown>; sections: Record<string, unknown> };
    delete whole.content['checklist'];
    expect(codes(canonicalJson(whole))).toEqual(['altered', 'seal']);
    delete whole.sections['checklist'];
    expect(codes(canonicalJson(whole))).toEqual(['seal']);
  });

  it.each<[string, string]>([
    ['nothing', ''], ['no JSON', '不是 JSON'], ['null', 'null'], ['a list', '[]'], ['an empty object', '{}'], ['an empty content', '{"content":{},"sections":{},"sha256":""}'],
    ['another format', sealed.text.replace('bangfu.dossier/1', 'bangfu.dossier/2')], ['a repeated key', sealed.text.replace('{"content"', '{"content":{},"content"')],
    ['white space', sealed.text.replace('{"content"', '{ "content"')], ['a fraction', sealed.text.replace('512345', '5123.45')],
  ])('of %s is refused without an exception', (_, text) => {
    expect(verifyDossier(text, sha256).valid).toBe(false);
  });
});

describe('a dossier that was sealed around the engine', () => {
  const forge = (change: Partial<DossierContent>): string[] => codes(sealDossier({ ...content, ...change }, sha256).text);
  const last = content.events[8];
  if (!last) throw new Error('nine events');

  it.each<[string, Partial<DossierContent>]>([
    ['one person in two steps', { events: content.events.map((entry) => (entry.seq === 8 ? { ...entry, actor: 'b' } : entry)) }],
    ['an event cut out', { events: content.events.filter(({ seq }) => seq !== 4) }],
    ['time running backwards', { events: content.events.map((entry) => (entry.seq === 8 ? { ...entry, at: '2026-06-01T00:00:00.000Z' } : entry)) }],
    ['a notice closed too early', { notices: content.notices.map((notice) => ({ ...notice, closedOn: '2026-06-13' })) }],
    ['no notice', { notices: [] }],
    ['an open objection', { objections: content.objections.map((objection) => ({ ...objection, settledOn: null })) }],
    ['missing papers', { evidence: [] }],
    ['facts other than those verified', { decision: { ...content.decision, factsHash: 'other' } }],
    ['another decider than the event', { decision: { ...content.decision, by: 'z' } }],
    ['no deciding event', { events: content.events.slice(0, 8) }],
    ['a decider of the wrong role', { decision: { ...content.decision, role: 'village_clerk' } }],
  ])('with %s contradicts itself', (_, change) => {
    expect(forge(change)).toContain('contradiction');
  });

  it('counts the holidays that were written down with the notice', () => {
    const notice = content.notices[0];
    if (!notice) throw new Error('one notice');
    const working = { ...notice, unit: 'working', openedOn: '2026-06-09', closedOn: '2026-06-19', pausedDays: 0 };
    expect(forge({ notices: [working], objections: [] })).toEqual([]);
    expect(forge({ notices: [{ ...working, holidays: ['2026-06-18'] }], objections: [] })).toEqual(['contradiction']);
    expect(forge({ notices: [{ ...working, holidays: ['2026-06-18'], closedOn: '2026-06-20' }], objections: [] })).toEqual([]);
  });
});
