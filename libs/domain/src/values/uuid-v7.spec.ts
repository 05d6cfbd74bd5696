import { isUuid, uuidV7, uuidV7Time } from './uuid-v7.js';

describe('uuidV7', () => {
  it('is a version 7 UUID that carries its time', () => {
    const now = Date.now() + 60_000;
    const id = uuidV7(now);
    expect(isUuid(id)).toBe(true);
    expect(id[14]).toBe('7');
    expect('89ab').toContain(id[19]);
    expect(uuidV7Time(id)).toBe(now);
  });

  it('gives 20,000 different ids in rising order within one millisecond', () => {
    const now = Date.now() + 120_000;
    const ids = Array.from({ length: 20_000 }, () => uuidV7(now));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  it('does not go back when the clock does', () => {
    const first = uuidV7(Date.now() + 240_000);
    expect(uuidV7(0) > first).toBe(true);
  });

  it('reads no time from another kind of id', () => {
    expect(() => uuidV7Time('00000000-0000-4000-8000-000000000000')).toThrow(RangeError);
    expect(() => uuidV7Time('x')).toThrow(RangeError);
  });
});
