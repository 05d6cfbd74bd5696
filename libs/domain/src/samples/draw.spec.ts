import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { SAMPLE_ALGORITHM, drawSample } from './draw.js';
import { firstInOrder, orderKey } from './draw-order.js';
import { GOLDEN_SEED, golden, goldenFrame } from './golden.fixture.js';
import { strataOf } from './index.js';
import { SamplePlanError, type FrameUnit, type SamplePlan } from './plan.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const ids = (plan: SamplePlan, frame: readonly FrameUnit[] = goldenFrame, seed = GOLDEN_SEED): string[] =>
  drawSample(frame, plan, seed, sha256).units.filter(({ role }) => role === 'PRIMARY').map(({ id }) => id);
const plain = (count: number): FrameUnit[] => Array.from({ length: count }, (_, i) => ({ id: `u${String(i).padStart(4, '0')}`, village: '150221100201', strata: {} }));
const fault = (frame: readonly FrameUnit[], plan: SamplePlan): string => {
  try {
    drawSample(frame, plan, 's', sha256);
    return 'drawn';
  } catch (error) {
    return error instanceof SamplePlanError ? error.code : 'another error';
  }
};

describe('a drawn list', () => {
  it('is the one that a program in another language draws from the same seed and frame', () => {
    const simple = drawSample(goldenFrame, { method: 'simple', size: 10, replacements: 0 }, GOLDEN_SEED, sha256);
    expect(simple.frameSha256).toBe(golden.frame);
    expect([simple.algorithm, simple.version]).toEqual(['sha256-order', 1]);
    expect(SAMPLE_ALGORITHM).toEqual({ name: 'sha256-order', version: 1 });
    expect(simple.units.map(({ id }) => id)).toEqual(golden.simple);
    const stratified = drawSample(goldenFrame, { method: 'stratified', size: 12, stratifyBy: 'township', allocation: 'proportional', replacements: 0 }, GOLDEN_SEED, sha256);
    expect(stratified.strata.map(({ drawn }) => drawn)).toEqual(golden.counts);
    expect(stratified.units.map(({ id }) => id)).toEqual(golden.stratified);
    expect(ids({ method: 'pps', size: 8, sizeBy: 'size', replacements: 0 })).toEqual(golden.pps);
    expect(ids({ method: 'cluster', clusters: 3, perCluster: 2, replacements: 0 })).toEqual(golden.cluster);
  });

  it('does not depend on the order in which the frame is read, and another seed draws another one', () => {
    const plan: SamplePlan = { method: 'stratified', size: 12, stratifyBy: 'village', replacements: 1 };
    expect(drawSample([...goldenFrame].reverse(), plan, GOLDEN_SEED, sha256)).toEqual(drawSample(goldenFrame, plan, GOLDEN_SEED, sha256));
    expect(ids(plan)).not.toEqual(ids(plan, goldenFrame, 'another'));
  });

  it('keeps the first units as sorting all of them would', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 120 }), fc.string({ maxLength: 8 }), (count, wanted, seed) => {
      const all = [...plain(count)].sort((a, b) => (orderKey(seed, a.id, sha256) < orderKey(seed, b.id, sha256) ? -1 : 1));
      expect(firstInOrder(plain(count), wanted, seed, sha256)).toEqual(all.slice(0, wanted));
    }), { numRuns: 60 });
  });

  it('names replacements behind the primary units, in the order of the seed within their stratum', () => {
    const seed = 'r';
    const { units, strata } = drawSample(goldenFrame, { method: 'stratified', size: 9, stratifyBy: 'township', allocation: 'equal', replacements: 4 }, seed, sha256);
    expect(units.map(({ ordinal }) => ordinal)).toEqual(units.map((_, i) => i + 1));
    expect(units.slice(0, 9).every(({ role }) => role === 'PRIMARY')).toBe(true);
    for (const { stratum } of strata) {
      const inOrder = goldenFrame.filter(({ village }) => village.startsWith(stratum)).map(({ id }) => id).sort((a, b) => (orderKey(seed, a, sha256) < orderKey(seed, b, sha256) ? -1 : 1));
      expect(units.filter((unit) => unit.stratum === stratum).map(({ id }) => id)).toEqual(inOrder.slice(0, 7));
    }
  });

  it('draws every unit equally often over a fixed set of seeds', () => {
    const [units, wanted, seeds] = [40, 10, 4_000];
    const counts = new Map(plain(units).map(({ id }) => [id, 0]));
    for (let i = 0; i < seeds; i++) for (const id of ids({ method: 'simple', size: wanted, replacements: 0 }, plain(units), `seed-${i}`)) counts.set(id, (counts.get(id) ?? 0) + 1);
    const expected = (seeds * wanted) / units;
    // Draws without replacement vary less than a multinomial: the sum is scaled by (N−1)/(N−n). 39 degrees of freedom, 99.9 % point 72.1.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0) * ((units - 1) / (units - wanted));
    expect(chi).toBeLessThan(72.1);
    expect(chi).toBeGreaterThan(15);
  });

  it('with sizes typed for each stratum or by another figure of hardness, is the same from the same seed however the frame is read', () => {
    const strataSizes = new Map(strataOf(goldenFrame, 'township').map(([stratum, units]) => [stratum, units.length]));
    const frame = goldenFrame.map((unit, i): FrameUnit => ({ ...unit, strata: { ...unit.strata, openClues: String((i * 13) % 5), incidenceBp: '0' } }));
    const sizes = fc.tuple(...[...strataSizes].map(([stratum, most]) => fc.integer({ min: 0, max: most }).map((units) => [stratum, units] as const))).filter((all) => all.some(([, units]) => units > 0));
    fc.assert(fc.property(sizes, fc.stringMatching(/^[a-z0-9]{1,12}$/), fc.integer({ min: 0, max: frame.length - 1 }), fc.integer({ min: 1, max: frame.length }), (given, seed, turn, size) => {
      const turned = [...frame.slice(turn), ...frame.slice(0, turn)].reverse();
      const plan: SamplePlan = { method: 'stratified', stratifyBy: 'township', allocation: 'given', given: Object.fromEntries(given), replacements: 1 };
      const list = drawSample(frame, plan, seed, sha256);
      expect(drawSample(turned, plan, seed, sha256)).toEqual(list);
      expect(list.strata.map(({ stratum, drawn }) => [stratum, drawn])).toEqual(given.map(([stratum, units]) => [stratum, units]));
      const hard: SamplePlan = { method: 'stratified', stratifyBy: 'hardest', hardestBy: 'openClues', size, replacements: 0 };
      const chosen = drawSample(frame, hard, seed, sha256);
      expect(drawSample(turned, hard, seed, sha256)).toEqual(chosen);
      const clues = (id: string) => Number(frame.find((unit) => unit.id === id)?.strata['openClues']);
      const sure = chosen.units.filter(({ stratum }) => stratum === 'HARDEST').map(({ id }) => clues(id)).sort((a, b) => b - a);
      expect(sure).toEqual(frame.map(({ id }) => clues(id)).sort((a, b) => b - a).slice(0, Math.ceil(size / 2)));
    }), { numRuns: 40 });
    const plan: SamplePlan = { method: 'stratified', stratifyBy: 'township', allocation: 'given', given: Object.fromEntries([...strataSizes].map(([stratum]) => [stratum, 1])), replacements: 0 };
    expect([fault(frame, { ...plan, size: strataSizes.size }), fault(frame, { ...plan, size: strataSizes.size + 1 }), fault(frame, { ...plan, given: { elsewhere: 1 } })]).toEqual(['drawn', 'sample.plan', 'sample.plan']);
  });

  it('half of it are the hardest villages, taken for certain, and half are drawn from all others', () => {
    const frame = Array.from({ length: 20 }, (_, i): FrameUnit => ({ id: `15022110${String(i).padStart(4, '0')}`, village: `15022110${String(i).padStart(4, '0')}`, strata: { incidenceBp: String((i * 37) % 11) } }));
    const { units, strata } = drawSample(frame, { method: 'stratified', size: 7, stratifyBy: 'hardest', replacements: 0 }, 'h', sha256);
    expect(strata).toEqual([{ stratum: 'HARDEST', units: 4, drawn: 4, replacements: 0 }, { stratum: 'RANDOM', units: 16, drawn: 3, replacements: 0 }]);
    const hardest = units.filter(({ stratum }) => stratum === 'HARDEST').map(({ id }) => Number(frame.find((unit) => unit.id === id)?.strata['incidenceBp']));
    const sorted = frame.map(({ strata: values }) => Number(values['incidenceBp'])).sort((a, b) => b - a);
    expect(hardest).toEqual(sorted.slice(0, 4));
    expect(units.map(({ weight }) => weight.join('/'))).toEqual([...Array<string>(4).fill('4/4'), ...Array<string>(3).fill('16/3')]);
  });

  it('weights add up to the frame: exactly in strata, on average over seeds in clusters and by size', () => {
    const total = (plan: SamplePlan, seed: string): number => drawSample(goldenFrame, plan, seed, sha256).units.filter(({ role }) => role === 'PRIMARY').reduce((sum, { weight: [num, den] }) => sum + num / den, 0);
    expect(total({ method: 'stratified', size: 20, stratifyBy: 'township', replacements: 2 }, 'w')).toBeCloseTo(goldenFrame.length, 9);
    for (const plan of [
      { method: 'pps', size: 8, sizeBy: 'size', replacements: 0 },
      { method: 'cluster', clusters: 4, perCluster: 3, replacements: 0 },
      { method: 'cluster', clusters: 4, perCluster: 3, clusterChoice: 'pps', replacements: 0 },
    ] as const) {
      const mean = Array.from({ length: 1_500 }, (_, i) => total(plan, `m${i}`)).reduce((sum, value) => sum + value, 0) / 1_500;
      expect(Math.abs(mean / goldenFrame.length - 1)).toBeLessThan(0.02);
    }
  });

  it('is refused when the frame is too small, repeats an id, or lacks a value that is asked for', () => {
    expect(fault(plain(3), { method: 'simple', size: 4, replacements: 0 })).toBe('sample.frame-too-small');
    expect(fault([], { method: 'simple', size: 1, replacements: 0 })).toBe('sample.frame-too-small');
    expect(fault([...plain(3), ...plain(1)], { method: 'simple', size: 1, replacements: 0 })).toBe('sample.frame-repeated');
    expect(fault(plain(3), { method: 'pps', size: 1, sizeBy: 'size', replacements: 0 })).toBe('sample.frame-value');
    expect(fault(plain(3), { method: 'stratified', size: 1, replacements: 0 })).toBe('sample.plan');
    expect(fault(plain(3), { method: 'cluster', clusters: 2, perCluster: 1, replacements: 0 })).toBe('sample.frame-too-small');
    expect(fault(plain(3), { method: 'stratified', stratifyBy: 'village', allocation: 'given', given: { '150221100299': 1 }, size: 1, replacements: 0 })).toBe('sample.plan');
  });
});
