import { decodeCursor, encodeCursor, uuidCursor } from './page.dto.js';

const id = '018f0a6e-7c4b-7def-8abc-0123456789ab';

describe('cursors', () => {
  it('come back as they were given out', () => {
    expect(decodeCursor(encodeCursor(['150221100201', id]), ['village', 'uuid'])).toEqual(['150221100201', id]);
    expect(decodeCursor(encodeCursor([7, '名']), ['number', 'string'])).toEqual([7, '名']);
    expect(uuidCursor(encodeCursor([id]))).toBe(id);
    expect(uuidCursor(undefined)).toBeNull();
  });

  it.each([
    ['other parts', encodeCursor(['x'])],
    ['more parts', encodeCursor([id, id])],
    ['a number for an id', encodeCursor([1])],
    ['text that is no cursor', 'no cursor'],
  ])('with %s are refused', (_, cursor) => {
    expect(() => uuidCursor(cursor)).toThrow(expect.objectContaining({ code: 'validation' }) as Error);
  });

  it('with a village or a text that cannot be one are refused', () => {
    expect(() => decodeCursor(encodeCursor(['1502', id]), ['village', 'uuid'])).toThrow();
    expect(() => decodeCursor(encodeCursor(['a\0b']), ['string'])).toThrow();
  });
});
