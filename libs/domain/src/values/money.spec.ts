import fc from 'fast-check';
import { fenToYuanText, floorDiv, formatFen, parseYuan } from './money.js';

describe('money', () => {
  it.each([
    [0, '0.00', '0'],
    [5, '0.05', '0.05'],
    [150, '1.50', '1.5'],
    [300000, '3,000.00', '3000'],
    [123456789, '1,234,567.89', '1234567.89'],
    [-100, '-1.00', '-1'],
    [100000000, '1,000,000.00', '1000000'],
  ])('%d fen is written %s and %s', (fen, formatted, plain) => {
    expect(formatFen(fen)).toBe(formatted);
    expect(fenToYuanText(fen)).toBe(plain);
  });

  it.each([
    ['12,345.67', 1234567],
    ['¥3000', 300000],
    ['３０００元', 300000],
    ['−5', -500],
    ['.5', 50],
    ['1.5E+3', 150000],
    ['1.230', 123],
    ['0', 0],
    ['-0', 0],
  ])('reads %s as %d fen', (written, fen) => {
    expect(parseYuan(written)).toBe(fen);
  });

  it.each(['', '.', 'abc', '1.234', '1-2', '1e-3', '99999999999999999', '一千'])('refuses to read %p as an amount', (written) => {
    expect(parseYuan(written)).toBeUndefined();
  });

  it('reads back every amount that it writes', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
      expect(parseYuan(formatFen(fen))).toBe(fen);
      expect(parseYuan(fenToYuanText(fen))).toBe(fen);
    }));
  });

  it('divides to the floor, also below zero, as floor() in PostgreSQL does', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 50 }), (dividend, divisor) => {
      const quotient = BigInt(floorDiv(dividend, divisor));
      const rest = BigInt(dividend) - quotient * BigInt(divisor);
      expect(rest >= 0n && rest < BigInt(divisor)).toBe(true);
    }));
    expect(() => floorDiv(1, 0)).toThrow(RangeError);
    expect(() => floorDiv(0.5, 1)).toThrow(RangeError);
  });
});
