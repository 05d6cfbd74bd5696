let lastMillisecond = 0;
let counter = 0;

/** Random bytes are drawn for many ids at once: the call itself costs more than the bytes. */
const pool = new Uint8Array(16 * 256);
let drawn = pool.length;
const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A UUID version 7 (RFC 9562): 48 bits of milliseconds, a 12-bit counter that keeps ids of one process in order, random rest.
 * @param now milliseconds since 1970; given in tests and by importers that must be reproducible in time.
 */
export function uuidV7(now: number = Date.now()): string {
  const bytes = randomBytes();
  const millisecond = nextTick(now);
  let rest = millisecond;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return format(bytes);
}

/** Milliseconds since 1970 in a UUID version 7. Throws a RangeError for anything else. */
export function uuidV7Time(id: string): number {
  if (!isUuid(id) || id[14] !== '7') throw new RangeError('not a UUID version 7');
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** True for a UUID in its canonical lower-case form. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}

function nextTick(now: number): number {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = 0;
    return now;
  }
  // Same or earlier millisecond: count on, and borrow from the future rather than repeat or go back.
  counter += 1;
  if (counter > 0xfff) {
    lastMillisecond += 1;
    counter = 0;
  }
  return lastMillisecond;
}

/** Sixteen bytes that are handed out once and belong to the caller until the pool is drawn anew. */
function randomBytes(): Uint8Array {
  if (drawn === pool.length) {
    globalThis.crypto.getRandomValues(pool);
    drawn = 0;
  }
  drawn += 16;
  return pool.subarray(drawn - 16, drawn);
}

function format(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += hexPairs[byte] ?? '';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
