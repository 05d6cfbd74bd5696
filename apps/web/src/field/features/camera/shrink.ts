/** Longest side and quality of a photo: 90 to 160 KB as a rule, never more than 200. Whatever else the file held stays behind. */
const SIDE = 1280;
/** For pictures so full of detail that the lowest quality is not enough. */
const SMALLER = [1024, 800, 640, 480];
const THUMBNAIL = 200;
const QUALITIES = [0.72, 0.6, 0.48, 0.36];
export const MOST_BYTES = 200_000;

export interface Shrunk {
  readonly blob: Blob;
  readonly thumbnail: Blob;
}

/** A surface to draw on, in a worker or on the page. */
interface Surface {
  readonly canvas: OffscreenCanvas | HTMLCanvasElement;
  readonly write: (quality: number) => Promise<Blob>;
}

function surface(width: number, height: number): Surface {
  if (typeof OffscreenCanvas !== 'undefined') {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, write: (quality) => canvas.convertToBlob({ type: 'image/jpeg', quality }) };
  }
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const write = (quality: number) => new Promise<Blob>((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', quality));
  return { canvas, write };
}

function drawn(bitmap: ImageBitmap, side: number): Surface {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const made = surface(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
  const context = made.canvas.getContext('2d') as CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  if (!context) throw new Error('no picture');
  context.drawImage(bitmap, 0, 0, made.canvas.width, made.canvas.height);
  return made;
}

async function bitmapOf(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { resizeWidth: SIDE, resizeQuality: 'medium', imageOrientation: 'from-image' });
  } catch {
    // Older engines take no options.
    return createImageBitmap(file);
  }
}

/** A JPEG small enough to be sent over a weak line, and its thumbnail. @throws when the file is no picture */
export async function shrink(file: Blob): Promise<Shrunk> {
  const bitmap = await bitmapOf(file);
  try {
    const large = drawn(bitmap, SIDE);
    let blob = await large.write(QUALITIES[0] ?? 0.72);
    for (const quality of QUALITIES.slice(1)) if (blob.size > MOST_BYTES) blob = await large.write(quality);
    for (const side of SMALLER) if (blob.size > MOST_BYTES) blob = await drawn(bitmap, side).write(QUALITIES.at(-1) ?? 0.36);
    return { blob, thumbnail: await drawn(bitmap, THUMBNAIL).write(0.6) };
  } finally {
    bitmap.close();
  }
}
