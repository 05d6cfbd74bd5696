import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { firstBitsUnder } from './fast-key.js';

const expected = (seed: string, id: string): number => Number.parseInt(createHash('sha256').update(`${seed}\u001f${id}`, 'utf8').digest('hex').slice(0, 13), 16);

describe('the first bits of a key', () => {
  it('are those of SHA-256, whatever the seed and however long the id', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 64 }), fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 150 }), { minLength: 1, maxLength: 5 }), (seed, ids) => {
      const bits = firstBitsUnder(seed.isWellFormed() ? seed : 's');
      // One function for all ids: nothing of one stays for the next.
      for (const id of ids) {
        const found = bits(id);
        if (found !== null) expect(found).toBe(expected(seed.isWellFormed() ? seed : 's', id));
      }
    }), { numRuns: 300 });
  });

  it('are left to the caller for ids that are not plain', () => {
    expect(firstBitsUnder('s')('抽')).toBeNull();
    expect(firstBitsUnder('s')('a'.repeat(2_000))).toBeNull();
    expect(firstBitsUnder('抽样')('150221-01900000-0000-7000-8000-000000000001')).toBe(expected('抽样', '150221-01900000-0000-7000-8000-000000000001'));
  });
});
