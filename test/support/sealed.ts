import { createCipheriv, createECDH, createHash, generateKeyPairSync, hkdfSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { formatCaseId, SYNC_SCHEMA_VERSION, uuidV7, type OperationKind } from '#domain';
import type { TestClient } from './client.js';

interface ServerKey {
  readonly keyId: string;
  readonly publicKey: string;
}

/** A phone that seals by the description of the API, written apart from the code of the phone. */
export interface SealingPhone {
  readonly deviceId: string;
  readonly signer: { readonly id: string; readonly privateKey: KeyObject };
  readonly serverKey: ServerKey;
}

const url = (bytes: Buffer): string => bytes.toString('base64url');

/** A phone that is registered with its signing key and knows the key of the server. */
export async function sealingPhone(client: TestClient): Promise<SealingPhone> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  const answer = await client.post<{ id: string }>('/sync/devices', { body: { installationId: uuidV7(), appVersion: '1.0.0', signingKey: url(point) } });
  const key = await client.get<ServerKey>('/sync/seal-key');
  return { deviceId: answer.body.id, signer: { id: createHash('sha256').update(point).digest('hex').slice(0, 32), privateKey }, serverKey: key.body };
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

function encrypted(key: Buffer, id: string, plain: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(id));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return url(Buffer.concat([iv, body, cipher.getAuthTag()]));
}

export function envelopeOf({ deviceId, signer, serverKey }: SealingPhone, kind: Envelope['kind'], description: { id: string; seq: number } & Record<string, unknown>, content: Buffer = Buffer.alloc(0)): Envelope {
  const { id, seq, ...rest } = description;
  const head = Buffer.from(JSON.stringify(kind === 'photo' ? { ...rest, id } : { ...rest, opId: id }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  const plain = Buffer.concat([length, head, content]);
  const pair = createECDH('prime256v1');
  const ephemeral = pair.generateKeys();
  const theirs = Buffer.from(serverKey.publicKey, 'base64url');
  const key = Buffer.from(hkdfSync('sha256', pair.computeSecret(theirs), Buffer.concat([ephemeral, theirs]), 'bangfu sealed work', 32));
  const own = randomBytes(32);
  const message = Buffer.from(`bangfu sealed work\n${id}\n${createHash('sha256').update(plain).digest('hex')}`);
  return {
    id, kind, deviceId, deviceSeq: seq, keyId: serverKey.keyId, ephemeral: url(ephemeral), wrapped: encrypted(key, id, own), body: encrypted(own, id, plain), signer: signer.id,
    signature: url(sign('sha256', message, { key: signer.privateKey, dsaEncoding: 'ieee-p1363' })),
  };
}

/** An operation as the phone seals it. */
export function sealedOperation(phone: SealingPhone, seq: number, work: { kind: OperationKind; payload: Record<string, unknown> }): Envelope {
  return envelopeOf(phone, 'operation', {
    id: uuidV7(), seq, title: '走访', ...work, entityId: formatCaseId(phone.deviceId.slice(0, 6), uuidV7()), occurredAt: new Date().toISOString(), schemaVersion: SYNC_SCHEMA_VERSION,
  });
}
