import { decryptBytes, encryptBytes, randomBytes, utf8, type Bytes } from './crypto.js';

/** A 6-digit PIN is a weak secret, so trying one must cost: at least this long on this phone. */
const TARGET_MS = 600;
const PROBE = 20_000;
const LEAST = 100_000;
const MOST = 5_000_000;

/** The data key in two wraps: outside by the PIN, inside by a key that never leaves this browser. A copy of the storage alone is no use. */
export interface WrappedKey {
  readonly salt: Bytes;
  readonly iterations: number;
  readonly wrapped: Bytes;
  readonly deviceKey: CryptoKey;
}

export async function pinKey(pin: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Rounds that take {@link TARGET_MS} on this phone. */
export async function calibrate(targetMs = TARGET_MS): Promise<number> {
  const began = performance.now();
  await pinKey('000000', randomBytes(16), PROBE);
  const perRound = Math.max(performance.now() - began, 0.5) / PROBE;
  return Math.round(Math.min(MOST, Math.max(LEAST, targetMs / perRound)));
}

export async function wrapKey(raw: Bytes, pin: string, iterations: number, known?: CryptoKey): Promise<WrappedKey> {
  const deviceKey = known ?? (await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']));
  const salt = randomBytes(16);
  const inner = await encryptBytes(deviceKey, 'data key', raw);
  return { salt, iterations, deviceKey, wrapped: await encryptBytes(await pinKey(pin, salt, iterations), 'pin', inner) };
}

/** The data key; null when the PIN is wrong. */
export async function unwrapKey({ salt, iterations, wrapped, deviceKey }: WrappedKey, pin: string): Promise<Bytes | null> {
  const outer = await pinKey(pin, salt, iterations);
  const inner = await decryptBytes(outer, 'pin', wrapped).catch(() => null);
  return inner && decryptBytes(deviceKey, 'data key', inner);
}
