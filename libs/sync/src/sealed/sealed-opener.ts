import { Injectable } from '@nestjs/common';
import { problem } from '#domain';
import { openBytes, SealKeys } from '#platform';
import type { SealedEnvelopeRequest } from './sealed.dto.js';
import { isSigned } from './signature.js';

export interface Opened {
  readonly description: Record<string, unknown>;
  readonly content: Buffer;
}

/** Opens envelopes and proves that they come from the phone of their author. */
@Injectable()
export class SealedOpener {
  constructor(private readonly keys: SealKeys) {}

  /** @throws `sync.seal-broken`, `sync.unsigned` */
  open(envelope: SealedEnvelopeRequest, publicKey: string | undefined): Opened {
    const plain = this.plain(envelope);
    if (publicKey === undefined || !isSigned(publicKey, envelope.id, plain, envelope.signature)) throw problem('sync.unsigned');
    return parted(plain);
  }

  private plain(envelope: SealedEnvelopeRequest): Buffer {
    try {
      return openBytes(this.keys.open(envelope.id, envelope), envelope.id, Buffer.from(envelope.body, 'base64url'));
    } catch {
      throw problem('sync.seal-broken');
    }
  }
}

/** Length of the description, the description as JSON, then the content. @throws `sync.seal-broken` */
function parted(plain: Buffer): Opened {
  try {
    const length = plain.readUInt32BE(0);
    const description: unknown = JSON.parse(plain.subarray(4, 4 + length).toString('utf8'));
    if (typeof description !== 'object' || description === null || Array.isArray(description)) throw new Error('no object');
    return { description: description as Record<string, unknown>, content: plain.subarray(4 + length) };
  } catch {
    throw problem('sync.seal-broken');
  }
}
