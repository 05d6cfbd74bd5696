import { qrCode, qrPath } from './qr-code.js';

/** Drawn once and read by a reader of another maker. */
const read = [
  '150221204201', '150221204201-0001', '150221-01890000-0000-7000-8000-000000000001',
];

describe('a QR code', () => {
  it.each(read)('of %s has the corners, the timing lines and the dark module that readers look for', (text) => {
    const code = qrCode(text);
    const side = code.length;
    const row = (y: number, from: number, to: number) => (code[y] ?? []).slice(from, to).map(Number).join('');
    expect([row(0, 0, 8), row(3, 0, 8), row(0, side - 8, side), row(side - 1, 0, 8)]).toEqual(['11111110', '10111010', '01111111', '11111110']);
    expect(row(6, 8, side - 8)).toBe('10'.repeat(20).slice(0, side - 16));
    expect(code[side - 8]?.[8]).toBe(true);
    expect(qrPath(code)).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  });

  it('is the same square as the reader accepted', () => {
    const fold = (text: string) => qrCode(text).flat().reduce((sum, dark, at) => (sum * 31 + (dark ? at + 7 : 1)) % 1_000_000_007, 7);
    expect(read.map(fold)).toMatchInlineSnapshot(`
[
  374768833,
  953395839,
  764353738,
]
`);
  });

  it('takes no text that it could not hold or write', () => {
    expect(() => qrCode('x'.repeat(54))).toThrow(RangeError);
    expect(() => qrCode('户')).toThrow(RangeError);
  });
});
