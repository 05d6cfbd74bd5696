import fc from 'fast-check';
import { kleeneAnd, kleeneNot, kleeneOr, leafResultsOf, truthsOf } from './truth.js';

const truth = fc.constantFrom(true, false, null);
const truths = fc.array(truth, { maxLength: 5 });

describe('three-valued logic', () => {
  it('has the truth table of Kleene', () => {
    expect([true, false, null].map(kleeneNot)).toEqual([false, true, null]);
    expect([[true, null], [false, null], [null, null], [true, true], [true, false]].map(kleeneAnd)).toEqual([null, false, null, true, false]);
    expect([[true, null], [false, null], [null, null], [false, false], [true, false]].map(kleeneOr)).toEqual([true, null, null, false, true]);
    expect([kleeneAnd([]), kleeneOr([])]).toEqual([true, false]);
  });

  it('obeys De Morgan, double negation, commutation, association and distribution', () => {
    fc.assert(fc.property(truths, truth, truth, truth, (values, a, b, c) => {
      expect(kleeneNot(kleeneAnd(values))).toBe(kleeneOr(values.map(kleeneNot)));
      expect(kleeneNot(kleeneNot(a))).toBe(a);
      expect(kleeneAnd([...values].reverse())).toBe(kleeneAnd(values));
      expect(kleeneAnd([kleeneAnd([a, b]), c])).toBe(kleeneAnd([a, b, c]));
      expect(kleeneAnd([a, kleeneOr([b, c])])).toBe(kleeneOr([kleeneAnd([a, b]), kleeneAnd([a, c])]));
    }));
  });

  it('never turns a decided answer when an unknown becomes known', () => {
    fc.assert(fc.property(truths, truths, fc.boolean(), (before, after, known) => {
      for (const combine of [kleeneAnd, kleeneOr]) {
        const answer = combine([...before, null, ...after]);
        if (answer !== null) expect(combine([...before, known, ...after])).toBe(answer);
      }
    }));
  });

  it('writes and reads leaf results', () => {
    fc.assert(fc.property(truths, (values) => {
      expect(truthsOf(leafResultsOf(values), values.length)).toEqual(values);
    }));
  });
});
