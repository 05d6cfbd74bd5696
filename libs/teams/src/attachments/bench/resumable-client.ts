import { createHash } from 'node:crypto';
import http from 'node:http';
import { CHUNK_MAX_BYTES, chunksOf, uuidV7 } from '#domain';
import { CHUNK_HASH } from '../sent-chunk.js';

/** A server and somebody who is signed in there. */
export interface UploadTarget {
  readonly port: number;
  readonly cookie: string;
  readonly csrfToken: string;
}

/** Where a line breaks: before the first byte, in the middle of the body, or after the last byte but before the answer. */
export type Cut = 'before' | 'body' | 'answer';

export interface UploadPlan {
  readonly householdId: string;
  /** Chunk at which the line breaks, counted from 0, and how. */
  readonly cuts?: ReadonlyMap<number, Cut>;
  readonly chunkBytes?: number;
}

export interface UploadReport {
  readonly id: string;
  readonly state: string;
  readonly keptSha256: string | null;
  /** Bytes of the file that went out over the line, those sent again included. */
  readonly sentBytes: number;
  readonly cuts: number;
}

interface Standing {
  id: string;
  state: string;
  receivedBytes: number;
  kept: { sha256: string } | null;
}

const API = '/api/v1/attachments';
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Sends a file as a phone does: chunk by chunk over one kept connection, and after a broken line from where the server says that it stands. */
export async function uploadResumably(target: UploadTarget, content: Buffer, plan: UploadPlan): Promise<UploadReport> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const line = new Line(target, agent);
  try {
    const announcement = { id: uuidV7(), householdId: plan.householdId, kind: 'photo', mime: 'image/jpeg', bytes: content.length, sha256: sha256(content) };
    let standing = await line.ask('POST', API, announcement);
    const pending = new Map(plan.cuts);
    let cuts = 0;
    for (let count = 0; standing.state === 'UPLOADING'; count += 1) {
      const [next] = chunksOf(content.length, Math.min(standing.receivedBytes, content.length - 1), plan.chunkBytes ?? CHUNK_MAX_BYTES);
      if (!next) break;
      const body = content.subarray(next.offset, next.offset + next.bytes);
      const cut = pending.get(count);
      if (cut) {
        await line.breakOff(`${API}/${standing.id}/chunks/${next.offset}`, body, cut);
        cuts += 1;
        standing = await line.ask('GET', `${API}/${standing.id}`);
        if (standing.state === 'UPLOADING' && standing.receivedBytes === content.length) standing = await line.ask('POST', API, announcement);
      } else standing = await line.send(`${API}/${standing.id}/chunks/${next.offset}`, body);
    }
    return { id: standing.id, state: standing.state, keptSha256: standing.kept?.sha256 ?? null, sentBytes: line.sentBytes, cuts };
  } finally {
    agent.destroy();
  }
}

class Line {
  sentBytes = 0;

  constructor(
    private readonly target: UploadTarget,
    private readonly agent: http.Agent,
  ) {}

  ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Standing> {
    const json = body === undefined ? null : Buffer.from(JSON.stringify(body));
    const request = this.request(method, path, json === null ? {} : { 'content-type': 'application/json', 'content-length': String(json.length) });
    return answered(request, () => request.end(json ?? undefined));
  }

  send(path: string, body: Buffer): Promise<Standing> {
    this.sentBytes += body.length;
    const request = this.put(path, body);
    return answered(request, () => request.end(body));
  }

  /** Begins to send and drops the line. */
  async breakOff(path: string, body: Buffer, cut: Cut): Promise<void> {
    const request = this.put(path, body);
    const part = cut === 'before' ? 0 : cut === 'body' ? Math.floor(body.length / 2) : body.length;
    this.sentBytes += part;
    await new Promise<void>((resolve) => {
      const drop = (): void => void request.destroy();
      request.on('error', () => resolve()).on('close', () => resolve()).on('response', drop);
      if (part === body.length) request.end(body, () => setTimeout(drop, 5));
      else if (part === 0) request.flushHeaders();
      else request.write(body.subarray(0, part), () => setTimeout(drop, 5));
      if (part === 0) setTimeout(drop, 5);
    });
  }

  private put(path: string, body: Buffer): http.ClientRequest {
    return this.request('PUT', path, { 'content-type': 'application/octet-stream', 'content-length': String(body.length), [CHUNK_HASH]: sha256(body) });
  }

  private request(method: string, path: string, headers: Record<string, string>): http.ClientRequest {
    const { port, cookie, csrfToken } = this.target;
    return http.request({ agent: this.agent, host: '127.0.0.1', port, path, method, headers: { cookie, 'x-csrf-token': csrfToken, ...headers } });
  }
}

function answered(request: http.ClientRequest, start: () => void): Promise<Standing> {
  return new Promise((resolve, reject) => {
    request.on('error', reject).on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject).on('end', () => {
        const text = Buffer.concat(parts).toString();
        if ((response.statusCode ?? 500) >= 300) reject(new Error(`${request.method} ${request.path} answered ${response.statusCode}: ${text}`));
        else resolve(JSON.parse(text) as Standing);
      });
    });
    start();
  });
}
