import { createDecipheriv, createECDH, createHmac, hkdfSync, type ECDH } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../config/env.js';
import { currentContext } from '../db/request-context.js';

/** A key that only this installation can unwrap, as phones make it. All parts base64url. */
export interface SealedKey {
  readonly keyId: string;
  readonly ephemeral: string;
  readonly wrapped: string;
}

const IV = 12;
const TAG = 16;

/**
 * Key pairs of the installation to which phones seal what is not sent yet: ephemeral ECDH P-256, HKDF-SHA-256, AES-256-GCM.
 * Derived from the field key, a new pair each year; older ones open for ever, so work may lie on a phone for as long as it takes.
 */
@Injectable()
export class SealKeys {
  private readonly fieldKey: Buffer;
  private readonly prefix: string;

  constructor(@Inject(ENV) env: Env) {
    this.fieldKey = Buffer.from(env.fieldKey, 'hex');
    this.prefix = createHmac('sha256', this.fieldKey).update('seal key id').digest('hex').slice(0, 8);
  }

  /** The pair to seal to now; its public part is an uncompressed point, base64url. */
  current(): { readonly keyId: string; readonly publicKey: string } {
    const keyId = `${this.prefix}-${currentContext().today.slice(0, 4)}`;
    return { keyId, publicKey: this.pair(keyId).getPublicKey().toString('base64url') };
  }

  /** Unwraps a content key; `id` is what it was bound to. @throws Error for another installation's, or an altered one */
  open(id: string, { keyId, ephemeral, wrapped }: SealedKey): Buffer {
    if (!new RegExp(`^${this.prefix}-[0-9]{4}$`).test(keyId)) throw new Error('sealed to another key');
    const pair = this.pair(keyId);
    const theirs = Buffer.from(ephemeral, 'base64url');
    const key = hkdfSync('sha256', pair.computeSecret(theirs), Buffer.concat([theirs, pair.getPublicKey()]), 'bangfu sealed work', 32);
    return openBytes(Buffer.from(key), id, Buffer.from(wrapped, 'base64url'));
  }

  private pair(keyId: string): ECDH {
    const pair = createECDH('prime256v1');
    // One number in four thousand millions is no private key of the curve; then the next one is taken.
    for (let attempt = 0; ; attempt += 1) {
      try {
        pair.setPrivateKey(Buffer.from(hkdfSync('sha256', this.fieldKey, '', `bangfu seal key ${keyId} ${attempt}`, 32)));
        return pair;
      } catch (error) {
        if (attempt === 8) throw error;
      }
    }
  }
}

/** AES-256-GCM with 12 bytes of nonce before and the tag behind; `id` is bound to it. @throws Error when it was altered */
export function openBytes(key: Buffer, id: string, sealed: Buffer): Buffer {
  if (sealed.length < IV + TAG) throw new Error('too short');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(id));
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(IV, -TAG)), decipher.final()]);
}
