import { ResizeFit, Transformer } from '@napi-rs/image';
import type { ImageSize } from './image-size.js';

/** What is kept of an image. */
export interface KeptImage extends ImageSize {
  readonly content: Buffer;
  readonly type: 'image/jpeg' | 'image/webp';
  readonly thumbnail: Buffer;
}

const QUALITY = 82;
const THUMBNAIL_QUALITY = 70;
/** Longest edge of a thumbnail in pixels. */
const THUMBNAIL_EDGE = 320;

/**
 * Decodes an image, turns it upright, makes it small enough and encodes it anew. Nothing of the original file survives but
 * the pixels: no place, no device, no time, nothing hidden behind the picture. Works in native threads.
 * @throws Error when it cannot be decoded
 */
export async function rebuildImage(content: Buffer, { type, size, maxEdge }: { type: string; size: ImageSize; maxEdge: number }): Promise<KeptImage> {
  const lossy = type === 'image/jpeg';
  const upright = new Transformer(content).rotate();
  const whole = await encode(fitted(upright, size, maxEdge), lossy, QUALITY);
  const kept = await new Transformer(whole).metadata();
  const thumbnail = await encode(fitted(new Transformer(whole), kept, THUMBNAIL_EDGE), lossy, THUMBNAIL_QUALITY);
  return { content: whole, type: lossy ? 'image/jpeg' : 'image/webp', width: kept.width, height: kept.height, thumbnail };
}

/** Only ever smaller: a small picture is not blown up. */
function fitted(image: Transformer, { width, height }: ImageSize, edge: number): Transformer {
  return Math.max(width, height) > edge ? image.fastResize({ width: edge, height: edge, fit: ResizeFit.Inside }) : image;
}

function encode(image: Transformer, lossy: boolean, quality: number): Promise<Buffer> {
  return lossy ? image.jpeg(quality) : image.webp(quality);
}
