import { randomBytes } from 'node:crypto';
import { formatCaseId, SYNC_SCHEMA_VERSION, uuidV7, type OperationKind } from '#domain';
import { base64Url, encryptBytes, importKey, type Bytes } from '../../apps/web/src/field/store/crypto.js';
import { framed } from '../../apps/web/src/field/store/frame.js';
import { newSigner, openSigner, sealKeyFor, sign, type ServerKey, type Signer } from '../../apps/web/src/field/store/seal.js';
import type { TestClient } from './client.js';

export interface SealingPhone {
  readonly deviceId: string;
  readonly signer: Signer;
  readonly serverKey: ServerKey;
}

/** A phone that is registered with its signing key and knows the key of the server. */
export async function sealingPhone(client: TestClient): Promise<SealingPhone> {
  const stored = await newSigner();
  const answer = await client.post<{ id: string }>('/sync/devices', { body: { installationId: uuidV7(), appVersion: '1.0.0', signingKey: stored.publicKey } });
  const key = await client.get<ServerKey & Record<string, unknown>>('/sync/seal-key');
  return { deviceId: answer.body.id, signer: await openSigner(stored), serverKey: key.body };
}

export interface Envelope {
  id: string;
  kind: 'operation' | 'photo';
  deviceId: string;
  deviceSeq: number;
  keyId: string;
  ephemeral: string;
  wrapped: string;
  body: string;
  signer: string;
  signature: string;
}

/** Seals with the code of the phone. */
export async function envelopeOf({ deviceId, signer, serverKey }: SealingPhone, kind: Envelope['kind'], description: { id: string; seq: number } & Record<string, unknown>, content: Uint8Array = new Uint8Array()): Promise<Envelope> {
  const { id, seq, ...rest } = description;
  const plain = framed(kind === 'photo' ? { ...rest, id } : { ...rest, opId: id }, content);
  const raw = new Uint8Array(randomBytes(32)) as Bytes;
  const key = await sealKeyFor(serverKey, id, raw);
  return { id, kind, deviceId, deviceSeq: seq, ...key, body: base64Url(await encryptBytes(await importKey(raw), id, plain)), signer: signer.id, signature: await sign(signer, id, plain) };
}

/** An operation as the phone seals it. */
export function sealedOperation(phone: SealingPhone, seq: number, work: { kind: OperationKind; entityId?: string; payload: Record<string, unknown> }): Promise<Envelope> {
  return envelopeOf(phone, 'operation', {
    id: uuidV7(), seq, title: '走访', kind: work.kind, entityId: work.entityId ?? formatCaseId(phone.deviceId.slice(0, 6), uuidV7()), occurredAt: new Date().toISOString(), schemaVersion: SYNC_SCHEMA_VERSION, payload: work.payload,
  });
}
