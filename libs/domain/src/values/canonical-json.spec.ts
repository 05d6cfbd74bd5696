import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 5 }), tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, entry]) => [key, shuffled(entry)]));
}

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: [true, null, '旗'] }, '{"a":[true,null,"旗"],"b":1}'],
    [{ a: undefined, b: {} }, '{"b":{}}'],
    [-0, '0'],
    [{ '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, '\ufb33': 5 }, '{"\\r":2,"1":3,"€":1,"😀":4,"\ufb33":5}'],
  ])('%j is written as %s', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it.each([0.5, Number.NaN, 2 ** 53, new Date(0), () => 1, '\ud800', undefined])('refuses %p', (value) => {
    expect(() => canonicalJson({ value: [value] })).toThrow(TypeError);
  });

  it('does not depend on the order of keys, and means the same as what went in', () => {
    fc.assert(fc.property(values, (value) => {
      const written = canonicalJson(value);
      expect(canonicalJson(shuffled(value))).toBe(written);
      expect(canonicalJson(JSON.parse(written))).toBe(written);
    }));
  });
});
