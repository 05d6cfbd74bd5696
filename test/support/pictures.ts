import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { ResizeFit, Transformer } from '@napi-rs/image';

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** A small tile of colours that belong to nobody, blown up: quick to make. `seed` makes another picture, `grain` one that compresses badly. */
function picture({ width = 64, height = 48, seed = 1, grain = 1 }: PictureSize): Transformer {
  const across = Math.max(2, Math.round(width * Math.min(1, grain / 16)));
  const down = Math.max(2, Math.round(height * Math.min(1, grain / 16)));
  const tile = Buffer.alloc(across * down * 4);
  for (let block = 0; block * 32 < tile.length; block += 1) createHash('sha256').update(`${seed}/${block}`).digest().copy(tile, block * 32);
  for (let at = 3; at < tile.length; at += 4) tile[at] = 255;
  return Transformer.fromRgbaPixels(tile, across, down).fastResize({ width, height, fit: ResizeFit.Fill });
}

export interface PictureSize {
  readonly width?: number;
  readonly height?: number;
  readonly seed?: number;
  /** 1 to 16: how fine the pattern is. */
  readonly grain?: number;
}

export const jpeg = (size: PictureSize = {}): Promise<Buffer> => picture(size).jpeg(85);
export const png = (size: PictureSize = {}): Promise<Buffer> => picture(size).png();
export const webp = (size: PictureSize = {}): Promise<Buffer> => picture(size).webp(80);

/** What a phone writes into its photographs: 41°N 111°E, turned by a quarter (orientation 6), the name of a device. */
export const DEVICE = 'SyntheticPhone';
export function withExif(photo: Buffer): Buffer {
  const tiff = exifBlock();
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(tiff.length + 8, 2);
  return Buffer.concat([photo.subarray(0, 2), head, Buffer.from('Exif\0\0', 'latin1'), tiff, photo.subarray(2)]);
}

function exifBlock(): Buffer {
  const block = Buffer.alloc(220);
  block.write('II*\0', 0, 'latin1');
  block.writeUInt32LE(8, 4);
  const entry = (at: number, tag: number, { type, count, value }: { type: number; count: number; value: number | string }) => {
    block.writeUInt16LE(tag, at);
    block.writeUInt16LE(type, at + 2);
    block.writeUInt32LE(count, at + 4);
    if (typeof value === 'string') block.write(value, at + 8, 'latin1');
    else if (type === 3) block.writeUInt16LE(value, at + 8);
    else block.writeUInt32LE(value, at + 8);
  };
  const rationals = (at: number, values: number[]) => values.forEach((value, index) => {
    block.writeUInt32LE(value, at + index * 8);
    block.writeUInt32LE(1, at + index * 8 + 4);
  });
  block.writeUInt16LE(3, 8); // IFD0: model, orientation, place
  entry(10, 0x0110, { type: 2, count: 15, value: 150 });
  entry(22, 0x0112, { type: 3, count: 1, value: 6 });
  entry(34, 0x8825, { type: 4, count: 1, value: 50 });
  block.writeUInt16LE(4, 50); // the place: latitude and longitude
  entry(52, 1, { type: 2, count: 2, value: 'N' });
  entry(64, 2, { type: 5, count: 3, value: 166 });
  entry(76, 3, { type: 2, count: 2, value: 'E' });
  entry(88, 4, { type: 5, count: 3, value: 190 });
  block.write(`${DEVICE}\0`, 150, 'latin1');
  rationals(166, [41, 2, 3]);
  rationals(190, [111, 4, 5]);
  return block;
}

/** A PNG of a few kilobytes that states `edge` × `edge` pixels: decoded it would fill gigabytes. */
export function pngBomb(edge = 30_000): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
    whole.writeUInt32BE(body.length, 0);
    whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
    return whole;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(edge, 0);
  head.writeUInt32BE(edge, 4);
  head.set([1, 0, 0, 0, 0], 8); // one bit for a pixel, grey
  const rows = deflateSync(Buffer.alloc((Math.ceil(edge / 8) + 1) * edge), { level: 9 });
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(content: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A small PDF file that shows nothing; `more` stands among its objects. */
export function pdf(more = ''): Buffer {
  return Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${more} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`, 'latin1');
}
