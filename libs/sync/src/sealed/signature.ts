import { createHash, createPublicKey, verify } from 'node:crypto';

/** Name of a public key: the first half of its SHA-256, hexadecimal. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 32);
}

/** Whether the holder of the key (uncompressed point of P-256, base64url) signed this content under this id. */
export function isSigned(publicKey: string, id: string, content: Buffer, signature: string): boolean {
  const point = Buffer.from(publicKey, 'base64url');
  const message = `bangfu sealed work\n${id}\n${createHash('sha256').update(content).digest('hex')}`;
  try {
    const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } });
    return verify('sha256', Buffer.from(message), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
