import { base64Url, encryptBytes, fromBase64Url, importKey, joined, sha256Hex, utf8, type Bytes } from './crypto.js';

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Public key of the server, as GET /sync/seal-key answers. */
export interface ServerKey {
  readonly keyId: string;
  /** Uncompressed point, base64url. */
  readonly publicKey: string;
}

/** A key that only the server can unwrap: ephemeral ECDH P-256, HKDF-SHA-256, AES-256-GCM. */
export interface SealedKey {
  readonly keyId: string;
  readonly ephemeral: string;
  readonly wrapped: string;
}

export async function sealKeyFor(server: ServerKey, id: string, raw: Bytes): Promise<SealedKey> {
  const recipient = fromBase64Url(server.publicKey);
  const pair = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: await crypto.subtle.importKey('raw', recipient, curve, false, []) }, pair.privateKey, 256);
  const base = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: joined(ephemeral, recipient), info: utf8('bangfu sealed work') }, base, 256);
  const wrapped = await encryptBytes(await importKey(new Uint8Array(bits)), id, raw);
  return { keyId: server.keyId, ephemeral: base64Url(ephemeral), wrapped: base64Url(wrapped) };
}

/** Key pair with which a phone signs the work of its owner. */
export interface Signer {
  readonly id: string;
  readonly publicKey: string;
  readonly privateKey: CryptoKey;
}
export interface StoredSigner {
  readonly id: string;
  readonly publicKey: string;
  /** PKCS #8, base64url. */
  readonly privateKey: string;
}

export async function newSigner(): Promise<StoredSigner> {
  const pair = await crypto.subtle.generateKey(signing, true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { id: (await sha256Hex(raw)).slice(0, 32), publicKey: base64Url(raw), privateKey: base64Url(new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))) };
}

export async function openSigner({ id, publicKey, privateKey }: StoredSigner): Promise<Signer> {
  return { id, publicKey, privateKey: await crypto.subtle.importKey('pkcs8', fromBase64Url(privateKey), signing, false, ['sign']) };
}

/** Signs what is sealed, not how: the signature holds for the content wherever it is carried. */
export async function sign(signer: Signer, id: string, plain: Bytes): Promise<string> {
  const message = utf8(`bangfu sealed work\n${id}\n${await sha256Hex(plain)}`);
  return base64Url(new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signer.privateKey, message)));
}
