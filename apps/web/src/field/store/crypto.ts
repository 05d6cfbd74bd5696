export type Bytes = Uint8Array<ArrayBuffer>;

const IV_BYTES = 12;
const text = new TextEncoder();

export const utf8 = (value: string): Bytes => text.encode(value) as Bytes;
export const randomBytes = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count));

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const importKey = (raw: Bytes): Promise<CryptoKey> => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** AES-256-GCM: 12 random bytes, then the ciphertext. `place` is bound to it, so that values cannot change places. */
export async function encryptBytes(key: CryptoKey, place: string, plain: Bytes): Promise<Bytes> {
  const iv = randomBytes(IV_BYTES);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(place) }, key, plain);
  return joined(iv, new Uint8Array(sealed));
}

/** @throws OperationError when the key is another one, or the value was altered or moved */
export async function decryptBytes(key: CryptoKey, place: string, stored: Bytes): Promise<Bytes> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: stored.subarray(0, IV_BYTES), additionalData: utf8(place) }, key, stored.subarray(IV_BYTES));
  return new Uint8Array(plain);
}

export const encryptValue = (key: CryptoKey, place: string, value: unknown): Promise<Bytes> => encryptBytes(key, place, utf8(JSON.stringify(value)));

export async function decryptValue<T>(key: CryptoKey, place: string, stored: Bytes): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await decryptBytes(key, place, stored))) as T;
}

export async function sha256Hex(bytes: Bytes): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function base64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function fromBase64Url(value: string): Bytes {
  const binary = atob(value.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
