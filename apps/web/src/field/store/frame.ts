import { decryptBytes, encryptBytes, importKey, joined, randomBytes, utf8, type Bytes } from './crypto.js';
import type { Sealable } from './database.js';
import { sealKeyFor, sign, type ServerKey, type Signer } from './seal.js';

/** What is needed to put something away: the data key, and what makes it safe with the server too. */
export interface Keys {
  readonly key: CryptoKey;
  readonly generation: number;
  readonly signer: Signer | null;
  readonly serverKey: ServerKey | null;
}

/** Length of the description, the description as JSON, then the content (a photo; nothing for an operation). */
export function framed(description: unknown, content: Uint8Array = new Uint8Array()): Bytes {
  const head = utf8(JSON.stringify(description));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length);
  return joined(length, head, content);
}

export function unframed<T>(bytes: Bytes): { readonly description: T; readonly content: Bytes } {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return { description: JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as T, content: bytes.slice(4 + length) };
}

/** Encrypts under a key of its own, wraps that key for this phone and seals it to the server. */
export async function sealable({ key, generation, signer, serverKey }: Keys, id: string, plain: Bytes): Promise<Sealable> {
  const raw = randomBytes(32);
  const [body, forPhone, forServer, signature] = await Promise.all([
    importKey(raw).then((own) => encryptBytes(own, id, plain)), encryptBytes(key, id, raw), serverKey && sealKeyFor(serverKey, id, raw), signer && sign(signer, id, plain),
  ]);
  return { body, forPhone, forServer, signature, signer: signer?.id ?? null, generation };
}

export async function opened(key: CryptoKey, id: string, { body, forPhone }: Pick<Sealable, 'body' | 'forPhone'>): Promise<Bytes> {
  return decryptBytes(await importKey(await decryptBytes(key, id, forPhone)), id, body);
}
