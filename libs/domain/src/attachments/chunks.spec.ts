import fc from 'fast-check';
import { CHUNK_MAX_BYTES, CHUNK_MIN_BYTES, chunksOf, fitsKind, judgeChunk } from './index.js';

const progress = { bytes: 300_000, receivedBytes: 100_000 };

describe('a chunk of an upload', () => {
  it('is taken when it continues the file', () => {
    expect(judgeChunk(progress, { offset: 100_000, bytes: 50_000 })).toEqual({ verdict: 'accept' });
  });

  it('is a repetition when it lies in what has arrived', () => {
    expect(judgeChunk(progress, { offset: 50_000, bytes: 50_000 })).toEqual({ verdict: 'repeat' });
  });

  it.each([['leaves a gap', 150_000], ['begins in what has arrived and goes beyond it', 60_000]])('is refused with the expected place when it %s', (_what, offset) => {
    expect(judgeChunk(progress, { offset, bytes: 50_000 })).toEqual({ verdict: 'refuse', code: 'attachment.wrong-offset', params: { expected: 100_000 } });
  });

  it('is refused when it goes beyond the announced end', () => {
    expect(judgeChunk(progress, { offset: 290_000, bytes: 20_000 })).toMatchObject({ code: 'attachment.too-long' });
  });

  it.each([0, CHUNK_MIN_BYTES - 1, CHUNK_MAX_BYTES + 1])('is refused with %i bytes', (bytes) => {
    expect(judgeChunk({ bytes: 5_000_000, receivedBytes: 0 }, { offset: 0, bytes })).toMatchObject({ code: 'attachment.chunk-size' });
  });

  it('may be small when it is the last one', () => {
    expect(judgeChunk({ bytes: 100_001, receivedBytes: 100_000 }, { offset: 100_000, bytes: 1 })).toEqual({ verdict: 'accept' });
  });

  it('cuts every file from any place into chunks that are all accepted in turn and end at its end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000_000 }), fc.integer({ min: CHUNK_MIN_BYTES, max: CHUNK_MAX_BYTES }), fc.double({ min: 0, max: 1, noNaN: true }), (bytes, size, share) => {
        const from = Math.min(bytes, Math.floor((share * bytes) / size) * size);
        let receivedBytes = from;
        for (const chunk of chunksOf(bytes, from, size)) {
          expect(judgeChunk({ bytes, receivedBytes }, chunk)).toEqual({ verdict: 'accept' });
          receivedBytes += chunk.bytes;
        }
        expect(receivedBytes).toBe(bytes);
      }),
    );
  });
});

describe('kinds of attachments', () => {
  it('a PDF file is a document and never a photograph', () => {
    expect([fitsKind('document', 'application/pdf'), fitsKind('photo', 'application/pdf'), fitsKind('photo', 'image/webp'), fitsKind('photo', 'image/gif')]).toEqual([true, false, true, false]);
  });
});
