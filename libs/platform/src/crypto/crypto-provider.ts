import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../config/env.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Field encryption and blind index behind one door, so that another suite (SM4/SM3, a hardware module) can take its place.
 * Ciphertext is `v1:intl:<key id>:<iv>:<ciphertext>:<tag>`, bound to table, column and row so that values cannot be swapped.
 */
@Injectable()
export class CryptoProvider {
  private readonly fieldKey: Buffer;
  private readonly indexKey: Buffer;
  private readonly keyId: string;

  constructor(@Inject(ENV) env: Env) {
    this.fieldKey = Buffer.from(env.fieldKey, 'hex');
    this.indexKey = Buffer.from(hkdfSync('sha256', Buffer.from(env.indexKey, 'hex'), '', 'bangfu blind index', 32));
    this.keyId = createHmac('sha256', this.fieldKey).update('key id').digest('hex').slice(0, 8);
  }

  /** Encrypts one field. `rowId` is the id of the row that will hold it. */
  encrypt(table: string, column: string, rowId: string, plaintext: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.fieldKey, iv);
    cipher.setAAD(Buffer.from(`${table}\u0000${column}\u0000${rowId}`));
    const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
    return ['v1', 'intl', this.keyId, iv.toString('base64url'), body.toString('base64url'), cipher.getAuthTag().toString('base64url')].join(':');
  }

  /** Decrypts one field. Throws when the value was altered, moved to another row, or belongs to another key. */
  decrypt(table: string, column: string, rowId: string, stored: string): string {
    const [version, suite, keyId, iv, body, tag] = stored.split(':');
    if (version !== 'v1' || suite !== 'intl' || keyId !== this.keyId || !iv || body === undefined || !tag) throw new Error('ciphertext of another key or suite');
    const decipher = createDecipheriv('aes-256-gcm', this.fieldKey, Buffer.from(iv, 'base64url'), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(`${table}\u0000${column}\u0000${rowId}`));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
  }

  /** Keyed hash (hex) for look-ups by ID number; `normalised` is the 18-digit form. Never truncated, never logged. */
  blindIndex(kind: string, normalised: string): string {
    return createHmac('sha256', this.indexKey).update(`${kind}\u0000${normalised}`).digest('hex');
  }
}
