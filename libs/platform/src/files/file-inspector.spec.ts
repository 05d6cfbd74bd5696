import { performance } from 'node:perf_hooks';
import { Transformer } from '@napi-rs/image';
import { DEVICE, jpeg, pdf, png, pngBomb, webp, withExif } from '../../../../test/support/pictures.js';
import { parseEnv } from '../config/env.js';
import { FileInspector } from './file-inspector.js';

const base = {
  DATABASE_APP_URL: 'postgres://a@b/c', DATABASE_QUEUE_URL: 'postgres://a@b/c', BANGFU_FIELD_KEY: '11'.repeat(32), BANGFU_INDEX_KEY: '22'.repeat(32),
};
const inspector = (settings: Record<string, string> = {}) => new FileInspector(parseEnv({ ...base, ...settings }));
const refusal = async (content: Buffer, declared: string, settings: Record<string, string> = {}) =>
  inspector(settings).inspect(content, declared).then(() => 'accepted', (error: { code?: string }) => error.code);

describe('what is kept of a photograph', () => {
  it('has no place, no device and nothing else of the metadata, and stands upright', async () => {
    const photo = withExif(await jpeg({ width: 400, height: 300 }));
    expect(photo.includes(DEVICE)).toBe(true);
    expect((await new Transformer(photo).metadata(true)).orientation).toBe(6);
    const kept = await inspector().inspect(photo, 'image/jpeg');
    for (const part of [kept.content, kept.image?.thumbnail ?? Buffer.alloc(0)]) {
      expect([part.includes('Exif'), part.includes(DEVICE), part.includes(Buffer.from([0xff, 0xe1]))]).toEqual([false, false, false]);
      const { exif, orientation } = await new Transformer(part).metadata(true);
      expect([exif ?? {}, orientation ?? 1]).toEqual([{}, 1]);
    }
    expect([kept.image?.width, kept.image?.height]).toEqual([300, 400]);
  });

  it('has at most the edge of the settings, and a thumbnail of at most 320', async () => {
    const { content, image } = await inspector({ FILES_IMAGE_MAX_EDGE: '800' }).inspect(await jpeg({ width: 1600, height: 1200 }), 'image/jpeg');
    expect([image?.width, image?.height]).toEqual([800, 600]);
    expect(await new Transformer(content).metadata()).toMatchObject({ width: 800, height: 600 });
    expect(await new Transformer(image?.thumbnail ?? Buffer.alloc(0)).metadata()).toMatchObject({ width: 320, height: 240 });
  });

  it('is never larger than it was', async () => {
    expect((await inspector().inspect(await png(), 'image/png')).image).toMatchObject({ width: 64, height: 48 });
  });

  it('is WebP for images that may be transparent', async () => {
    expect([(await inspector().inspect(await png(), 'image/png')).type, (await inspector().inspect(await webp(), 'image/webp')).type]).toEqual(['image/webp', 'image/webp']);
  });

  it('carries nothing that was hidden behind the picture', async () => {
    const polyglot = Buffer.concat([await jpeg(), Buffer.from('<script>alert(1)</script>PK\u0003\u0004')]);
    const { content } = await inspector().inspect(polyglot, 'image/jpeg');
    expect([content.includes('<script>'), content.includes('PK\u0003\u0004')]).toEqual([false, false]);
  });

  it('is made beside the event loop: other work goes on meanwhile', async () => {
    const photo = await jpeg({ width: 4000, height: 3000 });
    let beats = 0;
    let longest = 0;
    let last = performance.now();
    const pulse = setInterval(() => {
      const now = performance.now();
      beats += 1;
      longest = Math.max(longest, now - last);
      last = now;
    }, 2);
    const begun = performance.now();
    await inspector().inspect(photo, 'image/jpeg');
    const took = performance.now() - begun;
    clearInterval(pulse);
    console.log(`image of 12 million pixels: ${Math.round(took)} ms, longest pause of the event loop ${Math.round(longest)} ms`);
    // A machine that is busy pauses anything; work that stands in the way of the event loop lets no beat through.
    expect(beats).toBeGreaterThan(5);
  });
});

describe('what is refused', () => {
  it('a picture that would unfold to more pixels than allowed, before anything is decoded', async () => {
    const bomb = pngBomb();
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage().rss;
    expect(await refusal(bomb, 'image/png')).toBe('attachment.too-many-pixels');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('a JPEG whose frame header lies about its size', async () => {
    const photo = Buffer.from(await jpeg());
    const frame = photo.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(photo[at + 1] ?? 0));
    photo.writeUInt16BE(60_000, frame + 5);
    photo.writeUInt16BE(60_000, frame + 7);
    expect(await refusal(photo, 'image/jpeg')).toBe('attachment.too-many-pixels');
  });

  it.each([
    ['a PNG announced as JPEG', () => png(), 'image/jpeg', 'attachment.wrong-type'],
    ['a PDF file announced as JPEG', () => Promise.resolve(pdf()), 'image/jpeg', 'attachment.wrong-type'],
    ['a script announced as JPEG', () => Promise.resolve(Buffer.from('<html><script>alert(1)</script></html>')), 'image/jpeg', 'attachment.unsupported-type'],
    ['a program announced as PNG', () => Promise.resolve(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])), 'image/png', 'attachment.unsupported-type'],
    ['a GIF', () => Promise.resolve(Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;', 'latin1')), 'image/png', 'attachment.unsupported-type'],
    ['a drawing that can run scripts', () => Promise.resolve(Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')), 'image/png', 'attachment.unsupported-type'],
    ['an archive announced as PDF', () => Promise.resolve(Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(100)])), 'application/pdf', 'attachment.unsupported-type'],
    ['a PDF file with another file behind it', () => Promise.resolve(Buffer.concat([pdf(), Buffer.from('PK\u0003\u0004rest', 'latin1')])), 'application/pdf', 'attachment.unsafe-pdf'],
    ['a PDF file that runs something', () => Promise.resolve(pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')), 'application/pdf', 'attachment.unsafe-pdf'],
    ['half a photograph', async () => (await jpeg()).subarray(0, 300), 'image/jpeg', 'attachment.damaged'],
    ['an empty picture', () => Promise.resolve(pngBomb(0)), 'image/png', 'attachment.damaged'],
  ])('%s', async (_what, content, declared, code) => {
    expect(await refusal(await content(), declared)).toBe(code);
  });

  it('a file above the limit of the settings', async () => {
    const large = await jpeg({ width: 900, height: 900, grain: 16 });
    expect(large.length).toBeGreaterThan(100_000);
    expect(await refusal(large, 'image/jpeg', { FILES_IMAGE_MAX_BYTES: '100000' })).toBe('attachment.too-large');
  });
});

describe('a PDF file', () => {
  it('is kept byte for byte', async () => {
    expect(await inspector().inspect(pdf(), 'application/pdf')).toEqual({ content: pdf(), type: 'application/pdf', image: null });
  });
});
