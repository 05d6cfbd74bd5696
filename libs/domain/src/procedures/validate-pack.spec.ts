import type { Pack, PackStep } from './pack.js';
import { parsePack } from './parse-pack.js';
import { samplePack } from './sample-pack.fixture.js';
import { packFaults } from './validate-pack.js';

const change = (index: number, rest: Partial<PackStep>): Pack => ({ ...samplePack, steps: samplePack.steps.map((step, i) => (i === index ? { ...step, ...rest } : step)) });
const clone = () => JSON.parse(JSON.stringify(samplePack)) as Record<string, unknown>;

describe('a procedure pack', () => {
  it('that is lawful has no fault, also after a trip through JSON', () => {
    expect(packFaults(samplePack)).toEqual([]);
    expect(parsePack(clone())).toEqual({ pack: samplePack, faults: [] });
  });

  it.each<[string, Pack]>([
    ['two deciding steps', change(4, { decides: true, kind: 'decision' })],
    ['no deciding step', change(5, { decides: false, kind: 'review' })],
    ['a review after the decision', change(6, { kind: 'review' })],
    ['a repeated step code', change(1, { code: 'APPLICATION' })],
    ['a return to a later step', change(1, { returnTo: ['REVIEW'] })],
    ['a step without a way back', change(1, { returnTo: [] })],
    ['a step for nobody', change(1, { hands: [] })],
    ['a role at a level where it is not granted', change(4, { hands: [{ role: 'township_officer', level: 'county' }] })],
    ['a role that lacks the verb', change(5, { hands: [{ role: 'county_officer', level: 'county' }] })],
    ['an inspector in the chain', change(4, { hands: [{ role: 'inspector', level: 'county' }] })],
    ['a notice step without notice', change(3, { notice: null })],
    ['a vote share without its document', change(2, { review: { attendance: { numerator: 2, denominator: 3 }, approval: null, source: null } })],
    ['a compulsory photograph without its document', change(1, { evidence: [{ kind: 'visit_photo', name: { zh: '照片', en: 'photo' }, required: true, source: null }] })],
    ['a decision that does not check facts', change(5, { facts: null })],
    ['facts checked before they are pinned', change(0, { facts: 'check' })],
    ['a decision that pins its own facts', change(5, { facts: 'pin' })],
    ['an end before its start', { ...samplePack, validTo: '2025-01-01' }],
    ['a village with a household status', { ...samplePack, subject: 'village' }],
    ['a county step below the county', { ...samplePack, subject: 'county', start: { ...samplePack.start, statuses: [] } }],
    ['days from a parameter that does not exist', change(0, { deadline: { name: 'days_of_grace', subject: null } })],
    ['days from a parameter that counts something else', change(0, { deadline: { name: 'poverty_line', subject: null } })],
    ['a copy to somebody who reads no cases', change(4, { copies: [{ role: 'system_admin', level: 'region' }] })],
    ['a copy to a role at a level where it is not granted', change(4, { copies: [{ role: 'county_officer', level: 'township' }] })],
    ['a copy below the subject', { ...samplePack, subject: 'county', start: { ...samplePack.start, statuses: [] }, steps: samplePack.steps.map((step, i) => (i === 4 ? { ...step, copies: [{ role: 'village_clerk', level: 'village' }] } : step)) }],
    ['the same office copied twice', change(4, { copies: [{ role: 'inspector', level: 'region' }, { role: 'inspector', level: 'region' }] })],
    ['a single step', { ...samplePack, steps: samplePack.steps.slice(5, 6) }],
  ])('with %s is refused', (_, pack) => {
    expect(packFaults(pack).length).toBeGreaterThan(0);
  });

  it('may demand a photograph when it names the document', () => {
    expect(packFaults(change(1, { evidence: [{ kind: 'visit_photo', name: { zh: '照片', en: 'photo' }, required: true, source: '某文件〔2026〕1号' }] }))).toEqual([]);
  });

  it('names who gets a copy when a step is left, and reads back the same', () => {
    const pack = change(4, { copies: [{ role: 'county_officer', level: 'county' }, { role: 'inspector', level: 'prefecture' }] });
    expect(packFaults(pack)).toEqual([]);
    expect(parsePack(JSON.parse(JSON.stringify(pack)))).toEqual({ pack, faults: [] });
  });

  it.each<[string, (pack: Record<string, unknown>) => unknown]>([
    ['nothing', () => null],
    ['a text', () => 'pack'],
    ['an unknown property', (pack) => ({ ...pack, secret: 1 })],
    ['no steps', (pack) => ({ ...pack, steps: {} })],
    ['a day that does not exist', (pack) => ({ ...pack, validFrom: '2027-02-29' })],
    ['an unknown role', (pack) => ({ ...pack, steps: [{ code: 'A', kind: 'review', hands: [{ role: 'king', level: 'county' }] }] })],
    ['copies that are no list', (pack) => ({ ...pack, steps: [{ code: 'A', copies: 'inspector' }] })],
    ['a share above one', (pack) => ({ ...pack, steps: [{ code: 'A', review: { attendance: { numerator: 3, denominator: 2 } } }] })],
  ])('read from %s says what is wrong and does not throw', (_, damage) => {
    const { faults } = parsePack(damage(clone()));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]?.path).toMatch(/^\$/);
  });
});
