import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3Server {
  /** Settings of the processes that use it. */
  readonly env: Record<string, string>;
  /** Keys that are stored, in order. */
  keys(): string[];
  /** Requests that were refused because their signature does not hold. */
  refused(): number;
  /** Answers everything with this status and code until it is called with null. */
  failWith(fault: { status: number; code: string } | null): void;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  body?: Buffer | string;
  headers?: Record<string, string>;
}

const KEY = 'test-access-key';
const SECRET = 'test-secret-key-0123456789';
const BUCKET = 'bangfu-files';
const REGION = 'us-east-1';

const hex = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();
const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** As much of S3 as storing, reading, listing and deleting objects takes. Every request must carry a valid signature (version 4) over its body. */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, { content: Buffer; type: string; at: Date }>();
  let refusedCount = 0;
  let fault: { status: number; code: string } | null = null;

  const answer = (request: http.IncomingMessage, body: Buffer): Answer => {
    const url = new URL(request.url ?? '/', 'http://s3');
    if (!isSigned(request, url, body)) {
      refusedCount += 1;
      return failure(403, 'SignatureDoesNotMatch');
    }
    if (fault) return failure(fault.status, fault.code);
    const [bucket, ...rest] = url.pathname.slice(1).split('/');
    const key = decodeURIComponent(rest.join('/'));
    if (bucket !== BUCKET) return failure(404, 'NoSuchBucket');
    if (request.method === 'GET' && url.searchParams.has('list-type')) return list(url.searchParams.get('prefix') ?? '', Number(url.searchParams.get('max-keys') ?? 1000));
    if (request.method === 'POST' && url.searchParams.has('delete')) return removeMany(body.toString('utf8'));
    if (request.method === 'PUT') {
      objects.set(key, { content: body, type: request.headers['content-type'] ?? '', at: new Date() });
      return { status: 200, headers: { etag: `"${hex(body).slice(0, 32)}"` } };
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return { status: 204 };
    }
    const found = objects.get(key);
    if (!found) return failure(404, 'NoSuchKey');
    const headers = { 'content-type': found.type, 'content-length': String(found.content.length), 'last-modified': found.at.toUTCString() };
    return { status: 200, headers, body: request.method === 'HEAD' ? '' : found.content };
  };
  const list = (prefix: string, limit: number): Answer => {
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort().slice(0, limit);
    const rows = keys.map((key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.content.length ?? 0}</Size><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>`);
    return xml(`<ListBucketResult><Name>${BUCKET}</Name><KeyCount>${keys.length}</KeyCount><IsTruncated>false</IsTruncated>${rows.join('')}</ListBucketResult>`);
  };
  const removeMany = (body: string): Answer => {
    for (const [, key] of body.matchAll(/<Key>([^<]+)<\/Key>/g)) objects.delete(key ?? '');
    return xml('<DeleteResult></DeleteResult>');
  };

  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const { status, body, headers } = answer(request, Buffer.concat(parts));
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  return {
    env: {
      FILES_S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, FILES_S3_BUCKET: BUCKET, FILES_S3_REGION: REGION, FILES_S3_KEY: KEY, FILES_S3_SECRET: SECRET,
    },
    keys: () => [...objects.keys()].sort(),
    refused: () => refusedCount,
    failWith: (next) => { fault = next; },
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}

const xml = (body: string): Answer => ({ status: 200, body: `<?xml version="1.0" encoding="UTF-8"?>${body}`, headers: { 'content-type': 'application/xml' } });
const failure = (status: number, code: string): Answer => ({ ...xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`), status });

/** Recomputes the signature from the secret, as the document "Signature Version 4" describes, and the hash of the body. */
function isSigned(request: http.IncomingMessage, url: URL, body: Buffer): boolean {
  const found = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '');
  if (!found) return false;
  const [, key, day, region, signed = '', signature = ''] = found;
  const claimed = String(request.headers['x-amz-content-sha256'] ?? '');
  if (key !== KEY || region !== REGION || claimed !== hex(body)) return false;
  const query = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort().join('&');
  const path = url.pathname.split('/').map((part) => encode(decodeURIComponent(part))).join('/');
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`).join('');
  const canonical = [request.method, path, query, headers, signed, claimed].join('\n');
  const text = ['AWS4-HMAC-SHA256', String(request.headers['x-amz-date']), `${day}/${region}/s3/aws4_request`, hex(canonical)].join('\n');
  const signingKey = ['s3', 'aws4_request'].reduce<Buffer>((made, part) => hmac(made, part), hmac(hmac(`AWS4${SECRET}`, day ?? ''), region));
  return timingSafeEqual(hmac(signingKey, text), Buffer.from(signature, 'hex'));
}
