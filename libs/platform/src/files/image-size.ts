/** Width and height in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Size of an image as its header states it, without decoding anything: a file of a few kilobytes can unfold to gigabytes.
 * Where a file states several sizes the largest counts. Null when it states none.
 */
export function imageSizeOf(type: string, content: Buffer): ImageSize | null {
  const sizes = type === 'image/jpeg' ? jpegSizes(content) : type === 'image/png' ? pngSizes(content) : webpSizes(content);
  return sizes.reduce<ImageSize | null>((largest, size) => (largest && largest.width * largest.height >= size.width * size.height ? largest : size), null);
}

const isFrameHeader = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const hasNoLength = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

function jpegSizes(content: Buffer): ImageSize[] {
  const sizes: ImageSize[] = [];
  let at = 2;
  while (at + 9 < content.length) {
    if (content[at] !== 0xff) break;
    const marker = content[at + 1] ?? 0;
    if (marker === 0xff || hasNoLength(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) break; // the scan begins, or the image ends
    if (isFrameHeader(marker)) sizes.push({ height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) });
    at += 2 + content.readUInt16BE(at + 2);
  }
  return sizes;
}

function pngSizes(content: Buffer): ImageSize[] {
  if (content.length < 24 || content.toString('latin1', 12, 16) !== 'IHDR') return [];
  return [{ width: content.readUInt32BE(16), height: content.readUInt32BE(20) }];
}

function webpSizes(content: Buffer): ImageSize[] {
  const sizes: ImageSize[] = [];
  let at = 12;
  while (at + 18 <= content.length) {
    const size = webpChunkSize(content.toString('latin1', at, at + 4), content.subarray(at + 8));
    if (size) sizes.push(size);
    const length = content.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return sizes;
}

function webpChunkSize(name: string, body: Buffer): ImageSize | null {
  if (name === 'VP8X') return { width: 1 + body.readUIntLE(4, 3), height: 1 + body.readUIntLE(7, 3) };
  if (name === 'VP8 ') return { width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff };
  if (name !== 'VP8L') return null;
  const bits = body.readUInt32LE(1);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}
